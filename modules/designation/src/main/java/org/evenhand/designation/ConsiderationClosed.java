package org.evenhand.designation;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.CustomerId;

/** Nothing more follows from a consideration. */
public record ConsiderationClosed(
    ConsiderationId considerationId,
    CustomerId customerId,
    CloseCause cause,
    Instant at,
    ActorId actor) {}
