package org.evenhand.intake;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;

/** Something put right about an incident, by whom and why (T27). */
public record IncidentCorrectionView(
    UUID id, IncidentId incidentId, CorrectionKind kind, String reason, ActorId by, Instant at) {}
