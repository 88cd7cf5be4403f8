package org.evenhand.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * A breach as it was reported (T10).
 *
 * @param reviewDueOn by when the restriction is looked at because of it; null where it had ended
 */
public record BreachView(
    UUID id,
    RestrictionId restrictionId,
    CustomerId customerId,
    IncidentId incidentId,
    LocalDate occurredOn,
    String proofOfService,
    String proofOfBreach,
    @Nullable LocalDate reviewDueOn,
    ActorId reportedBy,
    Instant reportedAt) {}
