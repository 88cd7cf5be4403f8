package org.evenhand.restrictions;

import java.time.LocalDate;
import org.evenhand.intake.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * What happened since the current term began that speaks for going on (F13).
 *
 * @param incident the incident; needed for a first-hand one, null otherwise
 * @param reference the police's or the court's; needed for these, null otherwise
 * @param on the day of the police's or the court's evidence; null as above
 * @param whyNone why nothing could happen; needed where there is none, null otherwise
 */
public record NewEvidence(
    EvidenceKind kind,
    @Nullable IncidentId incident,
    @Nullable String reference,
    @Nullable LocalDate on,
    @Nullable String whyNone) {}
