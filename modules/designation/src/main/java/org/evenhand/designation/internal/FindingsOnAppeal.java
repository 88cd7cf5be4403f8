package org.evenhand.designation.internal;

import static org.evenhand.designation.internal.jooq.Tables.RECHECK;

import java.time.ZoneOffset;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.DeterminationRechecked;
import org.evenhand.designation.FindingsSetAside;
import org.evenhand.designation.RecheckOutcome;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.Ids;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Findings that an appeal set aside fall like those that lost what they rested on: nothing
 * restrictive rests on them any more (P10.5, T27). A bound member's appeal leaves the findings
 * about the rest of the group (T15).
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
        .filter(view -> view.customerId().value().equals(event.customerId()))
        .ifPresent(view -> fall(view, event));
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
