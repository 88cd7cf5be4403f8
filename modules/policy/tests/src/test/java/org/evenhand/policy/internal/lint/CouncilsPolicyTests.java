package org.evenhand.policy.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.policy.DemonstrationPolicy;
import org.evenhand.policy.Finding;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicySection;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * F10, T24: the council's document, and the demonstration that retells it, have the faults that the
 * linter is for. The document itself is read where it lies beside the work tree; the demonstration
 * is always there, so that these tests never pass for want of a text.
 */
class CouncilsPolicyTests {

  static Stream<PolicyDocument> documents() {
    return Stream.concat(
        Stream.of(DemonstrationPolicy.document()),
        PolicyTexts.councilsOwn().map(PolicyTextImport::read).stream());
  }

  @ParameterizedTest
  @MethodSource("documents")
  @DisplayName("F10: at least eight findings")
  void hasAtLeastEightFaults(PolicyDocument document) {
    List<Finding> findings = PolicyLinter.findings(LintedPolicy.unpublished(document));

    assertThat(findings.stream().map(Finding::code).distinct()).hasSizeGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("documents")
  @DisplayName("T24: marked draft, numbers disagree, approvals incomplete, an empty list item")
  void hasTheFourFaultsOfItsForm(PolicyDocument document) {
    List<Finding> findings = PolicyLinter.findings(LintedPolicy.unpublished(document));

    assertThat(findings)
        .extracting(Finding::code)
        .contains(
            "DRAFT_MARKED", "VERSION_NUMBERS_DISAGREE", "APPROVALS_INCOMPLETE", "EMPTY_CLAUSE");
    assertThat(findings.stream().filter(f -> f.code().equals("EMPTY_CLAUSE")))
        .singleElement()
        .satisfies(f -> assertThat(f.clause()).containsIgnoringCase("health and safety"));
    assertThat(findings.stream().filter(f -> f.code().equals("VERSION_NUMBERS_DISAGREE")))
        .singleElement()
        .satisfies(f -> assertThat(f.excerpt()).isEqualTo("01.01.02, 01.01.04"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  @DisplayName("F2, F3, F4, F5, F8: what ombudsmen miss in it")
  void hasTheFaultsOfItsSubstance(PolicyDocument document) {
    assertThat(PolicyLinter.findings(LintedPolicy.unpublished(document)))
        .extracting(Finding::code)
        .contains(
            "REVIEW_OF_RESTRICTIONS_MISSING",
            "MAXIMUM_TERM_MISSING",
            "PERMANENT_WITHOUT_CRITERIA",
            "APPEAL_CONDITIONAL",
            "APPEAL_DECIDER_NOT_INDEPENDENT",
            "APPEAL_DECISION_UNTIMED",
            "LATE_APPEALS_NOT_TREATED",
            "NOTIFICATION_UNDEFINED",
            "OMBUDSMAN_NOT_NAMED",
            "STATUTORY_RIGHTS_UNPROTECTED",
            "ADJUSTMENTS_MISSING",
            "NOT_HEARD_BEFORE_DECISION",
            "CHILDREN_NOT_TREATED",
            "CAPACITY_NOT_TREATED",
            "BLANKET_DISCRETION",
            "EXTENSION_WITHOUT_DECISION",
            "RECORDING_AS_MISCONDUCT")
        .doesNotContain("APPEAL_MISSING", "WARNING_MISSING", "REASONS_NOT_REQUIRED");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isReadWithItsSectionsHistoryAndSignatories(PolicyDocument document) {
    assertThat(document.title()).isEqualTo("Managing Unreasonable Customer Behaviour Policy");
    assertThat(document.declaredStatus()).isEqualTo("Draft");
    assertThat(document.declaredVersion()).isEqualTo("01.01.02");
    assertThat(document.sections().stream().map(PolicySection::number).filter(n -> !n.isEmpty()))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    assertThat(document.revisions()).hasSize(4);
    assertThat(document.revisions().getLast().label()).isEqualTo("01.01.04");
    assertThat(document.revisions().getLast().on()).isEqualTo(LocalDate.of(2017, 11, 8));
    assertThat(document.revisions().getLast().summary()).contains("quarterly");
    assertThat(document.signatories()).hasSize(3);
    assertThat(document.signatories().get(1).on()).isEqualTo(LocalDate.of(2017, 11, 8));
    assertThat(document.signatories().getLast().on()).isNull();
  }

  @Test
  @DisplayName("the demonstration tells the council's policy in words of its own")
  void repeatsNoSentenceOfTheOriginal() {
    Assumptions.assumeTrue(PolicyTexts.councilsOwn().isPresent(), "the council's text is not here");
    Set<List<String>> theirs = runs(PolicyTexts.councilsOwn().orElseThrow());

    Set<List<String>> ours = new HashSet<>();
    DemonstrationPolicy.document().sections().forEach(s -> ours.addAll(runs(s.text())));

    assertThat(ours).isNotEmpty();
    ours.retainAll(theirs);
    assertThat(ours).isEmpty();
  }

  @Test
  @DisplayName("T28: the demonstration describes conduct and judges nobody")
  void demonstrationUsesNeutralWords() {
    assertThat(PolicyLinter.findings(LintedPolicy.unpublished(DemonstrationPolicy.document())))
        .extracting(Finding::code)
        .doesNotContain("WORDS_THAT_JUDGE");
  }

  private static Set<List<String>> runs(String text) {
    List<String> words =
        List.of(
            text.toLowerCase(Locale.ROOT).replace("’", "").replace("'", "").split("[^a-z0-9]+"));
    var runs = new HashSet<List<String>>();
    for (int i = 0; i + 9 <= words.size(); i++) {
      runs.add(words.subList(i, i + 9));
    }
    return runs;
  }
}
