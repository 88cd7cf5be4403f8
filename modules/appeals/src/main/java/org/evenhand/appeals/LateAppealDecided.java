package org.evenhand.appeals;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.restrictions.AppealPendingChanged;
import org.jspecify.annotations.Nullable;

/**
 * A late appeal was taken in, or left out of time (T8).
 *
 * @param pending whether any appeal of this customer waits for a decision now
 */
public record LateAppealDecided(
    UUID appealId,
    UUID noticeId,
    UUID customerId,
    @Nullable UUID caseId,
    boolean accepted,
    boolean pending,
    Instant at,
    ActorId actor)
    implements AppealPendingChanged {}
