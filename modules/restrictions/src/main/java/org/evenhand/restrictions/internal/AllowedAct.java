package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.policy.DecisionKind;
import org.evenhand.policy.DecisionScope;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.SuspensionView;
import org.evenhand.spi.Nature;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what may be done with an action, in which state and by whom. It guards each act,
 * and {@code availableActions} is read from it.
 */
public enum AllowedAct {
  ISSUE_NOTICE(
      "noticeIssue",
      DecisionKind.RESTRICT,
      false,
      RestrictionStatus.IMPOSED,
      RestrictionStatus.IN_FORCE),
  CONFIRM("restrictionConfirm", DecisionKind.RESTRICT, true, RestrictionStatus.IN_FORCE),
  REVIEW(
      "restrictionReview",
      DecisionKind.LIFT,
      false,
      RestrictionStatus.NOTIFIED,
      RestrictionStatus.IN_FORCE,
      RestrictionStatus.SUSPENDED),
  REQUEST_REVIEW(
      "restrictionReviewRequest",
      null,
      false,
      RestrictionStatus.NOTIFIED,
      RestrictionStatus.IN_FORCE,
      RestrictionStatus.SUSPENDED),
  REPORT_BREACH(
      "breachReport",
      null,
      false,
      RestrictionStatus.IN_FORCE,
      RestrictionStatus.SUSPENDED,
      RestrictionStatus.LIFTED,
      RestrictionStatus.LAPSED,
      RestrictionStatus.REPLACED),
  VARY(
      "restrictionVary",
      DecisionKind.RESTRICT,
      false,
      RestrictionStatus.NOTIFIED,
      RestrictionStatus.IN_FORCE),
  EXTEND(
      "restrictionExtend",
      DecisionKind.RESTRICT,
      false,
      RestrictionStatus.NOTIFIED,
      RestrictionStatus.IN_FORCE),
  SUSPEND(
      "restrictionSuspend",
      DecisionKind.LIFT,
      false,
      RestrictionStatus.NOTIFIED,
      RestrictionStatus.IN_FORCE),
  RESUME("restrictionResume", DecisionKind.RESTRICT, false, RestrictionStatus.SUSPENDED),
  LIFT(
      "restrictionLift",
      DecisionKind.LIFT,
      false,
      RestrictionStatus.IMPOSED,
      RestrictionStatus.NOTIFIED,
      RestrictionStatus.IN_FORCE,
      RestrictionStatus.SUSPENDED);

  private final String mutation;
  private final @Nullable DecisionKind decision;
  private final boolean emergencyOnly;
  private final Set<RestrictionStatus> when;

  AllowedAct(
      String mutation,
      @Nullable DecisionKind decision,
      boolean emergencyOnly,
      RestrictionStatus first,
      RestrictionStatus... more) {
    this.mutation = mutation;
    this.decision = decision;
    this.emergencyOnly = emergencyOnly;
    this.when = EnumSet.of(first, more);
  }

  /**
   * What of an action the table asks about.
   *
   * @param laterWaits whether a later decision has not been told
   * @param toBeResumed whether it is decided already to take it up again
   * @param suspendedForAppeal whether it was set aside for an appeal, which then decides
   */
  public record Case(
      RestrictionStatus status,
      Nature nature,
      ServiceAreaCode leadService,
      boolean corporate,
      boolean unconfirmedEmergency,
      boolean untold,
      boolean laterWaits,
      boolean toBeResumed,
      boolean suspendedForAppeal,
      LocalDate reviewOn,
      @Nullable LocalDate noticeDueOn) {

    static Case of(ImposedAction action, boolean laterWaits, Instant now) {
      return new Case(
          Standing.at(action, now),
          action.decided().nature(),
          action.leadService(),
          action.decided().corporate(),
          action.decided().emergency() && action.progress().confirmedAt() == null,
          action.progress().noticeId() == null,
          laterWaits,
          action.course().resumeDecidedAt() != null,
          action.course().suspendedOnAppeal() != null,
          action.progress().reviewOn(),
          action.decided().noticeDueOn());
    }

    public static Case of(RestrictionView view) {
      SuspensionView suspension = view.suspension();
      return new Case(
          view.status(),
          view.nature(),
          view.leadService(),
          view.corporate(),
          view.emergency() && view.confirmedAt() == null,
          view.noticeId() == null,
          view.chain().waiting() != null,
          suspension != null && suspension.resumeDecidedAt() != null,
          suspension != null && suspension.onAppeal() != null,
          view.reviewOn(),
          view.noticeDueOn());
    }
  }

