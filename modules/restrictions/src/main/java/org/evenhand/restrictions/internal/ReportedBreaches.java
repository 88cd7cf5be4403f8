package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.BREACH;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.restrictions.BreachReported;
import org.evenhand.restrictions.BreachToReport;
import org.evenhand.restrictions.BreachView;
import org.evenhand.restrictions.Breaches;
import org.evenhand.restrictions.RestrictionId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was not kept to, with proof that it had been served (T10). No end date is moved by it. */
@Service
class ReportedBreaches implements Breaches {

  private static final int LONGEST = 10_000;

  private final ImposedActions actions;
  private final ReadingReviews reading;
  private final Incidents incidents;
  private final Customers customers;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final ApplicationEventPublisher events;
  private final DSLContext dsl;
  private final Clock clock;

  ReportedBreaches(
      ImposedActions actions,
      ReadingReviews reading,
      Incidents incidents,
      Customers customers,
      Duties duties,
      CurrentActor currentActor,
      WorkingDays workingDays,
      ApplicationEventPublisher events,
      DSLContext dsl,
      Clock clock) {
    this.actions = actions;
    this.reading = reading;
    this.incidents = incidents;
    this.customers = customers;
    this.duties = duties;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.events = events;
    this.dsl = dsl;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<BreachView> report(BreachToReport breach) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(breach.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    ImposedAction action = found.get();
    var refusals =
        new ArrayList<Refusal>(
            AllowedAct.REPORT_BREACH.refusals(
                AllowedAct.Case.of(action, false, now), currentActor.get(), Optional.empty()));
    add(refusals, Acts.text(breach.proofOfService(), LONGEST, "proofOfService"));
    add(refusals, Acts.text(breach.proofOfBreach(), LONGEST, "proofOfBreach"));
    Optional<IncidentView> incident = incident(breach, action);
    if (incident.isEmpty()) {
      refusals.add(Refusal.notFound("Incident", "incident"));
    } else {
      add(refusals, notThen(action, incident.get()));
    }
    if (reading.breachesOf(List.of(breach.id())).stream()
        .anyMatch(known -> known.incidentId().equals(breach.incident()))) {
      refusals.add(Refusal.at("BREACH_REPORTED_BEFORE", "incident"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    return Outcome.done(record(breach, action, incident.orElseThrow().occurredOn(), now));
  }

  private Optional<IncidentView> incident(BreachToReport breach, ImposedAction action) {
    List<CustomerId> records = customers.recordsOf(new CustomerId(action.decided().customerId()));
    return incidents.find(List.of(breach.incident())).stream()
        .filter(IncidentView::stands)
        .filter(i -> i.customerId() != null && records.contains(i.customerId()))
        .findFirst();
  }

  /** The customer had been told, and it had effect: nobody keeps to what they do not know (T9). */
  private static @Nullable Refusal notThen(ImposedAction action, IncidentView incident) {
    var time = incident.occurredAt();
    Instant happened =
        (time == null ? incident.occurredOn().atStartOfDay() : incident.occurredOn().atTime(time))
            .atZone(WorkingDays.LONDON)
            .toInstant();
    Instant told = action.progress().notifiedAt();
    Instant from = action.progress().effectiveFrom();
    if (told == null || from == null || happened.isBefore(told)) {
      return Refusal.at("BREACH_BEFORE_TOLD", "incident");
    }
    Instant over = Standing.end(action);
    Instant ended = action.progress().endedAt();
    boolean after =
        (over != null && !happened.isBefore(over)) || (ended != null && !happened.isBefore(ended));
    return happened.isBefore(from) || after
        ? Refusal.at("BREACH_WHILE_NOT_IN_FORCE", "incident")
        : null;
  }

  private BreachView record(
      BreachToReport breach, ImposedAction action, LocalDate occurredOn, Instant now) {
    UUID id = Ids.next();
    boolean live = !Standing.at(action, now).ended();
    LocalDate reviewBy =
        live ? workingDays.plus(now.atZone(WorkingDays.LONDON).toLocalDate(), 1) : null;
    dsl.insertInto(BREACH)
        .set(BREACH.ID, id)
        .set(BREACH.RESTRICTION_ID, action.id())
        .set(BREACH.CUSTOMER_ID, action.decided().customerId())
        .set(BREACH.INCIDENT_ID, breach.incident().value())
        .set(BREACH.OCCURRED_ON, occurredOn)
        .set(BREACH.PROOF_OF_SERVICE, breach.proofOfService())
        .set(BREACH.PROOF_OF_BREACH, breach.proofOfBreach())
        .set(BREACH.REVIEW_DUE_ON, reviewBy)
        .set(BREACH.REPORTED_BY, currentActor.get().id().value())
        .set(BREACH.REPORTED_AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    if (reviewBy != null) {
      duties.open(DutyKinds.toOwner(DutyKinds.REVIEW_AFTER_BREACH, action, reviewBy), now);
    }
    events.publishEvent(
        new BreachReported(
            id,
            breach.id(),
            new CustomerId(action.decided().customerId()),
            occurredOn,
            now,
            currentActor.get().id()));
    return reading.findBreach(id).orElseThrow();
  }

  @Override
  @Transactional(readOnly = true)
  public List<BreachView> of(RestrictionId restriction) {
    return actions
        .findById(restriction.value())
        .map(
            action ->
                reading.breachesOf(
                    actions.chain(action.first()).stream()
                        .map(each -> new RestrictionId(each.id()))
                        .toList()))
        .orElse(List.of());
  }

  @Override
  @Transactional(readOnly = true)
  public List<BreachView> of(Collection<RestrictionId> restrictions) {
    return reading.breachesOf(restrictions);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<BreachView> find(UUID id) {
    return reading.findBreach(id);
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
