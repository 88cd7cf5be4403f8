package org.evenhand.designation.internal;

import static org.evenhand.designation.internal.jooq.Tables.CONSIDERED_INCIDENT;
import static org.evenhand.designation.internal.jooq.Tables.DROPPED_INCIDENT;
import static org.evenhand.designation.internal.jooq.Tables.RECHECK;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.designation.Category;
import org.evenhand.designation.ConductPattern;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Determination;
import org.evenhand.designation.DeterminationRechecked;
import org.evenhand.designation.RecheckOutcome;
import org.evenhand.designation.RecheckView;
import org.evenhand.designation.Rechecking;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.IncidentChanged;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentMoved;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a corrected incident does to the cases that rest on it, in the correction's own transaction
 * (T27): a case loses what was somebody else's or void, and an adverse determination is to be
 * looked at again, at once where it loses something.
 */
@Component
class CorrectedIncidents implements Rechecking {

  static final String DUTY = "DETERMINATION_RECHECK";

  /** Local: where an account was only put right, and nothing is lost. */
  private static final int WORKING_DAYS = 5;

  private final StoredConsiderations stored;
  private final Surroundings surroundings;
  private final Duties duties;
  private final WorkingDays workingDays;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  CorrectedIncidents(
      StoredConsiderations stored,
      Surroundings surroundings,
      Duties duties,
      WorkingDays workingDays,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.surroundings = surroundings;
    this.duties = duties;
    this.workingDays = workingDays;
    this.sql = sql;
    this.events = events;
  }

  /** Before what rests on the cases hears of it. */
  @EventListener
  @Order(0)
  void on(IncidentChanged change) {
    for (UUID id : casesOn(change.incidentId())) {
      ConsiderationView view = stored.find(new ConsiderationId(id)).orElseThrow();
      if (!Preconditions.allIncidents(view).contains(change.incidentId())) {
        continue;
      }
      if (change.gone()) {
        drop(view, change);
      }
      if (adverse(view)) {
        lookAgain(view, change.gone(), change.at());
      }
    }
  }

  /** The cases that rest on this incident, or did until it was corrected. */
  List<UUID> casesOn(IncidentId incident) {
    return sql.selectDistinct(CONSIDERED_INCIDENT.CONSIDERATION)
        .from(CONSIDERED_INCIDENT)
        .where(CONSIDERED_INCIDENT.INCIDENT_ID.eq(incident.value()))
        .orderBy(CONSIDERED_INCIDENT.CONSIDERATION)
        .fetch(r -> r.value1());
  }

