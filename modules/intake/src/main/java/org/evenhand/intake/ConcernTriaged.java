package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/** The owner of a concern dealt with it. */
public record ConcernTriaged(
    ConcernId concernId,
    @Nullable CustomerId customerId,
    @Nullable ServiceAreaCode serviceArea,
    ConcernStatus status,
    @Nullable ConcernRoute route,
    Instant at,
    ActorId by) {}
