package org.evenhand.sharing.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.sharing.ReferralStatus;
import org.evenhand.sharing.ReferralView;

/** The one table of what may be done with a referral, in which state and by whom (T22). */
enum ReferralAct {
  VIEW(
      "referralViewRecord",
      Set.of(Role.DATA_PROTECTION_OFFICER),
      EnumSet.of(ReferralStatus.PROPOSED, ReferralStatus.SHARED)),
  AUTHORISE(
      "referralAuthorise",
      Set.of(Role.HEAD_OF_CUSTOMER_SERVICES),
      EnumSet.of(ReferralStatus.PROPOSED)),
  REFUSE(
      "referralRefuse",
      Set.of(Role.HEAD_OF_CUSTOMER_SERVICES),
      EnumSet.of(ReferralStatus.PROPOSED)),
  CORRECT(
      "referralCorrect",
      Set.of(Role.HEAD_OF_CUSTOMER_SERVICES, Role.DATA_PROTECTION_OFFICER),
      EnumSet.of(ReferralStatus.SHARED)),
  WITHDRAW(
      "referralWithdraw",
      Set.of(Role.HEAD_OF_CUSTOMER_SERVICES, Role.DATA_PROTECTION_OFFICER),
      EnumSet.of(ReferralStatus.PROPOSED, ReferralStatus.SHARED)),
  DELIVER(
      "referralDeliver",
      Set.of(Role.HEAD_OF_CUSTOMER_SERVICES, Role.DATA_PROTECTION_OFFICER),
      EnumSet.of(ReferralStatus.SHARED, ReferralStatus.WITHDRAWN));

  private final String mutation;
  private final Set<Role> roles;
  private final Set<ReferralStatus> states;

  ReferralAct(String mutation, Set<Role> roles, Set<ReferralStatus> states) {
    this.mutation = mutation;
    this.roles = roles;
    this.states = states;
  }

  static List<AvailableAction> of(ReferralView referral, Actor actor) {
    return Arrays.stream(values())
        .map(
            act ->
                AvailableAction.of(act.name(), act.mutation, act.refusals(referral, actor), null))
        .toList();
  }

  /** Why this actor may not do it now; empty when they may. */
  List<Refusal> refusals(ReferralView referral, Actor actor) {
    var refusals = new ArrayList<Refusal>();
    Role[] may = mayDo(referral);
    if (!actor.holdsAny(may)) {
      refusals.add(AuthorityRefusal.of("REFERRAL_NOT_YOURS_TO_DECIDE", may));
    }
    if (!states.contains(referral.status())) {
      refusals.add(Refusal.of("REFERRAL_NOT_IN_THIS_STATE"));
    }
    if (this == AUTHORISE) {
      if (!referral.emergency() && referral.proposedBy().equals(actor.id())) {
        refusals.add(Refusal.of("REFERRAL_OWN_PROPOSAL"));
      }
      if (referral.needsView() && referral.dataProtection() == null) {
        refusals.add(Refusal.of("REFERRAL_VIEW_MISSING"));
      }
    }
    if (this == VIEW && referral.dataProtection() != null) {
      refusals.add(Refusal.of("REFERRAL_VIEWED_ALREADY"));
    }
    return refusals;
  }

  /** In an emergency the head of the service that is there shares too. */
  private Role[] mayDo(ReferralView referral) {
    var may = EnumSet.copyOf(roles);
    if (this == AUTHORISE && referral.emergency()) {
      may.add(Role.HEAD_OF_SERVICE);
    }
    return may.toArray(Role[]::new);
  }
}
