package org.evenhand.appeals;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.restrictions.AppealPendingChanged;
import org.jspecify.annotations.Nullable;

/**
 * The customer took an appeal back.
 *
 * @param pending whether any appeal of this customer waits for an answer now
 */
public record AppealWithdrawn(
    UUID appealId,
    UUID noticeId,
    UUID customerId,
    @Nullable UUID caseId,
    boolean pending,
    Instant at,
    ActorId actor)
    implements AppealPendingChanged {}
