package org.evenhand.restrictions.internal.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.MarkerView;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what may be done with a marker, in which state and by whom. It guards each act,
 * and {@code availableActions} is read from it.
 */
public enum MarkerAct {
  REVIEW("markerReview"),
  END("markerEnd"),
  RECORD_TELLING("markerNotificationRecord"),
  CHALLENGE("markerChallenge"),
  ANSWER_CHALLENGE("markerChallengeAnswer"),
  ACKNOWLEDGE("markerAcknowledge");

  private final String mutation;

  MarkerAct(String mutation) {
    this.mutation = mutation;
  }

  /** Every reason in state or seat why this person may not do this now; empty if there is none. */
  List<Refusal> refusals(MarkerView marker, Actor actor, Optional<PolicyInForce> policy) {
    var refusals = new ArrayList<Refusal>();
    boolean open = marker.challenges().stream().anyMatch(c -> c.stands() == null);
    switch (this) {
      case REVIEW, END -> {
        standing(marker, refusals);
        decides(marker, actor, policy, refusals);
      }
      case RECORD_TELLING -> {
        MarkerView.Ending ending = marker.ending();
        if (ending != null && ending.toldOn() != null) {
          refusals.add(Refusal.of("END_TOLD_ALREADY"));
        }
        decides(marker, actor, policy, refusals);
      }
      case CHALLENGE -> {
        standing(marker, refusals);
        if (open) {
          refusals.add(Refusal.of("CHALLENGE_WAITS_ALREADY"));
        }
      }
      case ANSWER_CHALLENGE -> {
        if (!open) {
          refusals.add(Refusal.of("NO_CHALLENGE_WAITS"));
        }
        independent(marker, actor, refusals);
      }
      case ACKNOWLEDGE -> standing(marker, refusals);
    }
    return refusals;
  }

  private static void standing(MarkerView marker, List<Refusal> refusals) {
    if (!marker.stands()) {
      refusals.add(Refusal.of("MARKER_ENDED", Map.of("marker", marker.reference())));
    }
  }

  private static void decides(
      MarkerView marker, Actor actor, Optional<PolicyInForce> policy, List<Refusal> refusals) {
    if (policy.isEmpty()) {
      refusals.add(Policies.noneInForce());
    } else {
      refusals.addAll(MarkerRules.authority(actor, policy.get().authority(), marker.leadService()));
    }
  }

  /** T17: who placed or kept it has made up their mind. */
  private static void independent(MarkerView marker, Actor actor, List<Refusal> refusals) {
    boolean involved =
        marker.placedBy().equals(actor.id())
            || marker.reviews().stream().anyMatch(r -> r.kept() && r.by().equals(actor.id()));
    if (involved) {
      refusals.add(
          AuthorityRefusal.of(
              "NOT_INDEPENDENT",
              Role.HEAD_OF_SERVICE,
              Role.HEAD_OF_CUSTOMER_SERVICES,
              Role.DATA_PROTECTION_OFFICER));
    }
  }

  /** The whole table for one marker and one person. */
  public static List<AvailableAction> all(
      MarkerView marker, Actor actor, Optional<PolicyInForce> policy) {
    return Arrays.stream(values())
        .map(
            act ->
                AvailableAction.of(
                    act.name(), act.mutation, act.refusals(marker, actor, policy), act.due(marker)))
        .toList();
  }

  private @Nullable LocalDate due(MarkerView marker) {
    return switch (this) {
      case REVIEW -> marker.stands() ? marker.reviewOn() : null;
      case ANSWER_CHALLENGE ->
          marker.challenges().stream()
              .filter(c -> c.stands() == null)
              .map(MarkerView.Challenge::answerBy)
              .findFirst()
              .orElse(null);
      default -> null;
    };
  }
}
