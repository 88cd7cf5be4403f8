package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;

/** A reasonable adjustment was asked for; restrictive action waits until it is decided (F3). */
public record AdjustmentRequested(
    AdjustmentId adjustmentId, CustomerId customerId, LocalDate decideBy, Instant at, ActorId by) {}
