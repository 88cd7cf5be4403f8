package org.evenhand.designation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.Assessment;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Determination;
import org.evenhand.designation.Readiness;
import org.evenhand.designation.ReadinessContributor.Evidence;
import org.evenhand.designation.ScrutinyPoint;
import org.jspecify.annotations.Nullable;

/**
 * What this module and the letters say of the seven things that a decision needs to survive
 * scrutiny.
 *
 * @param letters of the case, whoever they are to
 * @param triedBefore whether something less was tried with the person
 */
record OwnEvidence(
    ConsiderationView view, Readiness readiness, List<NoticeView> letters, boolean triedBefore) {

  List<Evidence> all() {
    var all = new ArrayList<Evidence>();
    Determination made = view.determination();
    all.add(stepsDone(made));
    if (made == null) {
      return all;
    }
    for (AdviceKind kind : AdviceKind.values()) {
      all.add(
          new Evidence(
              ScrutinyPoint.POLICY_FOLLOWED,
              "ADVICE_" + kind + "_READ",
              view.adviceOn(kind).filter(a -> a.acknowledged()).isPresent(),
              Map.of()));
    }
    all.add(
        evidence(
            ScrutinyPoint.POLICY_FOLLOWED,
            "FINDINGS_TOLD",
            letters.stream().anyMatch(OwnEvidence::tellsFindings)));
    all.add(
        evidence(
            ScrutinyPoint.REASONS_TIED_TO_CONDUCT,
            "FINDINGS_REASONED",
            Reasons.thin(made).isEmpty()));
    all.add(
        evidence(
            ScrutinyPoint.REASONS_TIED_TO_CONDUCT,
            "CONDUCT_NAMED",
            !made.category().designates() || !Preconditions.allIncidents(view).isEmpty()));
    all.add(
        evidence(
            ScrutinyPoint.SERVICE_ROUTE_KNOWN,
            "LETTER_SAYS_HOW_TO_REACH_US",
            letters.stream().anyMatch(l -> served(l) && !l.parts().howToReachUs().isBlank())));
    if (made.restrictiveAllowed()) {
      Assessment assessment = view.assessment();
      all.add(
          evidence(
              ScrutinyPoint.LESS_RESTRICTIVE_ON_RECORD,
              "SOMETHING_LESS_TRIED",
              triedBefore || (assessment != null && assessment.warningDispensedBecause() != null)));
    }
    for (NoticeView letter : letters) {
      Map<String, String> which = Map.of("reference", letter.reference());
      if (letter.appealable()) {
        all.add(
            new Evidence(
                ScrutinyPoint.APPEAL_OFFERED_AND_ANSWERED,
                "APPEAL_OFFERED",
                letter.parts().appeal() != null && served(letter),
                which));
      }
      if (letter.kind() == NoticeKind.EXTENDED) {
        all.add(
            new Evidence(
                ScrutinyPoint.EXTENDED_BY_NEW_LETTER, "EXTENSION_SERVED", served(letter), which));
      }
    }
    return all;
  }

  /** Before a decision every step that any could need; after it those that this one needed. */
  private Evidence stepsDone(@Nullable Determination made) {
    List<Readiness.Item> missing =
        made == null
            ? readiness.items().stream().filter(Readiness.Item::open).toList()
            : readiness.missingFor(made.category(), made.restrictiveAllowed());
    return new Evidence(
        ScrutinyPoint.POLICY_FOLLOWED,
        missing.isEmpty() ? "STEPS_DONE" : "STEPS_MISSING",
        missing.isEmpty(),
        missing.isEmpty()
            ? Map.of()
            : Map.of(
                "steps",
                missing.stream().map(Readiness.Item::step).collect(Collectors.joining(", "))));
  }

  private static boolean tellsFindings(NoticeView letter) {
    return served(letter)
        && (letter.kind() == NoticeKind.DETERMINATION || letter.kind() == NoticeKind.RESTRICTIONS);
  }

  private static boolean served(NoticeView letter) {
    return letter.notifiedAt() != null;
  }

  private static Evidence evidence(ScrutinyPoint point, String code, boolean there) {
    return new Evidence(point, code, there, Map.of());
  }
}
