package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** A reasonable adjustment was agreed or declined (F3). */
public record AdjustmentDecided(
    AdjustmentId adjustmentId,
    CustomerId customerId,
    AdjustmentStatus status,
    Instant at,
    ActorId by) {}
