package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/** Somebody raised a concern (P5.1). */
public record ConcernReported(
    ConcernId concernId,
    @Nullable CustomerId customerId,
    @Nullable ServiceAreaCode serviceArea,
    Instant at,
    ActorId by) {}
