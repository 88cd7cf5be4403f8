package org.evenhand.restrictions.internal.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.policy.DecisionKind;
import org.evenhand.policy.DecisionScope;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.InjunctionView;
import org.jspecify.annotations.Nullable;

/** What may be done about injunctions, in which state and by whom; the guard of each act. */
public enum InjunctionAct {
  AUTHORISE("injunctionAuthorise"),
  WITHDRAW("injunctionWithdraw");

  private final String mutation;

  InjunctionAct(String mutation) {
    this.mutation = mutation;
  }

  /** Null for one that is still to be authorised. */
  List<Refusal> refusals(
      @Nullable InjunctionView injunction, Actor actor, Optional<PolicyInForce> policy) {
    var refusals = new ArrayList<Refusal>();
    if (injunction != null && injunction.withdrawn() != null) {
      refusals.add(Refusal.of("INJUNCTION_WITHDRAWN"));
    }
    if (policy.isEmpty()) {
      refusals.add(Policies.noneInForce());
    } else {
      Set<Role> may = deciders(policy.get());
      if (may.stream().noneMatch(actor::holds)) {
        refusals.add(
            AuthorityRefusal.of("NOT_YOURS_TO_DECIDE", may.stream().sorted().toArray(Role[]::new)));
      }
    }
    return refusals;
  }

  /** The reading of delegated authority that the policy in force gives (T11). */
  static Set<Role> deciders(PolicyInForce policy) {
    return policy.authority().whoMay(DecisionKind.INJUNCTION, DecisionScope.CORPORATE);
  }

  public static List<AvailableAction> all(
      InjunctionView injunction, Actor actor, Optional<PolicyInForce> policy) {
    return List.of(
        AvailableAction.of(
            WITHDRAW.name(),
            WITHDRAW.mutation,
            WITHDRAW.refusals(injunction, actor, policy),
            null));
  }
}