  /** Every reason in state or seat why this person may not do this now; empty if there is none. */
  List<Refusal> refusals(Case action, Actor actor, Optional<PolicyInForce> policy) {
    var refusals = new ArrayList<Refusal>();
    if (!when.contains(action.status())) {
      refusals.add(wrongStatus(action.status()));
    } else if (emergencyOnly && !action.unconfirmedEmergency()) {
      refusals.add(Refusal.of("NOTHING_TO_CONFIRM"));
    } else if (this == ISSUE_NOTICE && !action.untold()) {
      refusals.add(Refusal.of("NOTHING_TO_NOTIFY"));
    } else {
      refusals.addAll(notNow(action));
    }
    DecisionKind decides = decision(action);
    if (decides == null) {
      return refusals;
    }
    if (policy.isEmpty()) {
      refusals.add(Policies.noneInForce());
      return refusals;
    }
    Set<Role> may =
        policy
            .get()
            .authority()
            .whoMay(decides, action.corporate() ? DecisionScope.CORPORATE : DecisionScope.SERVICE);
    boolean has =
        may.stream()
            .anyMatch(
                role ->
                    role == Role.HEAD_OF_SERVICE
                        ? actor.heads(action.leadService())
                        : actor.holds(role));
    // Writing is the decider's, but the corporate head supports every service (P4.1).
    if (!has && !(this == ISSUE_NOTICE && actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES))) {
      refusals.add(
          AuthorityRefusal.of(
              action.corporate() ? "CORPORATE_DECISION" : "NOT_YOURS_TO_DECIDE",
              may.stream().sorted().toArray(Role[]::new)));
    }
    return refusals;
  }

  /** Why it has to wait, though the action stands where it could be done. */
  private List<Refusal> notNow(Case action) {
    var refusals = new ArrayList<Refusal>();
    if (this == VARY || this == EXTEND) {
      if (action.unconfirmedEmergency()) {
        refusals.add(Refusal.of("EMERGENCY_UNCONFIRMED"));
      }
      if (action.laterWaits()) {
        refusals.add(Refusal.of("LATER_DECISION_WAITS"));
      }
    } else if (this == RESUME) {
      if (action.toBeResumed()) {
        refusals.add(Refusal.of("RESUMPTION_WAITS"));
      }
      if (action.suspendedForAppeal()) {
        refusals.add(Refusal.of("SUSPENDED_FOR_APPEAL"));
      }
    }
    return refusals;
  }

  /** Help is changed by whoever may offer it; what is no decision is open to all who may call. */
  private @Nullable DecisionKind decision(Case action) {
    return action.nature() == Nature.SUPPORTIVE && decision == DecisionKind.RESTRICT
        ? DecisionKind.SUPPORT
        : decision;
  }

  /** The whole table for one action and one person. */
  public static List<AvailableAction> all(
      Case action, Actor actor, Optional<PolicyInForce> policy) {
    var all = new ArrayList<AvailableAction>();
    for (AllowedAct act : values()) {
      all.add(
          AvailableAction.of(
              act.name(), act.mutation, act.refusals(action, actor, policy), act.due(action)));
    }
    return all;
  }

  private @Nullable LocalDate due(Case action) {
    if (action.status().ended()) {
      return null;
    }
    return switch (this) {
      case ISSUE_NOTICE -> action.untold() ? action.noticeDueOn() : null;
      case REVIEW -> action.reviewOn();
      case CONFIRM, REQUEST_REVIEW, REPORT_BREACH, VARY, EXTEND, SUSPEND, RESUME, LIFT -> null;
    };
  }

  static Refusal wrongStatus(RestrictionStatus status) {
    return Refusal.of("WRONG_STATUS", Map.of("status", status.name()));
  }
}
