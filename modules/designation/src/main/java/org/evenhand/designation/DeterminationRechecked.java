package org.evenhand.designation;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.CustomerId;

/** Somebody decided whether a determination stands on what is left (T27). */
public record DeterminationRechecked(
    ConsiderationId considerationId,
    CustomerId customerId,
    RecheckOutcome outcome,
    Instant at,
    ActorId by) {}
