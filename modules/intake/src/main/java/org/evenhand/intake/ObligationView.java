package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.jspecify.annotations.Nullable;

/**
 * The duty to report an incident onward; visible until it is answered (P9.5, P7.2).
 *
 * @param reportedTo the police force or reporting route
 * @param reference the force's or route's own
 * @param answeredBy who reported it, or decided that it is not reported
 * @param route by which route a hate or inequality incident was reported
 * @param needsConsultation whether it waits for advice (P9.4)
 * @param couldNotWaitBecause why it was reported before anybody was consulted (T18)
 * @param absentFrom of somebody hurt: the first day on which they could not do their usual work
 * @param backOn the day on which they could again
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
    @Nullable Instant answeredAt,
    @Nullable ReportRoute route,
    boolean needsConsultation,
    @Nullable Consultation consultation,
    @Nullable String couldNotWaitBecause,
    @Nullable LocalDate absentFrom,
    @Nullable LocalDate backOn) {

  /** The advice of the head of service or of customer services (P9.4). */
  public record Consultation(
      Instant at, ActorId by, Role as, ConsultationAdvice advice, String words) {}
}
