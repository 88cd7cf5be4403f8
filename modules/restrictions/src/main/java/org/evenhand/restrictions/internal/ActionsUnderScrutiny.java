package org.evenhand.restrictions.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ReadinessContributor;
import org.evenhand.designation.ScrutinyPoint;
import org.evenhand.restrictions.Reasons;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.spi.Nature;
import org.springframework.stereotype.Component;

/** Whether each action of a case that limits the customer would stand up (F1, F2, F12, F17). */
@Component
class ActionsUnderScrutiny implements ReadinessContributor {

  private final Restrictions restrictions;

  ActionsUnderScrutiny(Restrictions restrictions) {
    this.restrictions = restrictions;
  }

  @Override
  public List<Evidence> evidence(ConsiderationId consideration) {
    var evidence = new ArrayList<Evidence>();
    var rationales = new HashSet<Reasons>();
    for (RestrictionView action : restrictions.ofCase(consideration)) {
      if (action.nature() != Nature.SUPPORTIVE) {
        evidence.addAll(of(action, rationales));
      }
    }
    return evidence;
  }

  private static List<Evidence> of(RestrictionView action, Set<Reasons> rationales) {
    var evidence = new ArrayList<Evidence>();
    boolean live = !action.status().ended();
    if (live && action.emergency()) {
      evidence.add(
          evidence(
              action,
              ScrutinyPoint.POLICY_FOLLOWED,
              "EMERGENCY_CONFIRMED",
              action.confirmedAt() != null));
    }
    evidence.add(
        evidence(
            action,
            ScrutinyPoint.REASONS_TIED_TO_CONDUCT,
            "ACTION_REASONED",
            complete(action.reasons()) && rationales.add(action.reasons())));
    evidence.add(
        evidence(
            action,
            ScrutinyPoint.LESS_RESTRICTIVE_ON_RECORD,
            "NOTHING_LESS_REASONED",
            !action.reasons().whyNothingLess().isBlank()));
    String noEnd = action.extremeCaseReason();
    evidence.add(
        evidence(
            action,
            ScrutinyPoint.TERM_AND_REVIEW_STATED,
            "TERM_STATED",
            action.endsOn() != null || (action.permanent() && noEnd != null)));
    if (live) {
      evidence.add(
          evidence(
              action,
              ScrutinyPoint.TERM_AND_REVIEW_STATED,
              "REVIEW_NOT_OVERDUE",
              !action.reviewOverdue()));
    }
    evidence.add(
        evidence(
            action, ScrutinyPoint.SERVICE_ROUTE_KNOWN, "ACTION_TOLD", action.notifiedAt() != null));
    return evidence;
  }

  private static boolean complete(Reasons reasons) {
    return Stream.of(reasons.conduct(), reasons.harm(), reasons.whyThis(), reasons.whyNothingLess())
        .noneMatch(String::isBlank);
  }

  private static Evidence evidence(
      RestrictionView action, ScrutinyPoint point, String code, boolean there) {
    return new Evidence(point, code, there, Map.of("reference", action.reference()));
  }
}
