package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.OBLIGATION;
import static org.evenhand.intake.internal.jooq.Tables.REPORT_OUTCOME;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ConsultationAdvice;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.ObligationAnswered;
import org.evenhand.intake.ObligationId;
import org.evenhand.intake.ObligationKind;
import org.evenhand.intake.ObligationStatus;
import org.evenhand.intake.ObligationView;
import org.evenhand.intake.ReportOutcome;
import org.evenhand.intake.ReportOutcomeRecorded;
import org.evenhand.intake.ReportOutcomeView;
import org.evenhand.intake.ReportRoute;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.intake.ReportingOnward;
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

  /** An obligation with its incident, both known to exist. */
  private record Owed(Obligation obligation, Incident incident) {}

  private final StoredObligations stored;
  private final StoredIncidents incidents;
  private final ObligationsDue due;
  private final ObligationSights sights;
  private final Catalogue catalogue;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  OnwardReports(
      StoredObligations stored,
      StoredIncidents incidents,
      ObligationsDue due,
      ObligationSights sights,
      Catalogue catalogue,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.incidents = incidents;
    this.due = due;
    this.sights = sights;
    this.catalogue = catalogue;
    this.sql = sql;
    this.events = events;
  }

  /**
   * What an incident that was put right obliges us to: what it asks no more is closed, what it asks
   * now is opened (T27).
   *
   * @param content what it says now; null where only whose it is changed, or it is void
   */
  void follow(
      Incident corrected,
      @Nullable IncidentToRecord content,
      String reason,
      ActorId by,
      Instant now) {
    Set<org.evenhand.spi.Obligation> opens = catalogue.opens(corrected.behaviours());
    for (Obligation obligation : stored.findByIncident(corrected.id())) {
      if (asks(corrected, obligation, opens)) {
        continue;
      }
      if (ReportNewsRules.comesOf(obligation.kind())) {
        due.askNoMore(corrected.id(), obligation.kind(), "CORRECTED", now);
      }
      if (obligation.open()) {
        answered(
            obligation.answered(
                ObligationStatus.NOT_REPORTED,
                Obligation.Answered.because(reason, by.value(), now)),
            by,
            now);
      }
    }
    if (corrected.voidedAt() == null) {
      due.openFor(
          corrected,
          content != null && content.harassment(),
          content == null ? null : content.staffInjury(),
          opens,
          now);
    }
  }

  /** What nobody put right stays: harassment, an injury, what was told to safeguarding. */
  private static boolean asks(
      Incident corrected, Obligation obligation, Set<org.evenhand.spi.Obligation> opens) {
    return corrected.voidedAt() == null
        && switch (obligation.kind()) {
          case POLICE_REPORT ->
              corrected.assault() != null
                  || obligation.needsConsultation()
                  || opens.contains(org.evenhand.spi.Obligation.REPORT_TO_POLICE);
          case HATE_INCIDENT_REPORT ->
              !corrected.hateStrands().isEmpty()
                  || opens.contains(org.evenhand.spi.Obligation.REPORT_HATE_INCIDENT);
          case HAT_RECORD ->
              (corrected.assault() != null && ObligationsDue.atWork(corrected))
                  || opens.contains(org.evenhand.spi.Obligation.CONSIDER_HAT);
          case RIDDOR_WATCH, RIDDOR_REPORT, SAFEGUARDING_REFERRAL -> true;
        };
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

  /** What the actor may know of. */
  private Optional<Owed> owed(ObligationId id, Actor actor) {
    return sights.visible(id, actor)
        ? stored
            .findById(id.value())
            .flatMap(o -> incidents.findById(o.incident()).map(i -> new Owed(o, i)))
        : Optional.empty();
  }

  @Override
  @Transactional
  public Outcome<ObligationView> answer(Answer command, Actor actor, Instant now) {
    Optional<Owed> found = owed(command.id(), actor);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Obligation", "id"));
    }
    Obligation obligation = found.get().obligation();
    Instant reportedAt = command.reportedAt();
    String to = Checked.tidy(command.reportedTo());
    String reference = Checked.tidy(command.reference());
    String because = Checked.tidy(command.notReportedBecause());
    String couldNotWait = Checked.tidy(command.couldNotWaitBecause());
    boolean hate = obligation.kind() == ObligationKind.HATE_INCIDENT_REPORT;
    boolean reported =
        to != null || reportedAt != null || reference != null || command.route() != null;
    boolean waits = obligation.needsConsultation() && obligation.advised().consultedAt() == null;
    LocalDate happenedOn = found.get().incident().occurredOn();
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), obligation.known()))
            .refuse(!obligation.open(), Refusal.of("OBLIGATION_ANSWERED"))
            .refuse(
                obligation.kind() == ObligationKind.RIDDOR_WATCH,
                Refusal.of("WATCH_IS_NOT_REPORTED"))
            .refuse(reported == (because != null), Refusal.of("ANSWER_UNCLEAR"))
            .refuse(
                reported
                    && (to == null
                        || reportedAt == null
                        || reference == null
                        || (hate && command.route() == null)),
                Refusal.of("REPORT_INCOMPLETE"))
            .refuse(!hate && command.route() != null, Refusal.at("ROUTE_OF_HATE_ONLY", "route"))
            .refuse(
                waits && !(reported && couldNotWait != null), Refusal.of("CONSULTATION_MISSING"))
            .refuse(
                !waits && couldNotWait != null,
                Refusal.at("NO_CONSULTATION_NEEDED", "couldNotWaitBecause"))
            .bounded(to, Checked.LINE, "reportedTo")
            .bounded(reference, Checked.LINE, "reference")
            .bounded(because, Checked.ACCOUNT, "notReportedBecause")
            .bounded(couldNotWait, Checked.ACCOUNT, "couldNotWaitBecause")
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
            ? obligation.answered(
                ObligationStatus.NOT_REPORTED, Obligation.Answered.because(because, by, now))
            : obligation.answered(
                ObligationStatus.REPORTED,
                new Obligation.Answered(
                    to, reportedAt, reference, command.route(), couldNotWait, null, by, now));
    if (reportedAt != null) {
      due.reported(found.get().incident(), obligation.kind(), reportedAt, now);
    }
    return answered(answered, actor.id(), now);
  }

  private Outcome<ObligationView> answered(Obligation answered, ActorId by, Instant now) {
    stored.save(answered);
    due.answered(
        answered.kind(),
        answered.incident(),
        answered.answer().reference(),
        answered.status().name(),
        now);
    events.publishEvent(
        new ObligationAnswered(
            new ObligationId(answered.id()),
            new IncidentId(answered.incident()),
            answered.kind(),
            answered.status(),
            answered.answer().reportedAt(),
            now,
            by));
    return Outcome.done(find(new ObligationId(answered.id())).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<ObligationView> advise(Advice command, Actor actor, Instant now) {
    Optional<Owed> found = owed(command.id(), actor);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Obligation", "id"));
    }
    Obligation obligation = found.get().obligation();
    Incident incident = found.get().incident();
    ServiceAreaCode area = Rows.area(incident.serviceArea());
    boolean heads = area != null && actor.heads(area);
    Role as = heads ? Role.HEAD_OF_SERVICE : Role.HEAD_OF_CUSTOMER_SERVICES;
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), obligation.known()))
            .refuse(
                !heads && !actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES),
                AuthorityRefusal.of(
                    "NOT_TO_BE_CONSULTED", Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES))
            .refuse(
                incident.recordedBy().equals(actor.id().value()), Refusal.of("CONSULTS_THEMSELVES"))
            .refuse(!obligation.needsConsultation(), Refusal.of("NO_CONSULTATION_NEEDED"))
            .refuse(!obligation.open(), Refusal.of("OBLIGATION_ANSWERED"))
            .refuse(obligation.advised().consultedAt() != null, Refusal.of("CONSULTED_ALREADY"))
            .needed(command.words(), Checked.ACCOUNT, "words");
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    boolean report = command.advice() == ConsultationAdvice.REPORT;
    Instant dueAt = report ? now : obligation.dueAt();
    stored.save(
        obligation.advised(
            new Obligation.Advised(
                now, actor.id().value(), as, command.advice(), command.words().strip()),
            dueAt));
    due.adviceGiven(incident, report, dueAt, now);
    return Outcome.done(find(command.id()).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<ObligationView> recordAbsence(Absence command, Actor actor, Instant now) {
    Optional<Owed> found = owed(command.id(), actor);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Obligation", "id"));
    }
    Obligation obligation = found.get().obligation();
    Incident incident = found.get().incident();
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    LocalDate from = command.absentFrom();
    LocalDate back = command.backOn();
    boolean unclear =
        command.neverAbsent() == (from != null)
            || (back != null && (from == null || !back.isAfter(from)))
            || (from != null && from.isBefore(incident.occurredOn()));
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), obligation.known()))
            .refuse(obligation.kind() != ObligationKind.RIDDOR_WATCH, Refusal.of("NOT_A_WATCH"))
            .refuse(!obligation.open(), Refusal.of("OBLIGATION_ANSWERED"))
            .refuse(unclear, Refusal.at("ABSENCE_UNCLEAR", "absentFrom"))
            .notAfter(from, today, "absentFrom")
            .notAfter(back, today, "backOn");
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    boolean reportable =
        from != null && InjuryClock.reportable(incident.occurredOn(), from, back, today);
    if (reportable) {
      due.reportable(incident, now);
    }
    boolean stillAway = from != null && back == null && !reportable;
    Instant dueAt = stillAway ? due.watch(incident, from, now) : obligation.dueAt();
    Obligation known = obligation.absent(from, back, dueAt);
    if (stillAway) {
      stored.save(known);
      return Outcome.done(find(command.id()).orElseThrow());
    }
    if (!reportable) {
      settleReport(incident, actor, now);
    }
    return answered(
        known.answered(
            ObligationStatus.SETTLED, Obligation.Answered.settled(actor.id().value(), now)),
        actor.id(),
        now);
  }

  @Override
  @Transactional
  public Outcome<ObligationView> recordNews(News command, Actor actor, Instant now) {
    Optional<Owed> found = owed(command.id(), actor);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Obligation", "id"));
    }
    Obligation report = found.get().obligation();
    Incident incident = found.get().incident();
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), report.known()))
            .refuse(erased(report), Refusal.at("RECORD_ERASED", "id"))
            .refuse(ReportNewsRules.refusals(command, report, today));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    String number = Checked.tidy(command.crimeNumber());
    sql.insertInto(REPORT_OUTCOME)
        .set(REPORT_OUTCOME.ID, Ids.next())
        .set(REPORT_OUTCOME.OBLIGATION, report.id())
        .set(REPORT_OUTCOME.OUTCOME, command.outcome().name())
        .set(REPORT_OUTCOME.CRIME_NUMBER, number)
        .set(REPORT_OUTCOME.TOLD_BY, Checked.tidy(command.toldBy()))
        .set(REPORT_OUTCOME.TOLD_ON, command.toldOn())
        .set(REPORT_OUTCOME.ASK_AGAIN_ON, command.askAgainOn())
        .set(REPORT_OUTCOME.NOTE, Checked.tidy(command.note()))
        .set(REPORT_OUTCOME.RECORDED_BY, actor.id().value())
        .set(REPORT_OUTCOME.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    stored.save(report.stands(report.standing().with(command.outcome(), number, command.toldOn())));
    if (command.askAgainOn() != null) {
      due.askOn(incident, report.kind(), command.askAgainOn(), now);
    } else if (report.standing().isNewsTo(command.outcome(), command.toldOn())) {
      due.askNoMore(incident.id(), report.kind(), command.outcome().name(), now);
    }
    events.publishEvent(
        new ReportOutcomeRecorded(
            command.id(),
            new IncidentId(incident.id()),
            report.kind(),
            command.outcome(),
            command.toldOn(),
            now,
            actor.id()));
    return Outcome.done(find(command.id()).orElseThrow());
  }

  /** What was erased is not written anew (T26). */
  private boolean erased(Obligation report) {
    return sql.fetchExists(
        OBLIGATION, OBLIGATION.ID.eq(report.id()).and(OBLIGATION.ERASED_AT.isNotNull()));
  }

  @Override
  public List<ReportOutcomeView> newsOf(Collection<ObligationId> reports) {
    return reports.isEmpty()
        ? List.of()
        : sql.selectFrom(REPORT_OUTCOME)
            .where(
                REPORT_OUTCOME.OBLIGATION.eq(
                    DSL.any(
                        reports.stream().map(ObligationId::value).distinct().toArray(UUID[]::new))))
            .orderBy(REPORT_OUTCOME.TOLD_ON, REPORT_OUTCOME.ID)
            .fetch(
                r ->
                    new ReportOutcomeView(
                        new ObligationId(r.getObligation()),
                        ReportOutcome.valueOf(r.getOutcome()),
                        r.getCrimeNumber(),
                        r.getToldBy(),
                        r.getToldOn(),
                        r.getAskAgainOn(),
                        r.getNote(),
                        r.getRecordedAt().toInstant(),
                        new ActorId(r.getRecordedBy())));
  }

  /** A report that fell due for want of news is not needed after all. */
  private void settleReport(Incident incident, Actor actor, Instant now) {
    stored
        .findByIncidentAndKind(incident.id(), ObligationKind.RIDDOR_REPORT)
        .filter(Obligation::open)
        .ifPresent(
            report ->
                answered(
                    report.answered(
                        ObligationStatus.SETTLED,
                        Obligation.Answered.settled(actor.id().value(), now)),
                    actor.id(),
                    now));
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
        Rows.instant(r.get(OBLIGATION.ANSWERED_AT)),
        Rows.one(ReportRoute.class, r.get(OBLIGATION.ROUTE)),
        r.get(OBLIGATION.NEEDS_CONSULTATION),
        consultation(r),
        r.get(OBLIGATION.COULD_NOT_WAIT_BECAUSE),
        r.get(OBLIGATION.ABSENT_FROM),
        r.get(OBLIGATION.BACK_ON),
        Rows.one(ReportOutcome.class, r.get(OBLIGATION.OUTCOME)),
        r.get(OBLIGATION.CRIME_NUMBER));
  }

  private static ObligationView.@Nullable Consultation consultation(Record r) {
    Instant at = Rows.instant(r.get(OBLIGATION.CONSULTED_AT));
    return at == null
        ? null
        : new ObligationView.Consultation(
            at,
            new ActorId(r.get(OBLIGATION.CONSULTED_BY)),
            Role.valueOf(r.get(OBLIGATION.CONSULTED_AS)),
            ConsultationAdvice.valueOf(r.get(OBLIGATION.ADVICE)),
            Objects.requireNonNull(r.get(OBLIGATION.ADVICE_WORDS)));
  }
}
