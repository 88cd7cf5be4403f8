package org.evenhand.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.CustomerId;

/** A restriction was not kept to (T10). */
public record BreachReported(
    UUID breachId,
    RestrictionId restrictionId,
    CustomerId customerId,
    LocalDate occurredOn,
    Instant at,
    ActorId by) {}
