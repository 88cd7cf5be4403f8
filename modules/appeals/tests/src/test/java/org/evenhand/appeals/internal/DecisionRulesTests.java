package org.evenhand.appeals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.AppealOutcome;
import org.evenhand.appeals.BorneOut;
import org.evenhand.appeals.DeterminingAppeals.Determine;
import org.evenhand.appeals.GroundCode;
import org.evenhand.appeals.GroundDecision;
import org.evenhand.foundation.Refusal;
import org.evenhand.restrictions.RestrictionId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a decision on an appeal must hold (P10.5, T7). */
class DecisionRulesTests {

  private static final RestrictionId ONE = new RestrictionId(new UUID(0, 1));
  private static final RestrictionId TWO = new RestrictionId(new UUID(0, 2));
  private static final RestrictionId ANOTHER_NOTICES = new RestrictionId(new UUID(0, 3));
  private static final Set<RestrictionId> LIVE = Set.of(ONE, TWO);
  private static final Set<GroundCode> GROUNDS =
      Set.of(GroundCode.FACTS_WRONG, GroundCode.NOT_HEARD);

  @Test
  @DisplayName("P10.5: upheld ends every restriction of the notice, and its findings with it")
  void upheldEndsAll() {
    Determine upheld = decision(AppealOutcome.UPHELD, BorneOut.YES, Set.of(), false);
    assertThat(codes(upheld, true)).isEmpty();
    assertThat(DecisionRules.lifts(upheld, LIVE)).isEqualTo(LIVE);
    assertThat(DecisionRules.setsAside(upheld, true)).isTrue();
    assertThat(DecisionRules.setsAside(upheld, false)).isFalse();
  }

  @Test
  @DisplayName("P10.5: partly upheld ends what it names, and names something of this notice")
  void partlyNames() {
    Determine partly = decision(AppealOutcome.PARTLY_UPHELD, BorneOut.PARTLY, Set.of(ONE), false);
    assertThat(codes(partly, true)).isEmpty();
    assertThat(DecisionRules.lifts(partly, LIVE)).containsExactly(ONE);
    assertThat(codes(decision(AppealOutcome.PARTLY_UPHELD, BorneOut.YES, Set.of(), false), true))
        .containsExactly("APPEAL_PARTLY_NAMES_NOTHING");
    assertThat(
            codes(
                decision(AppealOutcome.PARTLY_UPHELD, BorneOut.YES, Set.of(ANOTHER_NOTICES), true),
                false))
        .containsExactly("APPEAL_RESTRICTION_NOT_OF_NOTICE", "APPEAL_NO_FINDINGS_IN_NOTICE");
  }

  @Test
  @DisplayName("F17: the outcome follows from the grounds, each answered once with reasons")
  void followsFromTheGrounds() {
    assertThat(codes(decision(AppealOutcome.DISMISSED, BorneOut.YES, Set.of(), false), true))
        .containsExactly("APPEAL_OUTCOME_AGAINST_GROUNDS");
    assertThat(codes(decision(AppealOutcome.UPHELD, BorneOut.NO, Set.of(ONE), false), true))
        .containsExactly("APPEAL_OUTCOME_AGAINST_GROUNDS", "APPEAL_NAMED_NOT_EXPECTED");
    Determine thin =
        new Determine(
            new AppealId(new UUID(0, 9)),
            0,
            AppealOutcome.DISMISSED,
            " ",
            List.of(
                new GroundDecision(GroundCode.FACTS_WRONG, BorneOut.NO, ""),
                new GroundDecision(GroundCode.OTHER, BorneOut.NO, "No.")),
            Set.of(),
            List.of(),
            false);
    assertThat(codes(thin, true))
        .containsExactly(
            "TEXT_MISSING",
            "APPEAL_GROUND_WITHOUT_ANSWER",
            "APPEAL_ANSWER_WITHOUT_GROUND",
            "TEXT_MISSING");
  }

  @Property(tries = 500)
  @Label("T7: no decision leaves harsher terms: it ends what is live, or leaves it")
  void neverHarsher(@ForAll("decisions") Determine decision, @ForAll boolean findings) {
    if (DecisionRules.refusals(decision, GROUNDS, LIVE, findings).isEmpty()) {
      Set<RestrictionId> after = new HashSet<>(LIVE);
      after.removeAll(DecisionRules.lifts(decision, LIVE));
      assertThat(LIVE).containsAll(DecisionRules.lifts(decision, LIVE));
      assertThat(LIVE).containsAll(after);
      assertThat(decision.outcome() == AppealOutcome.UPHELD)
          .isEqualTo(after.isEmpty() && decision.lift().isEmpty());
      assertThat(DecisionRules.setsAside(decision, findings) && !findings).isFalse();
    }
  }

  @Provide
  Arbitrary<Determine> decisions() {
    return Combinators.combine(
            Arbitraries.of(AppealOutcome.class),
            Arbitraries.of(BorneOut.class),
            Arbitraries.of(ONE, TWO, ANOTHER_NOTICES).set().ofMaxSize(3),
            Arbitraries.of(true, false))
        .as(DecisionRulesTests::decision);
  }

  private static Determine decision(
      AppealOutcome outcome, BorneOut first, Set<RestrictionId> lift, boolean setAside) {
    return new Determine(
        new AppealId(new UUID(0, 9)),
        0,
        outcome,
        "As the findings show.",
        List.of(
            new GroundDecision(GroundCode.FACTS_WRONG, first, "The log shows it."),
            new GroundDecision(GroundCode.NOT_HEARD, BorneOut.NO, "They were invited twice.")),
        lift,
        List.of(),
        setAside);
  }

  private static List<String> codes(Determine decision, boolean findings) {
    return DecisionRules.refusals(decision, GROUNDS, LIVE, findings).stream()
        .map(Refusal::code)
        .toList();
  }
}
