package org.evenhand.policy.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.policy.Finding;
import org.evenhand.policy.OpenFindingsRefusal;
import org.evenhand.policy.PolicyVersionStatus;
import org.evenhand.policy.PolicyVersionView;

/**
 * What can be done with a version, in which status, by whom: the one table that guards the acts and
 * tells front ends which of them are open.
 */
public enum PolicyAct {
  REVISE(
      "policyVersionDraft",
      EnumSet.of(PolicyVersionStatus.DRAFT),
      EnumSet.of(Role.HEAD_OF_CUSTOMER_SERVICES)),
  RECORD_APPROVAL(
      "policyApprovalRecord",
      EnumSet.of(PolicyVersionStatus.DRAFT, PolicyVersionStatus.ADOPTED),
      EnumSet.of(Role.HEAD_OF_CUSTOMER_SERVICES, Role.CMT_MEMBER)),
  RECORD_CONSULTATION(
      "policyConsultationRecord",
      EnumSet.of(PolicyVersionStatus.DRAFT, PolicyVersionStatus.ADOPTED),
      EnumSet.of(Role.HEAD_OF_CUSTOMER_SERVICES, Role.DATA_PROTECTION_OFFICER)),
  ACCEPT_FINDING(
      "policyFindingAccept",
      EnumSet.of(PolicyVersionStatus.DRAFT, PolicyVersionStatus.ADOPTED),
      EnumSet.of(Role.HEAD_OF_CUSTOMER_SERVICES)),
  ADOPT(
      "policyVersionPublish",
      EnumSet.of(PolicyVersionStatus.DRAFT),
      EnumSet.of(Role.HEAD_OF_CUSTOMER_SERVICES)),
  PUBLISH(
      "policyVersionPublish",
      EnumSet.of(PolicyVersionStatus.DRAFT, PolicyVersionStatus.ADOPTED),
      EnumSet.of(Role.HEAD_OF_CUSTOMER_SERVICES));

  private final String mutation;
  private final Set<PolicyVersionStatus> when;
  private final Set<Role> whoMay;

  PolicyAct(String mutation, Set<PolicyVersionStatus> when, Set<Role> whoMay) {
    this.mutation = mutation;
    this.when = when;
    this.whoMay = whoMay;
  }

  /** Why this cannot be done with this version now by this person; empty if it can. */
  List<Refusal> refusals(PolicyVersionView version, Actor actor) {
    var refusals = new ArrayList<Refusal>();
    if (whoMay.stream().noneMatch(actor::holds)) {
      refusals.add(AuthorityRefusal.of("POLICY_NOT_YOURS_TO_DECIDE", whoMay.toArray(Role[]::new)));
    }
    if (!when.contains(version.status())) {
      refusals.add(
          Refusal.of("POLICY_VERSION_WRONG_STATUS", Map.of("status", version.status().name())));
      return refusals;
    }
    if (this == PUBLISH && !version.stepsMissing().isEmpty()) {
      refusals.add(new MissingStepsRefusal("POLICY_APPROVALS_MISSING", version.stepsMissing()));
    }
    if (this == PUBLISH || this == ADOPT) {
      List<Finding> open = version.findings().stream().filter(Finding::open).toList();
      if (!open.isEmpty()) {
        refusals.add(new OpenFindingsRefusal(open));
      }
    }
    if (this == ACCEPT_FINDING && version.findings().isEmpty()) {
      refusals.add(Refusal.of("POLICY_NOTHING_FOUND"));
    }
    return refusals;
  }

  /** All acts with what stands in their way, for front ends. */
  public static List<AvailableAction> available(PolicyVersionView version, Actor actor) {
    var actions = new ArrayList<AvailableAction>();
    for (PolicyAct act : values()) {
      actions.add(AvailableAction.of(act.name(), act.mutation, act.refusals(version, actor), null));
    }
    return actions;
  }
}
