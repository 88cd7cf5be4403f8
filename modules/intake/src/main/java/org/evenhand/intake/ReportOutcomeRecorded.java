package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;

/** There is news of what came of a report onward (question 24). */
public record ReportOutcomeRecorded(
    ObligationId obligationId,
    IncidentId incidentId,
    ObligationKind kind,
    ReportOutcome outcome,
    LocalDate toldOn,
    Instant at,
    ActorId by) {}
