package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** A customer was put on record. */
public record CustomerRegistered(
    CustomerId customerId, String reference, CustomerKind kind, Instant at, ActorId by) {}
