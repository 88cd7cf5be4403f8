package org.evenhand.designation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/** Who had to do with which case, and how: it settles who may still act on it (T6). */
public interface Involvement {

  /**
   * One person's part in a case.
   *
   * @param note what it consisted in; may be null where the act itself says so
   * @param recordedBy who recorded it, often the person themselves
   */
  record Entry(
      ActorId person,
      InvolvementKind kind,
      @Nullable String note,
      ActorId recordedBy,
      Instant at) {}

  /** Everybody's part, oldest first; empty for an unknown case. */
  List<Entry> of(UUID caseId);

  /** As above of several cases, in one statement; nothing for a case that nobody had a part in. */
  Map<UUID, List<Entry>> of(Collection<UUID> cases);

  /** Whether this person's part in the case bars them from deciding about it again. */
  default boolean disqualifies(UUID caseId, ActorId person) {
    return of(caseId).stream().anyMatch(e -> e.person().equals(person) && e.kind().disqualifies());
  }
}
