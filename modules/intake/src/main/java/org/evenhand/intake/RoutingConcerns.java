package org.evenhand.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Concerns on another route (T19): the monitoring officer for members and for the head of customer
 * services, the human resources lead for staff and heads of service, the contract manager for the
 * provider of a commissioned service. Where nobody holds the work, the head of customer services
 * takes staff's and the head of service contractors'. Whoever it is about has no part in it.
 *
 * <p>Refused in each: a concern on no route or not the caller's (NOT_FOUND), a step out of order
 * (ROUTE_STEP_OUT_OF_ORDER), a version that is not the present one (STALE), missing words.
 */
public interface RoutingConcerns {

  /** Within so many working days a concern is received on its other route. */
  int RECEIVE_WITHIN = 2;

  /** Within so many working days of its receipt, or of being referred on, it is concluded. */
  int CONCLUDE_WITHIN = 20;

  /** A step with what it says; what it does not need is null. */
  record Step(
      ConcernId id, int expectedVersion, @Nullable String words, @Nullable String referredTo) {}

  /** It has arrived. */
  Outcome<ConcernView> receive(Step step, Actor actor, Instant now);

  /** What it amounts to, in words. */
  Outcome<ConcernView> assess(Step step, Actor actor, Instant now);

  /** Hands it on, to whom and why; it stays open here until that is concluded. */
  Outcome<ConcernView> refer(Step step, Actor actor, Instant now);

  /** Ends it; the reporter is told the outcome and no more. */
  Outcome<ConcernView> conclude(Step step, RouteOutcome outcome, Actor actor, Instant now);

  /** Of these concerns, those on another route. */
  List<ConcernRouteView> of(Collection<ConcernId> concerns);
}
