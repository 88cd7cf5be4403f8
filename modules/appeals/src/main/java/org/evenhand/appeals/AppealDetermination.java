package org.evenhand.appeals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.restrictions.RestrictionId;

/**
 * What a member of the Corporate Management Team decided (P10.5). It never leaves harsher terms
 * (T7).
 *
 * @param findingsSetAside whether the findings of the notice no longer stand
 * @param lifted what ended by it
 * @param varied the gentler decision that took the place of each earlier one
 */
public record AppealDetermination(
    AppealOutcome outcome,
    String reasons,
    List<GroundDecision> grounds,
    boolean findingsSetAside,
    Set<RestrictionId> lifted,
    Map<RestrictionId, RestrictionId> varied,
    ActorId by,
    Instant at) {
  public AppealDetermination {
    grounds = List.copyOf(grounds);
    lifted = Set.copyOf(lifted);
    varied = Map.copyOf(varied);
  }
}
