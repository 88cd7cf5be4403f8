package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONCERN_ROUTE;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernRoute;
import org.evenhand.intake.ConcernRouteView;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.FeedbackCode;
import org.evenhand.intake.RouteOutcome;
import org.evenhand.intake.RouteStatus;
import org.evenhand.intake.RoutingConcerns;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RouteDesk implements RoutingConcerns {

  private final StoredRoutedConcerns stored;
  private final ConcernReading concerns;
  private final ConcernRouting routing;
  private final Feedback feedback;
  private final DSLContext sql;

  RouteDesk(
      StoredRoutedConcerns stored,
      ConcernReading concerns,
      ConcernRouting routing,
      Feedback feedback,
      DSLContext sql) {
    this.stored = stored;
    this.concerns = concerns;
    this.routing = routing;
    this.feedback = feedback;
    this.sql = sql;
  }

  @Override
  @Transactional
  public Outcome<ConcernView> receive(Step step, Actor actor, Instant now) {
    Outcome<ConcernView> taken =
        take(
            step,
            actor,
            EnumSet.of(RouteStatus.SENT),
            new Checked(),
            r -> r.received(actor.id().value(), now));
    if (taken.orNull() instanceof ConcernView concern) {
      routing.done(ConcernRouting.RECEIVE, concern, RouteStatus.RECEIVED.name(), now);
      routing.due(ConcernRouting.CONCLUDE, CONCLUDE_WITHIN, concern, now);
    }
    return taken;
  }

  @Override
  @Transactional
  public Outcome<ConcernView> assess(Step step, Actor actor, Instant now) {
    return take(
        step,
        actor,
        EnumSet.of(RouteStatus.RECEIVED, RouteStatus.ASSESSED),
        new Checked().needed(step.words(), Checked.ACCOUNT, "assessment"),
        r -> r.assessed(stripped(step.words()), actor.id().value(), now));
  }

  @Override
  @Transactional
  public Outcome<ConcernView> refer(Step step, Actor actor, Instant now) {
    Outcome<ConcernView> taken =
        take(
            step,
            actor,
            EnumSet.of(RouteStatus.RECEIVED, RouteStatus.ASSESSED, RouteStatus.REFERRED),
            new Checked()
                .needed(step.referredTo(), Checked.LINE, "referredTo")
                .needed(step.words(), Checked.ACCOUNT, "reason"),
            r ->
                r.referred(
                    stripped(step.referredTo()), stripped(step.words()), actor.id().value(), now));
    if (taken.orNull() instanceof ConcernView concern) {
      routing.due(ConcernRouting.CONCLUDE, CONCLUDE_WITHIN, concern, now);
    }
    return taken;
  }

  @Override
  @Transactional
  public Outcome<ConcernView> conclude(Step step, RouteOutcome outcome, Actor actor, Instant now) {
    Outcome<ConcernView> taken =
        take(
            step,
            actor,
            EnumSet.of(RouteStatus.ASSESSED, RouteStatus.REFERRED),
            new Checked().needed(step.words(), Checked.ACCOUNT, "reason"),
            r -> r.concluded(outcome, stripped(step.words()), actor.id().value(), now));
    if (taken.orNull() instanceof ConcernView concern) {
      routing.done(ConcernRouting.CONCLUDE, concern, outcome.name(), now);
      feedback.give(concern, FeedbackCode.of(outcome), now);
    }
    return taken;
  }

  private Outcome<ConcernView> take(
      Step step,
      Actor actor,
      Set<RouteStatus> from,
      Checked checked,
      UnaryOperator<RoutedConcern> how) {
    Optional<ConcernView> concern = concerns.find(step.id()).filter(c -> routing.handles(c, actor));
    Optional<RoutedConcern> routed = stored.findByConcern(step.id().value());
    if (concern.isEmpty() || routed.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Concern", "id"));
    }
    checked
        .refuse(Acts.stale(step.expectedVersion(), routed.get().known()))
        .refuse(!from.contains(routed.get().status()), Refusal.of("ROUTE_STEP_OUT_OF_ORDER"));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    stored.save(how.apply(routed.get()));
    return Outcome.done(concern.get());
  }

  private static String stripped(@org.jspecify.annotations.Nullable String words) {
    return Objects.requireNonNull(words).strip();
  }

  @Override
  public List<ConcernRouteView> of(Collection<ConcernId> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.selectFrom(CONCERN_ROUTE)
            .where(
                CONCERN_ROUTE.CONCERN.eq(
                    DSL.any(ids.stream().map(ConcernId::value).distinct().toArray(UUID[]::new))))
            .fetch(RouteDesk::view);
  }

  private static ConcernRouteView view(Record r) {
    return new ConcernRouteView(
        new ConcernId(r.get(CONCERN_ROUTE.CONCERN)),
        r.get(CONCERN_ROUTE.VERSION),
        ConcernRoute.valueOf(r.get(CONCERN_ROUTE.ROUTE)),
        RouteStatus.valueOf(r.get(CONCERN_ROUTE.STATUS)),
        r.get(CONCERN_ROUTE.SENT_AT).toInstant(),
        Rows.instant(r.get(CONCERN_ROUTE.RECEIVED_AT)),
        Rows.actor(r.get(CONCERN_ROUTE.RECEIVED_BY)),
        r.get(CONCERN_ROUTE.ASSESSMENT),
        Rows.instant(r.get(CONCERN_ROUTE.ASSESSED_AT)),
        Rows.actor(r.get(CONCERN_ROUTE.ASSESSED_BY)),
        r.get(CONCERN_ROUTE.REFERRED_TO),
        r.get(CONCERN_ROUTE.REFERRAL_REASON),
        Rows.instant(r.get(CONCERN_ROUTE.REFERRED_AT)),
        Rows.actor(r.get(CONCERN_ROUTE.REFERRED_BY)),
        Rows.one(RouteOutcome.class, r.get(CONCERN_ROUTE.OUTCOME)),
        r.get(CONCERN_ROUTE.CONCLUSION),
        Rows.instant(r.get(CONCERN_ROUTE.CONCLUDED_AT)),
        Rows.actor(r.get(CONCERN_ROUTE.CONCLUDED_BY)));
  }
}
