package org.evenhand.rules;

import java.time.Instant;
import org.evenhand.spi.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Resolves officers, teams, buildings and endpoints as of a check, so that a point of contact who
 * leaves or a number that changes needs no new rule (T14). Answers from memory.
 */
@FunctionalInterface
public interface Directory {

  /** What the reference stands for at that moment; null when nothing is known about it. */
  @Nullable DirectoryEntry find(Ref ref, Instant at);

  /** Knows nothing. */
  static Directory empty() {
    return (ref, at) -> null;
  }
}
