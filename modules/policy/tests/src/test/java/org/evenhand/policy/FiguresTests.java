package org.evenhand.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenhand.foundation.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FiguresTests {

  private static List<String> codes(List<Refusal> refusals) {
    return refusals.stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "the defaults are the policy's and fairness's (P10.3, P10.4, F1, F2, F3, F5, T7, PP.1)")
  void standardFiguresAreThePolicys() {
    Figures figures = Figures.standard();

    assertThat(figures.get(FigureKey.APPEAL_PRESENT)).isEqualTo(42);
    assertThat(figures.get(FigureKey.MAXIMUM_TERM_MONTHS)).isEqualTo(12);
    assertThat(figures.get(FigureKey.REVIEW_AFTER_MONTHS)).isEqualTo(6);
    assertThat(figures.get(FigureKey.EMERGENCY_LAPSE)).isEqualTo(10);
    assertThat(figures.get(FigureKey.ADJUSTMENT_DECISION)).isEqualTo(5);
    assertThat(figures.get(FigureKey.UNTESTED_REVIEW)).isEqualTo(28);
    assertThat(figures.get(FigureKey.FIRST_CLASS)).isEqualTo(2);
    assertThat(figures.get(FigureKey.SECOND_CLASS)).isEqualTo(4);
    assertThat(figures.get(FigureKey.NOTIFICATION_CUTOFF)).isEqualTo(990);
    assertThat(figures.get(FigureKey.POLICY_REVIEW_MONTHS)).isEqualTo(36);
    assertThat(figures.flag(FigureKey.APPEAL_ROLLS_FORWARD)).isTrue();
  }

  @Test
  @DisplayName("T26: unfounded allegations are kept shortest, decisions longest")
  void periodsAgreeWithEachOther() {
    Figures figures = Figures.standard();

    assertThat(
            List.of(
                figures.get(FigureKey.KEEP_UNFOUNDED_MONTHS),
                figures.get(FigureKey.KEEP_CONTACT_MONTHS),
                figures.get(FigureKey.KEEP_INCIDENT_MONTHS),
                figures.get(FigureKey.KEEP_DECISION_MONTHS)))
        .isSorted()
        .containsExactly(6, 24, 36, 72);
    assertThat(
            codes(
                figures
                    .with(
                        List.of(
                            new Figure(FigureKey.KEEP_INCIDENT_MONTHS, 48, FigureUnit.MONTHS),
                            new Figure(FigureKey.KEEP_DECISION_MONTHS, 40, FigureUnit.MONTHS)))
                    .refusals()))
        .containsExactly("FIGURES_DISAGREE");
  }

  @Property
  void everyStandardValueIsWithinItsBounds(@ForAll FigureKey key) {
    assertThat(key.standard()).isBetween(key.least(), key.most());
  }

  @Property
  void refusesAnotherUnit(@ForAll FigureKey key, @ForAll FigureUnit unit) {
    Assume.that(unit != key.unit());

    assertThat(
            codes(
                Figures.standard().with(List.of(new Figure(key, key.standard(), unit))).refusals()))
        .containsExactly("FIGURE_WRONG_UNIT");
  }

  @Property
  void takesWhatIsWithinBoundsAndRefusesTheRest(@ForAll FigureKey key, @ForAll int value) {
    var outcome = Figures.standard().with(List.of(new Figure(key, value, key.unit())));

    if (value < key.least() || value > key.most()) {
      assertThat(codes(outcome.refusals())).containsExactly("FIGURE_OUT_OF_BOUNDS");
    } else if (outcome.refusals().isEmpty()) {
      assertThat(outcome.orNull().get(key)).isEqualTo(value);
    } else {
      assertThat(codes(outcome.refusals())).containsOnly("FIGURES_DISAGREE");
    }
  }

  @Property
  void takesEveryBound(@ForAll FigureKey key) {
    Assume.that(
        !List.of(FigureKey.LONGEST_REVIEW_MONTHS, FigureKey.SECOND_CLASS, FigureKey.FIRST_CLASS)
            .contains(key));

    for (int bound : List.of(key.least(), key.most())) {
      assertThat(Figures.standard().with(List.of(new Figure(key, bound, key.unit()))).orNull())
          .isNotNull();
    }
  }

  @Test
  void refusesFiguresThatContradictEachOther() {
    var firstSlower =
        Figures.standard()
            .with(List.of(new Figure(FigureKey.FIRST_CLASS, 6, FigureUnit.WORKING_DAYS)));
    var reviewTooLate =
        Figures.standard()
            .with(List.of(new Figure(FigureKey.LONGEST_REVIEW_MONTHS, 5, FigureUnit.MONTHS)));

    assertThat(codes(firstSlower.refusals())).containsExactly("FIGURES_DISAGREE");
    assertThat(codes(reviewTooLate.refusals())).containsExactly("FIGURES_DISAGREE");
  }

  @Test
  void refusesAFigureStatedTwiceAndNamesThePlace() {
    var twice =
        Figures.standard()
            .with(
                List.of(
                    new Figure(FigureKey.HATE_REPORT, 1, FigureUnit.WORKING_DAYS),
                    new Figure(FigureKey.HATE_REPORT, 2, FigureUnit.WORKING_DAYS)));

    assertThat(twice.refusals())
        .containsExactly(
            Refusal.at("FIGURE_TWICE", Map.of("figure", "HATE_REPORT"), "figures", "1", "key"));
  }

  @Test
  @DisplayName("a version written before a figure existed has the policy's own value for it")
  void whatIsNotSetHasThePolicysValue() {
    assertThat(Figures.of(Map.of(FigureKey.HATE_REPORT, 3)).get(FigureKey.OPEN_ROUTE)).isEqualTo(5);
    assertThat(Figures.of(Map.of())).isEqualTo(Figures.standard());
    assertThatThrownBy(() -> Figures.of(Map.of(FigureKey.HATE_REPORT, 99)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyAFlagIsYesOrNo() {
    assertThatThrownBy(() -> Figures.standard().flag(FigureKey.HATE_REPORT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
