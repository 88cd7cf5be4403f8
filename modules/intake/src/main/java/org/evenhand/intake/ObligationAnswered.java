package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/** An incident was reported onward, or a named officer recorded why not (T18). */
public record ObligationAnswered(
    ObligationId obligationId,
    IncidentId incidentId,
    ObligationKind kind,
    ObligationStatus status,
    @Nullable Instant reportedAt,
    Instant at,
    ActorId by) {}
