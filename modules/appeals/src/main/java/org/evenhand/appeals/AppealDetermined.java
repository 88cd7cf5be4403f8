package org.evenhand.appeals;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * An appeal was decided (P10.5).
 *
 * @param lifted the restrictions that ended by it
 */
public record AppealDetermined(
    UUID appealId,
    UUID noticeId,
    UUID customerId,
    @Nullable UUID caseId,
    AppealOutcome outcome,
    boolean findingsSetAside,
    Set<UUID> lifted,
    Instant at,
    ActorId actor) {
  public AppealDetermined {
    lifted = Set.copyOf(lifted);
  }
}
