package org.evenhand.designation.internal;

import static org.evenhand.designation.internal.jooq.Tables.MEMBER_SET_ASIDE;
import static org.evenhand.designation.internal.jooq.Tables.RECHECK;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.DeterminationRechecked;
import org.evenhand.designation.FindingsSetAside;
import org.evenhand.designation.RecheckOutcome;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.Ids;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Findings that an appeal set aside fall like those that lost what they rested on: nothing
 * restrictive rests on them any more (P10.5, T27). A bound member's appeal sets aside what was
 * found about that member, and leaves the findings about the rest of the group (T15).
 */
@Component
class FindingsOnAppeal {

  private final StoredConsiderations stored;
  private final Duties duties;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  FindingsOnAppeal(
      StoredConsiderations stored,
      Duties duties,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.duties = duties;
    this.sql = sql;
    this.events = events;
  }

  @EventListener
  void on(FindingsSetAside event) {
    stored
        .find(new ConsiderationId(event.caseId()))
        .filter(view -> view.determination() != null)
        .ifPresent(
            view -> {
              if (view.customerId().value().equals(event.customerId())) {
                fall(view, event);
              } else if (binds(view, event.customerId())) {
                setAsideFor(view, event);
              }
            });
  }

  private static boolean binds(ConsiderationView view, UUID person) {
    return view.boundMembers().stream().anyMatch(m -> m.memberId().value().equals(person));
  }

  private void setAsideFor(ConsiderationView view, FindingsSetAside event) {
    sql.insertInto(MEMBER_SET_ASIDE)
        .set(MEMBER_SET_ASIDE.ID, Ids.next())
        .set(MEMBER_SET_ASIDE.CONSIDERATION, view.id().value())
        .set(MEMBER_SET_ASIDE.MEMBER_ID, event.customerId())
        .set(MEMBER_SET_ASIDE.REASONS, event.reasons())
        .set(MEMBER_SET_ASIDE.BY_ACTOR, event.by().value())
        .set(MEMBER_SET_ASIDE.AT, event.at().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  /** The bound members about whom the findings still stand. */
  List<BoundMember> stillBound(ConsiderationView view) {
    if (view.boundMembers().isEmpty()) {
      return List.of();
    }
    Set<UUID> setAside =
        sql.select(MEMBER_SET_ASIDE.MEMBER_ID)
            .from(MEMBER_SET_ASIDE)
            .where(MEMBER_SET_ASIDE.CONSIDERATION.eq(view.id().value()))
            .fetchSet(MEMBER_SET_ASIDE.MEMBER_ID);
    return view.boundMembers().stream()
        .filter(m -> !setAside.contains(m.memberId().value()))
        .toList();
  }

  /** What was set aside about one member, for the file of that member. */
  List<CaseFileContributor.Entry> entries(UUID consideration, UUID person) {
    return sql.selectFrom(MEMBER_SET_ASIDE)
        .where(MEMBER_SET_ASIDE.CONSIDERATION.eq(consideration))
        .and(MEMBER_SET_ASIDE.MEMBER_ID.eq(person))
        .fetch()
        .map(
            r ->
                new CaseFileContributor.Entry(
                    r.getAt().toInstant(),
                    "FINDINGS_SET_ASIDE_FOR_MEMBER",
                    Map.of(),
                    "Consideration",
                    consideration,
                    new ActorId(r.getByActor())));
  }

  private void fall(ConsiderationView view, FindingsSetAside event) {
    int decided =
        sql.update(RECHECK)
            .set(RECHECK.OUTCOME, RecheckOutcome.FALLS.name())
            .set(RECHECK.REASONS, event.reasons())
            .set(RECHECK.BY_ACTOR, event.by().value())
            .set(RECHECK.DECIDED_AT, event.at().atOffset(ZoneOffset.UTC))
            .set(RECHECK.VERSION, RECHECK.VERSION.plus(1))
            .where(RECHECK.CONSIDERATION.eq(view.id().value()))
            .and(RECHECK.OUTCOME.isNull())
            .execute();
    if (decided == 0) {
      sql.insertInto(RECHECK)
          .set(RECHECK.ID, Ids.next())
          .set(RECHECK.VERSION, 0)
          .set(RECHECK.CONSIDERATION, view.id().value())
          .set(RECHECK.OPENED_AT, event.at().atOffset(ZoneOffset.UTC))
          .set(RECHECK.OUTCOME, RecheckOutcome.FALLS.name())
          .set(RECHECK.REASONS, event.reasons())
          .set(RECHECK.BY_ACTOR, event.by().value())
          .set(RECHECK.DECIDED_AT, event.at().atOffset(ZoneOffset.UTC))
          .execute();
    }
    duties.discharge(
        CorrectedIncidents.DUTY,
        view.id().value(),
        view.reference(),
        RecheckOutcome.FALLS.name(),
        event.at());
    events.publishEvent(
        new DeterminationRechecked(
            view.id(), view.customerId(), RecheckOutcome.FALLS, event.at(), event.by()));
  }
}
