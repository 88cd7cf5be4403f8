package org.evenhand.designation.internal;

import static org.evenhand.designation.ConsiderationStatus.CLOSED;
import static org.evenhand.designation.ConsiderationStatus.DETERMINED;
import static org.evenhand.designation.ConsiderationStatus.OPEN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.designation.Advice;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;

/**
 * The one table of what may be done with a consideration, in which state and by whom. It guards
 * each act, and {@code availableActions} is read from it.
 */
enum AllowedAct {
  RECORD_CHECK("considerationCheckRecord", Seat.INVOLVED_SERVICE, EnumSet.of(OPEN)),
  RECORD_REPRESENTATION(
      "representationRecord", Seat.INVOLVED_SERVICE, EnumSet.of(OPEN, DETERMINED)),
  ASSESS("considerationAssess", Seat.INVOLVED_SERVICE, EnumSet.of(OPEN)),
  CHANGE_SCOPE("considerationScopeChange", Seat.LEAD_SERVICE, EnumSet.of(OPEN)),
  NAME_INCIDENTS("considerationIncidentsName", Seat.INVOLVED_SERVICE, EnumSet.of(OPEN)),
  RECORD_PROTECTION(
      "considerationProtectionRecord", Seat.INVOLVED_SERVICE, EnumSet.of(OPEN, DETERMINED)),
  RECORD_INVOLVEMENT(
      "involvementRecord", Seat.INVOLVED_SERVICE, EnumSet.of(OPEN, DETERMINED, CLOSED)),
  ADVISE_CONSIDERED("considerationAdvise", Seat.LEAD_SERVICE, EnumSet.of(OPEN)) {
    @Override
    List<Refusal> outOfOrder(ConsiderationView view) {
      return toldTwice(view, AdviceKind.CONSIDERED);
    }
  },
  ADVISE_DETERMINED("considerationAdvise", Seat.LEAD_SERVICE, EnumSet.of(DETERMINED)) {
    @Override
    List<Refusal> outOfOrder(ConsiderationView view) {
      return toldTwice(view, AdviceKind.DETERMINED);
    }
  },
  ACKNOWLEDGE_CONSIDERED(
      "adviceAcknowledge", Seat.HEAD_OF_CUSTOMER_SERVICES, EnumSet.of(OPEN, DETERMINED)) {
    @Override
    List<Refusal> outOfOrder(ConsiderationView view) {
      return nothingToRead(view, AdviceKind.CONSIDERED);
    }
  },
  ACKNOWLEDGE_DETERMINED(
      "adviceAcknowledge", Seat.HEAD_OF_CUSTOMER_SERVICES, EnumSet.of(DETERMINED)) {
    @Override
    List<Refusal> outOfOrder(ConsiderationView view) {
      return nothingToRead(view, AdviceKind.DETERMINED);
    }
  },
  /** Whether there is new information, asked at another stage than the decision (T3). */
  RECORD_NEW_INFORMATION(
      "considerationCheckRecord", Seat.INVOLVED_SERVICE, EnumSet.of(OPEN, DETERMINED, CLOSED)),
  ISSUE_WARNING("warningIssue", Seat.INVOLVED_SERVICE, EnumSet.of(OPEN, DETERMINED)),
  START_MONITORING("monitoringStart", Seat.INVOLVED_SERVICE, EnumSet.of(OPEN, DETERMINED)),
  RECORD_STRATEGY_MEETING(
      "strategyMeetingRecord", Seat.INVOLVED_SERVICE, EnumSet.of(OPEN, DETERMINED)),
  DETERMINE("considerationDetermine", Seat.BY_AUTHORITY, EnumSet.of(OPEN)),
  CLOSE("considerationClose", Seat.LEAD_SERVICE, EnumSet.of(OPEN, DETERMINED)) {
    @Override
    List<Refusal> outOfOrder(ConsiderationView view) {
      boolean allRead =
          Arrays.stream(AdviceKind.values())
              .allMatch(kind -> view.adviceOn(kind).filter(Advice::acknowledged).isPresent());
      return view.status() == DETERMINED && !allRead
          ? List.of(Refusal.of("ADVICE_NOT_ACKNOWLEDGED"))
          : List.of();
    }
  };

  /** Where somebody has to sit to do it. */
  private enum Seat {
    /** The head of any service involved, or the Head of Customer Services. */
    INVOLVED_SERVICE,
    /** The head of the lead service, or the Head of Customer Services. */
    LEAD_SERVICE,
    HEAD_OF_CUSTOMER_SERVICES,
    /** Settled by the policy's authority matrix instead (F15, T5). */
    BY_AUTHORITY
  }

  private final String mutation;
  private final Seat seat;
  private final Set<ConsiderationStatus> when;

  AllowedAct(String mutation, Seat seat, Set<ConsiderationStatus> when) {
    this.mutation = mutation;
    this.seat = seat;
    this.when = when;
  }

  String mutation() {
    return mutation;
  }

  /** Every reason in state or seat why this person may not do this now; empty if there is none. */
  List<Refusal> refusals(ConsiderationView view, Actor actor) {
    var refusals = new ArrayList<Refusal>();
    if (!sits(view, actor)) {
      refusals.add(
          seat == Seat.HEAD_OF_CUSTOMER_SERVICES
              ? AuthorityRefusal.of("NOT_YOURS_TO_DO", Role.HEAD_OF_CUSTOMER_SERVICES)
              : AuthorityRefusal.of(
                  "NOT_YOURS_TO_DO", Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    if (!when.contains(view.status())) {
      refusals.add(
          Refusal.of("CONSIDERATION_WRONG_STATUS", Map.of("status", view.status().name())));
    } else {
      refusals.addAll(outOfOrder(view));
    }
    return refusals;
  }

  /** Why it cannot be done yet, or not again; empty if nothing stands in the way. */
  List<Refusal> outOfOrder(ConsiderationView view) {
    return List.of();
  }

  private static List<Refusal> toldTwice(ConsiderationView view, AdviceKind kind) {
    return view.adviceOn(kind).isPresent()
        ? List.of(Refusal.at("ALREADY_ADVISED", "kind"))
        : List.of();
  }

  private static List<Refusal> nothingToRead(ConsiderationView view, AdviceKind kind) {
    return view.adviceOn(kind)
        .map(
            told ->
                told.acknowledged()
                    ? List.of(Refusal.at("ALREADY_ACKNOWLEDGED", "kind"))
                    : List.<Refusal>of())
        .orElse(List.of(Refusal.at("NOT_ADVISED", "kind")));
  }

  private boolean sits(ConsiderationView view, Actor actor) {
    if (actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      return true;
    }
    return switch (seat) {
      case BY_AUTHORITY -> true;
      case HEAD_OF_CUSTOMER_SERVICES -> false;
      case LEAD_SERVICE -> actor.heads(view.leadService());
      case INVOLVED_SERVICE -> view.scope().services().stream().anyMatch(actor::heads);
    };
  }
}
