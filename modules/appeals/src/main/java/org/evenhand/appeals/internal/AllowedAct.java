package org.evenhand.appeals.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.appeals.AppealDetermination;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.MayAct;
import org.evenhand.appeals.NamedInvestigator;
import org.evenhand.appeals.PresentedFindings;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.policy.DecisionKind;
import org.evenhand.policy.DecisionScope;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what may be done with an appeal, in which state and from which seat (T6, F15).
 * It guards each act, and {@code availableActions} is read from it.
 */
public enum AllowedAct {
  ACCEPT_LATE("appealAcceptLate", Seat.LATENESS, AppealStatus.LATE),
  RECORD_GROUNDS(
      "appealGroundsRecord", Seat.RECEIVES_APPEALS, AppealStatus.LATE, AppealStatus.LODGED),
  ACKNOWLEDGE("appealAcknowledge", Seat.WRITES, AppealStatus.LODGED),
  ASSIGN_INVESTIGATOR(
      "appealInvestigatorAssign", Seat.NAMES_INVESTIGATOR, AppealStatus.LATE, AppealStatus.LODGED),
  DECLARE_CONFLICT(
      "appealConflictDeclare",
      Seat.TAKES_PART,
      AppealStatus.LATE,
      AppealStatus.LODGED,
      AppealStatus.PRESENTED),
  RECORD_INVESTIGATION("appealInvestigationRecord", Seat.INVESTIGATES, AppealStatus.LODGED),
  PRESENT_FINDINGS("appealFindingsPresent", Seat.INVESTIGATES, AppealStatus.LODGED),
  DECIDE_SUSPENSION(
      "appealSuspensionDecide",
      Seat.SUSPENDS,
      AppealStatus.LATE,
      AppealStatus.LODGED,
      AppealStatus.PRESENTED),
  DETERMINE("appealDetermine", Seat.DETERMINES, AppealStatus.PRESENTED),
  WITHDRAW(
      "appealWithdraw",
      Seat.TAKES_BACK,
      AppealStatus.LATE,
      AppealStatus.LODGED,
      AppealStatus.PRESENTED),
  ISSUE_OUTCOME(
      "appealOutcomeIssue",
      Seat.TELLS,
      AppealStatus.DETERMINED,
      AppealStatus.OUT_OF_TIME,
      AppealStatus.WITHDRAWN);

  /** From where an act is done. */
  enum Seat {
    LATENESS,
    RECEIVES_APPEALS,
    TAKES_BACK,
    WRITES,
    NAMES_INVESTIGATOR,
    TAKES_PART,
    INVESTIGATES,
    SUSPENDS,
    DETERMINES,
    TELLS
  }

  private final String mutation;
  private final Seat seat;
  private final Set<AppealStatus> when;

  AllowedAct(String mutation, Seat seat, AppealStatus first, AppealStatus... more) {
    this.mutation = mutation;
    this.seat = seat;
    this.when = EnumSet.of(first, more);
  }

  /**
   * What the table asks about: an appeal, and what stands between it and the person who acts.
   *
   * @param investigator who was named; null while nobody was
   * @param told whether the letter with the outcome was written
   * @param determinedBy who decided it; null until decided
   * @param headConflicted whether the post of Head of Customer Services made the decision
   * @param part what the person had to do with it
   */
  record Question(
      AppealStatus status,
      boolean hasGrounds,
      boolean acknowledged,
      boolean told,
      boolean headConflicted,
      @Nullable ActorId investigator,
      @Nullable ActorId determinedBy,
      MayAct part) {

    static Question of(AppealView appeal, MayAct part) {
      NamedInvestigator named = appeal.course().investigator();
      AppealDetermination decided = appeal.course().determination();
      return new Question(
          appeal.status(),
          appeal.grounds() != null,
          appeal.course().acknowledgement() != null,
          appeal.course().outcome() != null,
          appeal.headConflicted(),
          named == null ? null : named.person(),
          decided == null ? null : decided.by(),
          part);
    }
  }

