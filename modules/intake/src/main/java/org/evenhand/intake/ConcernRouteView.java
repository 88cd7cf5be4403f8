package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The other route that a concern takes, step by step; each step is null until it was taken (T19).
 *
 * @param referredTo who took it on, in words
 * @param conclusion why, for those who may see the concern; the reporter is told the outcome
 */
public record ConcernRouteView(
    ConcernId concernId,
    int version,
    ConcernRoute route,
    RouteStatus status,
    Instant sentAt,
    @Nullable Instant receivedAt,
    @Nullable ActorId receivedBy,
    @Nullable String assessment,
    @Nullable Instant assessedAt,
    @Nullable ActorId assessedBy,
    @Nullable String referredTo,
    @Nullable String referralReason,
    @Nullable Instant referredAt,
    @Nullable ActorId referredBy,
    @Nullable RouteOutcome outcome,
    @Nullable String conclusion,
    @Nullable Instant concludedAt,
    @Nullable ActorId concludedBy) {}
