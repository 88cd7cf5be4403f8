package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.AGREEMENT_LEFT;
import static org.evenhand.restrictions.internal.jooq.Tables.IMPOSED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionLifted;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.spi.TypeId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customer leaves a voluntary agreement: at any time, by telling anybody, without a reason, and
 * without anything following from it (P8.3.12, T25). No incident is made of it and no reason is
 * kept.
 */
@Service
public class LeftAgreements {

  /** What is kept as the reason for which the action ended; a code, never the customer's words. */
  static final String LEFT = "LEFT_BY_THE_CUSTOMER";

  private static final int LONGEST = 200;

  private final ImposedActions actions;
  private final Endings endings;
  private final CurrentActor currentActor;
  private final ApplicationEventPublisher events;
  private final DSLContext dsl;
  private final Clock clock;

  LeftAgreements(
      ImposedActions actions,
      Endings endings,
      CurrentActor currentActor,
      ApplicationEventPublisher events,
      DSLContext dsl,
      Clock clock) {
    this.actions = actions;
    this.endings = endings;
    this.currentActor = currentActor;
    this.events = events;
    this.dsl = dsl;
    this.clock = clock;
  }

  /**
   * @param toldOn the day on which the customer said so
   * @param toldHow in which way: rang, wrote, said at the desk
   */
  public record ToLeave(
      RestrictionId restriction,
      @Nullable Integer expectedVersion,
      LocalDate toldOn,
      String toldHow) {}

  /** An agreement that was left. */
  public record Left(
      UUID id,
      UUID restrictionId,
      CustomerId customerId,
      String reference,
      LocalDate toldOn,
      String toldHow,
      ActorId recordedBy,
      Instant at) {}

  /**
   * Ends the agreement at once (P8.3.12). Refused: another kind of action, one that has ended, a
   * day to come (DAY_AHEAD).
   */
  @Transactional
  public Outcome<Left> leave(ToLeave wanted) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(wanted.restriction().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    ImposedAction action = found.get();
    TypeId type = TypeId.of(action.decided().typeId());
    var refusals =
        new ArrayList<Refusal>(
            ActOfKind.LEAVE_AGREEMENT.refusals(
                type, Standing.at(action, now), action.leadService(), currentActor.get()));
    Refusal stale =
        Acts.stale(wanted.expectedVersion(), action.version() == null ? 0 : action.version());
    if (stale != null) {
      refusals.add(stale);
    }
    Refusal how = Acts.text(wanted.toldHow(), LONGEST, "toldHow");
    if (how != null) {
      refusals.add(how);
    }
    if (wanted.toldOn().isAfter(now.atZone(WorkingDays.LONDON).toLocalDate())) {
      refusals.add(Refusal.at("DAY_AHEAD", "toldOn"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    ActorId by = currentActor.get().id();
    UUID id = Ids.next();
    dsl.insertInto(AGREEMENT_LEFT)
        .set(AGREEMENT_LEFT.ID, id)
        .set(AGREEMENT_LEFT.RESTRICTION_ID, action.id())
        .set(AGREEMENT_LEFT.TOLD_ON, wanted.toldOn())
        .set(AGREEMENT_LEFT.TOLD_HOW, wanted.toldHow())
        .set(AGREEMENT_LEFT.RECORDED_BY, by.value())
        .set(AGREEMENT_LEFT.AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    ImposedAction ended = endings.end(action, RestrictionStatus.LIFTED, LEFT, by, now);
    events.publishEvent(
        new RestrictionLifted(
            new RestrictionId(ended.id()),
            new CustomerId(ended.decided().customerId()),
            RestrictionDecisions.considerationId(ended),
            type,
            ended.decided().nature(),
            ended.leadService(),
            now,
            by));
    return Outcome.done(find(id).orElseThrow());
  }

  public Optional<Left> find(UUID id) {
    return dsl.select(AGREEMENT_LEFT.asterisk(), IMPOSED.CUSTOMER_ID, IMPOSED.REFERENCE)
        .from(AGREEMENT_LEFT)
        .join(IMPOSED)
        .on(IMPOSED.ID.eq(AGREEMENT_LEFT.RESTRICTION_ID))
        .where(AGREEMENT_LEFT.ID.eq(id))
        .fetchOptional(
            row ->
                new Left(
                    row.get(AGREEMENT_LEFT.ID),
                    row.get(AGREEMENT_LEFT.RESTRICTION_ID),
                    new CustomerId(row.get(IMPOSED.CUSTOMER_ID)),
                    row.get(IMPOSED.REFERENCE),
                    row.get(AGREEMENT_LEFT.TOLD_ON),
                    row.get(AGREEMENT_LEFT.TOLD_HOW),
                    new ActorId(row.get(AGREEMENT_LEFT.RECORDED_BY)),
                    row.get(AGREEMENT_LEFT.AT).toInstant()));
  }
}
