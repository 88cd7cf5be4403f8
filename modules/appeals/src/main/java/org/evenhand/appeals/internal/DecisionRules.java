package org.evenhand.appeals.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenhand.appeals.AppealOutcome;
import org.evenhand.appeals.BorneOut;
import org.evenhand.appeals.DeterminingAppeals.Determine;
import org.evenhand.appeals.DeterminingAppeals.Gentler;
import org.evenhand.appeals.GroundCode;
import org.evenhand.appeals.GroundDecision;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Refusal;
import org.evenhand.restrictions.RestrictionId;
import org.jspecify.annotations.Nullable;

/** What a decision on an appeal must hold, apart from who decides (P10.5, T7). */
final class DecisionRules {

  private DecisionRules() {}

  /**
   * @param grounds those of the appeal
   * @param live the restrictions of the notice that have not ended
   * @param findingsInNotice whether the notice tells of findings
   */
  static List<Refusal> refusals(
      Determine decision,
      Set<GroundCode> grounds,
      Set<RestrictionId> live,
      boolean findingsInNotice) {
    var refusals = new ArrayList<Refusal>();
    add(refusals, Acts.text(decision.reasons(), FindingsRules.LONGEST_TEXT, "reasons"));
    FindingsRules.grounds(
        refusals, grounds, decision.grounds().stream().map(GroundDecision::ground).toList());
    for (int i = 0; i < decision.grounds().size(); i++) {
      add(
          refusals,
          Acts.text(
              decision.grounds().get(i).reasons(),
              FindingsRules.LONGEST_TEXT,
              "grounds",
              Integer.toString(i),
              "reasons"));
    }
    boolean accepted = decision.grounds().stream().anyMatch(g -> g.accepted() != BorneOut.NO);
    if (accepted == (decision.outcome() == AppealOutcome.DISMISSED)) {
      refusals.add(Refusal.at("APPEAL_OUTCOME_AGAINST_GROUNDS", "outcome"));
    }
    if (decision.outcome() == AppealOutcome.PARTLY_UPHELD) {
      if (decision.lift().isEmpty() && decision.vary().isEmpty() && !decision.setFindingsAside()) {
        refusals.add(Refusal.at("APPEAL_PARTLY_NAMES_NOTHING", "lift"));
      }
      if (!live.containsAll(decision.lift())) {
        refusals.add(Refusal.at("APPEAL_RESTRICTION_NOT_OF_NOTICE", "lift"));
      }
      var named = new HashSet<>(decision.lift());
      for (int i = 0; i < decision.vary().size(); i++) {
        Gentler gentler = decision.vary().get(i);
        String at = Integer.toString(i);
        if (!live.contains(gentler.restriction())) {
          refusals.add(Refusal.at("APPEAL_RESTRICTION_NOT_OF_NOTICE", "vary", at));
        } else if (!named.add(gentler.restriction())) {
          refusals.add(Refusal.at("APPEAL_RESTRICTION_NAMED_TWICE", "vary", at));
        }
      }
      if (decision.setFindingsAside() && !findingsInNotice) {
        refusals.add(Refusal.at("APPEAL_NO_FINDINGS_IN_NOTICE", "setFindingsAside"));
      }
    } else {
      if (!decision.lift().isEmpty()) {
        refusals.add(Refusal.at("APPEAL_NAMED_NOT_EXPECTED", "lift"));
      }
      if (!decision.vary().isEmpty()) {
        refusals.add(Refusal.at("APPEAL_NAMED_NOT_EXPECTED", "vary"));
      }
      if (decision.setFindingsAside()) {
        refusals.add(Refusal.at("APPEAL_NAMED_NOT_EXPECTED", "setFindingsAside"));
      }
    }
    return refusals;
  }

  /** What a decision that was not refused ends: of what is live, never anything else. */
  static Set<RestrictionId> lifts(Determine decision, Set<RestrictionId> live) {
    return switch (decision.outcome()) {
      case UPHELD -> live;
      case PARTLY_UPHELD -> decision.lift();
      case DISMISSED -> Set.of();
    };
  }

  /** Whether a decision that was not refused sets the findings of the notice aside. */
  static boolean setsAside(Determine decision, boolean findingsInNotice) {
    return switch (decision.outcome()) {
      case UPHELD -> findingsInNotice;
      case PARTLY_UPHELD -> decision.setFindingsAside();
      case DISMISSED -> false;
    };
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
