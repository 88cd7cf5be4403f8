package org.evenhand.appeals;

import java.time.Instant;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.restrictions.RestrictionId;

/**
 * Whether what is appealed against is set aside until the appeal is decided (T6).
 *
 * @param restrictions what was set aside; empty where they stay in force
 */
public record SuspensionDecision(
    boolean suspends, Set<RestrictionId> restrictions, String reason, ActorId by, Instant at) {
  public SuspensionDecision {
    restrictions = Set.copyOf(restrictions);
  }
}
