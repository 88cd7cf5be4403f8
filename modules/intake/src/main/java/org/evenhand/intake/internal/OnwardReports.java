package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.OBLIGATION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.ObligationAnswered;
import org.evenhand.intake.ObligationId;
import org.evenhand.intake.ObligationKind;
import org.evenhand.intake.ObligationStatus;
import org.evenhand.intake.ObligationView;
import org.evenhand.intake.ReportingOnward;
import org.evenhand.policy.FigureKey;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class OnwardReports implements ReportingOnward {

  private final StoredObligations stored;
  private final StoredIncidents incidents;
  private final Duties duties;
  private final OffersDue figures;
  private final WorkingDays workingDays;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  OnwardReports(
      StoredObligations stored,
      StoredIncidents incidents,
      Duties duties,
      OffersDue figures,
      WorkingDays workingDays,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.incidents = incidents;
    this.duties = duties;
    this.figures = figures;
    this.workingDays = workingDays;
    this.sql = sql;
    this.events = events;
  }

  /** Opens what this incident obliges us to: the police at once, hate incidents by their clock. */
  void openFor(Incident incident, Instant now) {
    openFor(incident, Set.of(), now);
  }

  /** What an incident that was put right obliges us to: what it asks no more is closed (T27). */
  void follow(Incident corrected, String reason, ActorId by, Instant now) {
    Set<ObligationKind> asked = EnumSet.noneOf(ObligationKind.class);
    if (corrected.voidedAt() == null && corrected.assault() != null) {
      asked.add(ObligationKind.POLICE_REPORT);
    }
    if (corrected.voidedAt() == null && !corrected.hateStrands().isEmpty()) {
      asked.add(ObligationKind.HATE_INCIDENT_REPORT);
    }
    Set<ObligationKind> known = EnumSet.noneOf(ObligationKind.class);
    for (ObligationView obligation : of(List.of(new IncidentId(corrected.id())))) {
      known.add(obligation.kind());
      if (obligation.status() == ObligationStatus.OPEN && !asked.contains(obligation.kind())) {
        close(obligation.id(), reason, by, now);
      }
    }
    openFor(corrected, known, now);
  }

  private void close(ObligationId id, String reason, ActorId by, Instant now) {
    Obligation closed =
        stored.save(stored.findById(id.value()).orElseThrow().notReported(reason, by.value(), now));
    duties.discharge(closed.kind().name(), closed.incident(), null, closed.status().name(), now);
    events.publishEvent(
        new ObligationAnswered(
            id, new IncidentId(closed.incident()), closed.kind(), closed.status(), null, now, by));
  }

  private void openFor(Incident incident, Set<ObligationKind> known, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    if (incident.assault() != null
        && incident.voidedAt() == null
        && !known.contains(ObligationKind.POLICE_REPORT)) {
      boolean nobodys = incident.serviceArea() == null;
      open(
          incident,
          ObligationKind.POLICE_REPORT,
          new DutyToOpen(
              ObligationKind.POLICE_REPORT.name(),
              "Incident",
              incident.id(),
              incident.customer(),
              nobodys ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE,
              null,
              Rows.area(incident.serviceArea()),
              today,
              now),
          now,
          now);
    }
    if (!incident.hateStrands().isEmpty()
        && incident.voidedAt() == null
        && !known.contains(ObligationKind.HATE_INCIDENT_REPORT)) {
      LocalDate due = workingDays.plus(today, figures.figures(now).get(FigureKey.HATE_REPORT));
      open(
          incident,
          ObligationKind.HATE_INCIDENT_REPORT,
          DutyToOpen.byDay(
              ObligationKind.HATE_INCIDENT_REPORT.name(),
              "Incident",
              incident.id(),
              incident.customer(),
              Role.HEAD_OF_CUSTOMER_SERVICES,
              Rows.area(incident.serviceArea()),
              due),
          due.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant(),
          now);
    }
  }

  private void open(
      Incident incident, ObligationKind kind, DutyToOpen duty, Instant dueAt, Instant now) {
    stored.save(
        new Obligation(
            ObligationId.next().value(),
            null,
            incident.id(),
            kind,
            now,
            dueAt,
            ObligationStatus.OPEN,
            null,
            null,
            null,
            null,
            null,
            null));
    duties.open(duty, now);
  }

  @Override
  public Optional<ObligationView> find(ObligationId id) {
    return where(OBLIGATION.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public List<ObligationView> of(Collection<IncidentId> incidentIds) {
    return incidentIds.isEmpty()
        ? List.of()
        : where(
            OBLIGATION.INCIDENT.eq(
                DSL.any(
                    incidentIds.stream().map(IncidentId::value).distinct().toArray(UUID[]::new))));
  }

  @Override
  @Transactional
  public Outcome<ObligationView> answer(Answer command, Actor actor, Instant now) {
    Optional<Obligation> found = stored.findById(command.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Obligation", "id"));
    }
    Obligation obligation = found.get();
    Instant reportedAt = command.reportedAt();
    String to = Checked.tidy(command.reportedTo());
    String reference = Checked.tidy(command.reference());
    String because = Checked.tidy(command.notReportedBecause());
    boolean reported = to != null || reportedAt != null || reference != null;
    int version = obligation.version() == null ? 0 : obligation.version();
    LocalDate happenedOn = incidents.findById(obligation.incident()).orElseThrow().occurredOn();
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), version))
            .refuse(obligation.status() != ObligationStatus.OPEN, Refusal.of("OBLIGATION_ANSWERED"))
            .refuse(reported == (because != null), Refusal.of("ANSWER_UNCLEAR"))
            .refuse(
                reported && (to == null || reportedAt == null || reference == null),
                Refusal.of("REPORT_INCOMPLETE"))
            .bounded(to, Checked.LINE, "reportedTo")
            .bounded(reference, Checked.LINE, "reference")
            .bounded(because, Checked.ACCOUNT, "notReportedBecause")
            .notAfter(reportedAt, now, "reportedAt")
            .refuse(
                reportedAt != null
                    && reportedAt.atZone(WorkingDays.LONDON).toLocalDate().isBefore(happenedOn),
                Refusal.at("REPORTED_BEFORE_INCIDENT", "reportedAt"));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    String by = actor.id().value();
    Obligation answered =
        because != null
            ? obligation.notReported(because, by, now)
            : reported(obligation, to, reportedAt, reference, by, now);
    stored.save(answered);
    duties.discharge(
        obligation.kind().name(), obligation.incident(), reference, answered.status().name(), now);
    events.publishEvent(
        new ObligationAnswered(
            command.id(),
            new IncidentId(obligation.incident()),
            obligation.kind(),
            answered.status(),
            answered.reportedAt(),
            now,
            actor.id()));
    return Outcome.done(find(command.id()).orElseThrow());
  }

  private static Obligation reported(
      Obligation obligation,
      @Nullable String to,
      @Nullable Instant at,
      @Nullable String reference,
      String by,
      Instant now) {
    return obligation.reported(
        Objects.requireNonNull(to),
        Objects.requireNonNull(at),
        Objects.requireNonNull(reference),
        by,
        now);
  }

  private List<ObligationView> where(Condition which) {
    return sql.selectFrom(OBLIGATION)
        .where(which)
        .orderBy(OBLIGATION.ID)
        .fetch(OnwardReports::view);
  }

  static ObligationView view(Record r) {
    return new ObligationView(
        new ObligationId(r.get(OBLIGATION.ID)),
        r.get(OBLIGATION.VERSION),
        new IncidentId(r.get(OBLIGATION.INCIDENT)),
        ObligationKind.valueOf(r.get(OBLIGATION.KIND)),
        ObligationStatus.valueOf(r.get(OBLIGATION.STATUS)),
        r.get(OBLIGATION.OPENED_AT).toInstant(),
        r.get(OBLIGATION.DUE_AT).toInstant(),
        r.get(OBLIGATION.REPORTED_TO),
        Rows.instant(r.get(OBLIGATION.REPORTED_AT)),
        r.get(OBLIGATION.REFERENCE),
        r.get(OBLIGATION.NOT_REPORTED_BECAUSE),
        Rows.actor(r.get(OBLIGATION.ANSWERED_BY)),
        Rows.instant(r.get(OBLIGATION.ANSWERED_AT)));
  }
}
