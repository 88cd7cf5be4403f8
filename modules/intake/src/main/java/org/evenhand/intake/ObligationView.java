package org.evenhand.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
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
 * @param outcome where it stands with those to whom it was reported; null while nobody asked
 * @param crimeNumber the police's, once there is a crime
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
    @Nullable LocalDate backOn,
    @Nullable ReportOutcome outcome,
    @Nullable String crimeNumber) {

  /** The last day on which it is reported in time. */
  public LocalDate dueOn() {
    return dueAt.minusNanos(1).atZone(WorkingDays.LONDON).toLocalDate();
  }

  /** Whether it was reported on its last day at the latest; null while it is not reported. */
  public @Nullable Boolean reportedInTime() {
    return reportedAt == null
        ? null
        : !reportedAt.atZone(WorkingDays.LONDON).toLocalDate().isAfter(dueOn());
  }

  /** From the moment it arose to the report; none where it was reported before. */
  public @Nullable Duration timeToReport() {
    return reportedAt == null
        ? null
        : reportedAt.isBefore(openedAt) ? Duration.ZERO : Duration.between(openedAt, reportedAt);
  }

  /** The advice of the head of service or of customer services (P9.4). */
  public record Consultation(
      Instant at, ActorId by, Role as, ConsultationAdvice advice, String words) {}
}
