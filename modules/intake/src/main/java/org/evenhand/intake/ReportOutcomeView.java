package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news of what came of a report (question 24); those before it stay.
 *
 * @param toldBy who said so; null where nobody answered
 * @param toldOn the day on which they said so, or were asked in vain
 * @param askAgainOn the day on which they are asked again; null for none
 */
public record ReportOutcomeView(
    ObligationId obligationId,
    ReportOutcome outcome,
    @Nullable String crimeNumber,
    @Nullable String toldBy,
    LocalDate toldOn,
    @Nullable LocalDate askAgainOn,
    @Nullable String note,
    Instant recordedAt,
    ActorId recordedBy) {}
