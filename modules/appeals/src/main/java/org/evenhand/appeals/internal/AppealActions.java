package org.evenhand.appeals.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.appeals.AppealView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.springframework.stereotype.Component;

/** What may be done with an appeal now, from the table that guards the acts themselves. */
@Component
public class AppealActions {

  private final Independence independence;
  private final Policies policies;
  private final Clock clock;

  AppealActions(Independence independence, Policies policies, Clock clock) {
    this.independence = independence;
    this.policies = policies;
    this.clock = clock;
  }

  /** For each of these appeals, in as many statements as for one. */
  public Map<AppealView, List<AvailableAction>> of(List<AppealView> appeals, Actor actor) {
    Optional<PolicyInForce> policy = policies.inForce(clock.instant());
    var each = new HashMap<AppealView, List<AvailableAction>>();
    independence
        .of(appeals, actor.id())
        .forEach((appeal, part) -> each.put(appeal, AllowedAct.all(appeal, part, actor, policy)));
    return each;
  }

  /** Every reason in state or seat why this person may not do this now. */
  List<Refusal> refusals(AllowedAct act, AppealView appeal, Actor actor) {
    return act.refusals(
        AllowedAct.Question.of(appeal, independence.of(appeal, actor.id())),
        actor,
        policies.inForce(clock.instant()));
  }
}
