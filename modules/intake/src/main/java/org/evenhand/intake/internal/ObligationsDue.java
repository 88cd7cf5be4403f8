package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyHandler;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.Affected;
import org.evenhand.intake.ObligationId;
import org.evenhand.intake.ObligationKind;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.intake.StaffInjury;
import org.evenhand.policy.FigureKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an incident obliges the council to report, to whom and by which clock (P9.4, P9.5, T18). */
@Component
class ObligationsDue implements DutyHandler {

  /** Advice before harassment is reported (P9.4). */
  static final String CONSULTATION = "HARASSMENT_CONSULTATION";

  /** Asking those to whom something was reported what came of it (question 24, T18). */
  static final String POLICE_OUTCOME = "POLICE_OUTCOME";

  static final String HATE_REPORT_OUTCOME = "HATE_REPORT_OUTCOME";

  private static final Set<Affected> AT_WORK =
      EnumSet.of(Affected.STAFF, Affected.ELECTED_MEMBER, Affected.CONTRACTOR);

  private final StoredObligations stored;
  private final StoredIncidents incidents;
  private final StoredConcerns concerns;
  private final Duties duties;
  private final Assignments assignments;
  private final OffersDue figures;
  private final WorkingDays workingDays;

  ObligationsDue(
      StoredObligations stored,
      StoredIncidents incidents,
      StoredConcerns concerns,
      Duties duties,
      Assignments assignments,
      OffersDue figures,
      WorkingDays workingDays) {
    this.stored = stored;
    this.incidents = incidents;
    this.concerns = concerns;
    this.duties = duties;
    this.assignments = assignments;
    this.figures = figures;
    this.workingDays = workingDays;
  }

  /**
   * Opens what this incident obliges us to.
   *
   * @param opens what its behaviours oblige us to besides
   */
  void openFor(
      Incident incident,
      IncidentToRecord given,
      Set<org.evenhand.spi.Obligation> opens,
      Instant now) {
    openFor(incident, given.harassment(), given.staffInjury(), opens, now);
  }

  /** As before, for what is not open or answered yet. */
  void openFor(
      Incident incident,
      boolean mayBeHarassment,
      @Nullable StaffInjury injury,
      Set<org.evenhand.spi.Obligation> opens,
      Instant now) {
    LocalDate today = day(now);
    boolean assault = incident.assault() != null;
    if (assault || opens.contains(org.evenhand.spi.Obligation.REPORT_TO_POLICE)) {
      police(incident, now);
    } else if (mayBeHarassment
        || opens.contains(org.evenhand.spi.Obligation.CONSULT_ON_HARASSMENT)) {
      LocalDate due = workingDays.plus(today, 1);
      if (open(incident, ObligationKind.POLICE_REPORT, true, end(due), now)) {
        duties.open(duty(CONSULTATION, incident, null, due, null), now);
      }
    }
    if (!incident.hateStrands().isEmpty()
        || opens.contains(org.evenhand.spi.Obligation.REPORT_HATE_INCIDENT)) {
      hate(incident, workingDays.plus(today, figures.figures(now).get(FigureKey.HATE_REPORT)), now);
    }
    if ((assault && atWork(incident)) || opens.contains(org.evenhand.spi.Obligation.CONSIDER_HAT)) {
      LocalDate due = workingDays.plus(today, 1);
      if (open(incident, ObligationKind.HAT_RECORD, false, end(due), now)) {
        duties.open(duty(ObligationKind.HAT_RECORD.name(), incident, null, due, null), now);
      }
    }
    if (injury == StaffInjury.INJURED) {
      if (!known(incident, ObligationKind.RIDDOR_WATCH)) {
        watch(incident, null, now);
      }
    } else if (injury != null) {
      atOnce(incident, ObligationKind.RIDDOR_REPORT, null, now);
    }
    if (opens.contains(org.evenhand.spi.Obligation.TELL_SAFEGUARDING)) {
      atOnce(
          incident,
          ObligationKind.SAFEGUARDING_REFERRAL,
          assigned(AssignmentKind.SAFEGUARDING_LEAD, today),
          now);
    }
  }

  /** At once and without consultation, also where advice on harassment was waited for (P9.5). */
  private void police(Incident incident, Instant now) {
    stored
        .findByIncidentAndKind(incident.id(), ObligationKind.POLICE_REPORT)
        .ifPresentOrElse(
            known -> {
              if (known.open() && known.needsConsultation()) {
                stored.save(known.waitingForNobody(now));
                duties.discharge(CONSULTATION, incident.id(), null, "ASSAULT", now);
                duties.open(
                    duty(ObligationKind.POLICE_REPORT.name(), incident, null, day(now), now), now);
              }
            },
            () -> atOnce(incident, ObligationKind.POLICE_REPORT, null, now));
  }

  /** Whether somebody who works for the council or its providers was affected. */
  static boolean atWork(Incident incident) {
    return incident.affected().stream().map(Affected::valueOf).anyMatch(AT_WORK::contains);
  }

  private void hate(Incident incident, LocalDate due, Instant now) {
    if (!open(incident, ObligationKind.HATE_INCIDENT_REPORT, false, end(due), now)) {
      return;
    }
    duties.open(hateDuty(ObligationKind.HATE_INCIDENT_REPORT.name(), incident, due, now), now);
  }

