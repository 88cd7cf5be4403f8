package org.evenhand.sharing;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * One sending of what a partner is told, by the way that the partner chose.
 *
 * @param way the delivery's id
 * @param failures since the last success
 * @param nextAttemptAt null unless it is open
 * @param lastFault a code; null where nothing went wrong
 * @param lastWords what the delivery says about it; null where it says nothing
 * @param reference the other end's own; null until delivered
 * @param deliveredAt null until delivered
 */
public record ReferralDeliveryView(
    UUID id,
    ReferralVersionId version,
    TypeId way,
    DeliveryState state,
    int attempts,
    int failures,
    @Nullable Instant nextAttemptAt,
    @Nullable String lastFault,
    @Nullable String lastWords,
    @Nullable String reference,
    @Nullable Instant deliveredAt) {}
