package org.evenhand.appeals;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.restrictions.AppealPendingChanged;
import org.jspecify.annotations.Nullable;

/**
 * An appeal came in and is on record, in time or late.
 *
 * @param pending always true
 */
public record AppealLodged(
    UUID appealId,
    UUID noticeId,
    UUID customerId,
    @Nullable UUID caseId,
    boolean late,
    boolean pending,
    Instant at,
    ActorId actor)
    implements AppealPendingChanged {}