  private DutyToOpen hateDuty(String kind, Incident incident, LocalDate due, Instant now) {
    Role owner =
        owner(incident) == Role.MONITORING_OFFICER
            ? Role.MONITORING_OFFICER
            : Role.HEAD_OF_CUSTOMER_SERVICES;
    return new DutyToOpen(
        kind,
        "Incident",
        incident.id(),
        incident.customer(),
        owner,
        assigned(AssignmentKind.HATE_CRIME_LEAD, day(now)),
        area(incident),
        due,
        null);
  }

  /** From the report on: without news for some time, it is asked what came of it. */
  void reported(Incident incident, ObligationKind kind, Instant reportedAt, Instant now) {
    if (ReportNewsRules.comesOf(kind)) {
      int days = figures.figures(now).get(FigureKey.REPORT_OUTCOME);
      askOn(incident, kind, workingDays.plus(day(reportedAt), days), now);
    }
  }

  void askOn(Incident incident, ObligationKind kind, LocalDate on, Instant now) {
    duties.open(
        kind == ObligationKind.HATE_INCIDENT_REPORT
            ? hateDuty(HATE_REPORT_OUTCOME, incident, on, now)
            : duty(
                POLICE_OUTCOME,
                incident,
                assigned(AssignmentKind.POLICE_LIAISON, day(now)),
                on,
                null),
        now);
  }

  /** What came of it is known, or matters no more. */
  void askNoMore(UUID incident, ObligationKind kind, String reason, Instant now) {
    duties.discharge(
        kind == ObligationKind.HATE_INCIDENT_REPORT ? HATE_REPORT_OUTCOME : POLICE_OUTCOME,
        incident,
        null,
        reason,
        now);
  }

  private void atOnce(Incident incident, ObligationKind kind, @Nullable ActorId who, Instant now) {
    if (open(incident, kind, false, now, now)) {
      duties.open(duty(kind.name(), incident, who, day(now), now), now);
    }
  }

  /** Asks on the eighth day whether somebody hurt can work again. */
  Instant watch(Incident incident, @Nullable LocalDate absentFrom, Instant now) {
    LocalDate eighth = InjuryClock.eighthDay(incident.occurredOn(), absentFrom);
    Instant due = eighth.atStartOfDay(WorkingDays.LONDON).toInstant();
    open(incident, ObligationKind.RIDDOR_WATCH, false, due, now);
    duties.open(duty(ObligationKind.RIDDOR_WATCH.name(), incident, null, eighth, due), now);
    return due;
  }

  /** Opens the report of an injury, unless it is open or answered. */
  void reportable(Incident incident, Instant now) {
    LocalDate by = InjuryClock.reportBy(incident.occurredOn());
    if (open(incident, ObligationKind.RIDDOR_REPORT, false, end(by), now)) {
      duties.open(duty(ObligationKind.RIDDOR_REPORT.name(), incident, null, by, null), now);
    }
  }

  /** Whoever was consulted advised to report: from now on it is due at once (P9.4). */
  void adviceGiven(Incident incident, boolean report, Instant dueAt, Instant now) {
    duties.discharge(CONSULTATION, incident.id(), null, report ? "REPORT" : "DO_NOT_REPORT", now);
    duties.open(
        duty(
            ObligationKind.POLICE_REPORT.name(),
            incident,
            null,
            report ? day(now) : workingDays.plus(day(now), 1),
            report ? dueAt : null),
        now);
  }

  void answered(
      ObligationKind kind, UUID incident, @Nullable String reference, String how, Instant now) {
    duties.discharge(kind.name(), incident, reference, how, now);
    if (kind == ObligationKind.POLICE_REPORT) {
      duties.discharge(CONSULTATION, incident, reference, how, now);
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ObligationKind.RIDDOR_WATCH.name());
  }

  /** Nobody said that they are back: the report is due in time, a person may say why not. */
  @Override
  public void fellDue(DutyView duty, Instant now) {
    incidents.findById(duty.subject()).ifPresent(incident -> reportable(incident, now));
  }

  /** Whether it was opened: one that is open or answered is not opened again. */
  private boolean open(
      Incident incident, ObligationKind kind, boolean consult, Instant dueAt, Instant now) {
    if (known(incident, kind)) {
      return false;
    }
    stored.save(
        Obligation.open(ObligationId.next().value(), incident.id(), kind, consult, dueAt, now));
    return true;
  }

  private boolean known(Incident incident, ObligationKind kind) {
    return stored.findByIncidentAndKind(incident.id(), kind).isPresent();
  }

  private DutyToOpen duty(
      String kind,
      Incident incident,
      @Nullable ActorId who,
      LocalDate dueOn,
      @Nullable Instant dueAt) {
    return new DutyToOpen(
        kind,
        "Incident",
        incident.id(),
        incident.customer(),
        owner(incident),
        who,
        area(incident),
        dueOn,
        dueAt);
  }

  /** Who deals with the concern sees to what it obliges us to as well (P5.1, T19). */
  private Role owner(Incident incident) {
    return concerns.findById(incident.concern()).map(Concern::ownerRole).orElseThrow();
  }

  /** None where the head of that area must not see it (T19). */
  private @Nullable ServiceAreaCode area(Incident incident) {
    return owner(incident) == Role.HEAD_OF_SERVICE ? Rows.area(incident.serviceArea()) : null;
  }

  private @Nullable ActorId assigned(AssignmentKind kind, LocalDate today) {
    return assignments.who(kind, null, today).stream()
        .filter(officer -> officer.worksHere(today))
        .findFirst()
        .map(OfficerView::actor)
        .orElse(null);
  }

  private static LocalDate day(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }

  private static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant();
  }
}