  /** Every reason in state or seat why this person may not do this now; empty if there is none. */
  List<Refusal> refusals(Question question, Actor actor, Optional<PolicyInForce> policy) {
    var refusals = new ArrayList<Refusal>();
    if (!when.contains(question.status())) {
      refusals.add(
          this == ACCEPT_LATE
              ? Refusal.of("APPEAL_NOT_LATE")
              : Refusal.of("APPEAL_WRONG_STATUS", Map.of("status", question.status().name())));
    } else if (this == RECORD_GROUNDS && question.hasGrounds()) {
      refusals.add(Refusal.of("APPEAL_HAS_GROUNDS"));
    } else if (this == ACKNOWLEDGE && question.acknowledged()) {
      refusals.add(Refusal.of("APPEAL_ALREADY_ACKNOWLEDGED"));
    } else if (this == ISSUE_OUTCOME && question.told()) {
      refusals.add(Refusal.of("APPEAL_ALREADY_ANSWERED"));
    }
    switch (seat) {
      case LATENESS ->
          refusals.addAll(
              decides(
                  DecisionKind.ACCEPT_LATE_APPEAL,
                  "MAY_NOT_DECIDE_LATENESS",
                  question.part().mayInvestigate(),
                  actor,
                  policy));
      case RECEIVES_APPEALS ->
          holds(
              refusals, actor, Role.OFFICER, Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES);
      // It cannot be lodged again, so nobody ends it whom it is against (T6).
      case TAKES_BACK -> {
        holds(refusals, actor, Role.OFFICER, Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES);
        if (!question.part().mayInvestigate()) {
          refusals.add(Refusal.of("APPEAL_WITHDRAWAL_FOR_OTHERS"));
        }
      }
      case WRITES -> {
        holds(refusals, actor, Role.HEAD_OF_CUSTOMER_SERVICES);
        otherInvestigator(refusals, question);
      }
      case NAMES_INVESTIGATOR -> {
        holds(refusals, actor, Role.HEAD_OF_CUSTOMER_SERVICES, Role.CMT_MEMBER);
        if (!question.part().mayInvestigate()) {
          refusals.add(Refusal.of("APPEAL_DECIDER_INVOLVED"));
        }
      }
      case TAKES_PART -> {
        if (!actor.id().equals(question.investigator())) {
          holds(refusals, actor, Role.HEAD_OF_CUSTOMER_SERVICES, Role.CMT_MEMBER);
        }
      }
      case INVESTIGATES -> investigates(refusals, question, actor);
      case SUSPENDS ->
          refusals.addAll(
              decides(
                  DecisionKind.SUSPEND_FOR_APPEAL,
                  "MAY_NOT_DECIDE_SUSPENSION",
                  question.part().mayInvestigate(),
                  actor,
                  policy));
      case DETERMINES -> {
        refusals.addAll(
            decides(
                DecisionKind.DETERMINE_APPEAL,
                "MAY_NOT_DETERMINE_APPEAL",
                question.part().mayDetermine(),
                actor,
                policy));
        if (!question.part().declaredFree()) {
          refusals.add(Refusal.of("APPEAL_CONFLICT_NOT_DECLARED"));
        }
      }
      case TELLS -> {
        if (!actor.id().equals(question.determinedBy())) {
          holds(refusals, actor, Role.HEAD_OF_CUSTOMER_SERVICES);
          if (!question.part().mayInvestigate()) {
            refusals.add(Refusal.of("APPEAL_DECIDER_INVOLVED"));
          }
        }
      }
    }
    return refusals;
  }

  private static List<Refusal> decides(
      DecisionKind kind,
      String code,
      boolean independent,
      Actor actor,
      Optional<PolicyInForce> policy) {
    if (policy.isEmpty()) {
      return List.of(Policies.noneInForce());
    }
    var refusals = new ArrayList<Refusal>();
    var authority = policy.get().authority();
    if (!authority.may(actor, kind, DecisionScope.CORPORATE)) {
      refusals.add(
          AuthorityRefusal.of(
              code,
              authority.whoMay(kind, DecisionScope.CORPORATE).stream()
                  .sorted()
                  .toArray(Role[]::new)));
    }
    if (!independent) {
      refusals.add(Refusal.of("APPEAL_DECIDER_INVOLVED"));
    }
    return refusals;
  }

  /**
   * T6: whoever was named investigates, else the Head of Customer Services, unless that post made
   * the decision; nobody with a part in it.
   */
  private static void investigates(List<Refusal> refusals, Question question, Actor actor) {
    ActorId named = question.investigator();
    if (named == null) {
      otherInvestigator(refusals, question);
      holds(refusals, actor, Role.HEAD_OF_CUSTOMER_SERVICES);
    } else if (!named.equals(actor.id())) {
      refusals.add(Refusal.of("APPEAL_NOT_INVESTIGATOR"));
    }
    if (!question.part().mayInvestigate()) {
      refusals.add(Refusal.of("APPEAL_INVESTIGATOR_INVOLVED", Independence.why(question.part())));
    }
  }

  private static void otherInvestigator(List<Refusal> refusals, Question question) {
    if (question.headConflicted() && question.investigator() == null) {
      refusals.add(
          new MissingStepsRefusal("APPEAL_STEPS_MISSING", List.of("APPEAL_OTHER_INVESTIGATOR")));
    }
  }

  private static void holds(List<Refusal> refusals, Actor actor, Role... may) {
    if (!actor.holdsAny(may)) {
      refusals.add(AuthorityRefusal.of("APPEAL_NOT_YOURS", may));
    }
  }

  /** The whole table for one appeal and one person. */
  static List<AvailableAction> all(
      AppealView appeal, MayAct part, Actor actor, Optional<PolicyInForce> policy) {
    Question question = Question.of(appeal, part);
    var all = new ArrayList<AvailableAction>();
    for (AllowedAct act : values()) {
      all.add(
          AvailableAction.of(
              act.name(),
              act.mutation,
              act.refusals(question, actor, policy),
              act.when.contains(appeal.status()) ? act.due(appeal) : null));
    }
    return all;
  }

  private @Nullable LocalDate due(AppealView appeal) {
    PresentedFindings findings = appeal.course().findings();
    return switch (this) {
      case RECORD_INVESTIGATION, PRESENT_FINDINGS -> appeal.workTo();
      case DECLARE_CONFLICT, DETERMINE -> findings == null ? null : findings.decideBy();
      case ISSUE_OUTCOME -> appeal.course().outcome() == null ? appeal.tellBy() : null;
      case ACCEPT_LATE,
          RECORD_GROUNDS,
          ACKNOWLEDGE,
          ASSIGN_INVESTIGATOR,
          WITHDRAW,
          DECIDE_SUSPENSION ->
          null;
    };
  }
}
