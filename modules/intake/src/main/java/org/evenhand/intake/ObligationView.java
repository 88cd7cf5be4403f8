package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The duty to report an incident onward; visible until it is answered (P9.5, P7.2).
 *
 * @param reportedTo the police force or reporting route
 * @param reference the force's or route's own
 * @param answeredBy who reported it, or decided that it is not reported
 */
public record ObligationView(
    ObligationId id,
    int version,
    IncidentId incidentId,
    ObligationKind kind,
    ObligationStatus status,
    Instant openedAt,
    Instant dueAt,
    @Nullable String reportedTo,
    @Nullable Instant reportedAt,
    @Nullable String reference,
    @Nullable String notReportedBecause,
    @Nullable ActorId answeredBy,
    @Nullable Instant answeredAt) {}