  private void drop(ConsiderationView view, IncidentChanged change) {
    UUID concern =
        change instanceof IncidentMoved moved && moved.concernMoved() != null
            ? moved.concernMoved().value()
            : null;
    sql.insertInto(DROPPED_INCIDENT)
        .set(DROPPED_INCIDENT.ID, Ids.next())
        .set(DROPPED_INCIDENT.CONSIDERATION, view.id().value())
        .set(DROPPED_INCIDENT.INCIDENT_ID, change.incidentId().value())
        .set(DROPPED_INCIDENT.CONCERN_ID, concern)
        .set(DROPPED_INCIDENT.CAUSE, change.kind().name())
        .set(DROPPED_INCIDENT.BY_ACTOR, change.by().value())
        .set(DROPPED_INCIDENT.AT, change.at().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  /** One that designates, or on which restrictive action may rest. */
  private static boolean adverse(ConsiderationView view) {
    Determination made = view.determination();
    return made != null
        && view.status() != ConsiderationStatus.OPEN
        && (made.category().designates() || made.restrictiveAllowed());
  }

  private void lookAgain(ConsiderationView view, boolean atOnce, Instant now) {
    UUID id = view.id().value();
    if (!waits(id)) {
      sql.insertInto(RECHECK)
          .set(RECHECK.ID, Ids.next())
          .set(RECHECK.VERSION, 0)
          .set(RECHECK.CONSIDERATION, id)
          .set(RECHECK.OPENED_AT, now.atOffset(ZoneOffset.UTC))
          .execute();
    }
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    boolean alreadyAtOnce =
        duties.openFor(id).stream().anyMatch(d -> d.kind().equals(DUTY) && d.overdue(now));
    if (alreadyAtOnce) {
      return;
    }
    Role owner = view.scope().corporate() ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE;
    duties.open(
        new DutyToOpen(
            DUTY,
            "Consideration",
            id,
            view.customerId().value(),
            owner,
            null,
            view.leadService(),
            atOnce ? today : workingDays.plus(today, WORKING_DAYS),
            atOnce ? now : null),
        now);
  }

  /** Whether this determination waits to be looked at again. */
  boolean waits(UUID consideration) {
    return sql.fetchExists(
        selectOne()
            .from(RECHECK)
            .where(RECHECK.CONSIDERATION.eq(consideration))
            .and(RECHECK.OUTCOME.isNull()));
  }

  /** Whether something restrictive may still rest on it: it neither waits nor fell. */
  boolean holds(UUID consideration) {
    return !sql.fetchExists(
        selectOne()
            .from(RECHECK)
            .where(RECHECK.CONSIDERATION.eq(consideration))
            .and(RECHECK.OUTCOME.isNull().or(RECHECK.OUTCOME.eq(RecheckOutcome.FALLS.name()))));
  }

  /** Whether this person may look at it again: guards the act and offers it. */
  static List<Refusal> mayRecheck(ConsiderationView view, Actor actor) {
    return actor.heads(view.leadService()) || actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
        ? List.of()
        : List.of(
            AuthorityRefusal.of(
                "NOT_YOURS_TO_DO", Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES));
  }

  @Override
  @Transactional
  public Outcome<ConsiderationView> recheck(Recheck command, Actor actor, Instant now) {
    ConsiderationView view =
        stored.find(command.id()).filter(Sight.of(actor)::includes).orElse(null);
    if (view == null) {
      return Outcome.refused(Refusal.notFound("Consideration", "consideration"));
    }
    RecheckView waiting =
        of(List.of(view)).stream().filter(r -> r.outcome() == null).findFirst().orElse(null);
    var refusals = new ArrayList<>(mayRecheck(view, actor));
    if (waiting == null) {
      refusals.add(Refusal.of("NOTHING_TO_RECHECK"));
      return Outcome.refused(refusals);
    }
    add(refusals, Acts.stale(command.expectedVersion(), waiting.version()));
    add(refusals, Acts.text(command.reasons(), Consideration.LONGEST_TEXT, "reasons"));
    if (command.outcome() == RecheckOutcome.STANDS && !waiting.missing().isEmpty()) {
      refusals.add(
          Refusal.at(
              "FINDINGS_WITHOUT_EVIDENCE",
              Map.of("missing", String.join(", ", waiting.missing())),
              "outcome"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    sql.update(RECHECK)
        .set(RECHECK.OUTCOME, command.outcome().name())
        .set(RECHECK.REASONS, command.reasons().strip())
        .set(RECHECK.BY_ACTOR, actor.id().value())
        .set(RECHECK.DECIDED_AT, now.atOffset(ZoneOffset.UTC))
        .set(RECHECK.VERSION, waiting.version() + 1)
        .where(RECHECK.ID.eq(waiting.id()))
        .execute();
    duties.discharge(DUTY, view.id().value(), view.reference(), command.outcome().name(), now);
    events.publishEvent(
        new DeterminationRechecked(
            view.id(), view.customerId(), command.outcome(), now, actor.id()));
    return Outcome.done(view);
  }

  @Override
  public List<RecheckView> of(Collection<ConsiderationView> considerations) {
    Map<UUID, ConsiderationView> asked = new HashMap<>();
    considerations.forEach(c -> asked.put(c.id().value(), c));
    return sql
        .selectFrom(RECHECK)
        .where(RECHECK.CONSIDERATION.eq(DSL.any(asked.keySet().toArray(UUID[]::new))))
        .orderBy(RECHECK.OPENED_AT, RECHECK.ID)
        .fetch()
        .stream()
        .map(
            r -> {
              ConsiderationView view = asked.get(r.getConsideration());
              String by = r.getByActor();
              return new RecheckView(
                  r.getId(),
                  r.getVersion(),
                  new ConsiderationId(r.getConsideration()),
                  r.getOpenedAt().toInstant(),
                  view == null ? List.of() : missing(view),
                  r.getOutcome() == null ? null : RecheckOutcome.valueOf(r.getOutcome()),
                  r.getReasons(),
                  by == null ? null : new ActorId(by),
                  r.getDecidedAt() == null ? null : r.getDecidedAt().toInstant());
            })
        .toList();
  }

  /**
   * What the findings of this determination need and have no more, by the rules they were made by.
   */
  private List<String> missing(ConsiderationView view) {
    Determination made = view.determination();
    if (made == null) {
      return List.of();
    }
    var left = surroundings.incidents(Preconditions.allIncidents(view)).values();
    Set<LocalDate> days = left.stream().map(Facts.Incident::occurredOn).collect(Collectors.toSet());
    var missing = new ArrayList<String>();
    if (made.category().designates() && left.isEmpty()) {
      missing.add("INCIDENT_FOR_HINDRANCE");
    }
    if (made.category() == Category.UNREASONABLY_PERSISTENT
        && made.pattern() == ConductPattern.ACCUMULATION
        && days.size() < 2) {
      missing.add("ACCUMULATION");
    }
    if (made.mannerOnly() && left.stream().noneMatch(Facts.Incident::manner)) {
      missing.add("MANNER");
    }
    return missing;
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
