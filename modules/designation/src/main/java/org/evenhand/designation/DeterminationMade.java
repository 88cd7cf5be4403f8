package org.evenhand.designation;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;

/** A person decided what the behaviour amounts to, also when it amounts to nothing (P8.0, T4). */
public record DeterminationMade(
    ConsiderationId considerationId,
    CustomerId customerId,
    Category category,
    ServiceAreaCode leadService,
    boolean corporate,
    Instant at,
    ActorId actor) {}
