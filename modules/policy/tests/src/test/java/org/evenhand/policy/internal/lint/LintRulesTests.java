package org.evenhand.policy.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.evenhand.policy.Finding;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicyRevision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** F10, T24: each rule of the linter bites where it should, and nowhere else. */
class LintRulesTests {

  private static final LintedPolicy GOOD =
      new LintedPolicy(PolicyTexts.good(), "3.0", List.of(), false);

  @Test
  @DisplayName("F10: a policy that says all it should has no finding")
  void findsNothingInAGoodPolicy() {
    assertThat(PolicyLinter.findings(GOOD)).isEmpty();
    assertThat(PolicyLinter.findings(LintedPolicy.unpublished(PolicyTexts.good()))).isEmpty();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        metadata("DRAFT_MARKED", "Status: Final", "Document Status: Draft"),
        metadata("VERSION_NUMBERS_DISAGREE", "Version: 3.0", "Version: 2.9"),
        arguments(
            "APPROVALS_INCOMPLETE",
            new LintedPolicy(PolicyTexts.good(), "3.0", List.of("CABINET"), false)),
        arguments(
            "UPDATE_CHANGES_TERMS", new LintedPolicy(PolicyTexts.good(), "3.0", List.of(), true)),
        text("EMPTY_CLAUSE", "- Times for calls.", "-"),
        text("REVIEW_OF_RESTRICTIONS_MISSING", "is reviewed\nwithin six months", "is ended"),
        text("MAXIMUM_TERM_MISSING", "lasts longer than twelve months", "lasts for ever"),
        text("PERMANENT_WITHOUT_CRITERIA", "permanent only where", "permanent if"),
        text("APPEAL_MISSING", "You can appeal against", "You can object to"),
        text(
            "APPEAL_CONDITIONAL",
            "explain the reasons.",
            "explain the reasons. Where a right of appeal is given, we say so."),
        text("APPEAL_DECIDER_NOT_INDEPENDENT", "who had no part in the decision", "of the council"),
        text("APPEAL_DECISION_UNTIMED", "within ten\nworking days of hearing", "after hearing"),
        text("LATE_APPEALS_NOT_TREATED", "A late appeal is looked at too", "It is looked at"),
        text("NOTIFICATION_UNDEFINED", "counts as delivered", "comes"),
        text("OMBUDSMAN_NOT_NAMED", "Local Government and Social\nCare Ombudsman", "court"),
        text(
            "STATUTORY_RIGHTS_UNPROTECTED",
            "- with payments, repairs, benefits and homelessness,\n- with elections and polling places, planning and licensing,\n",
            ""),
        text("OPEN_ROUTE_NOT_PROMISED", "always stays open", "may be offered"),
        text("ADJUSTMENTS_MISSING", "reasonable adjustments", "your wishes"),
        text("NOT_HEARD_BEFORE_DECISION", "ask you for your account", "look at the file"),
        text("WARNING_MISSING", "We warn you first", "We act at once"),
        text("REASONS_NOT_REQUIRED", "write to you and explain the reasons", "write to you"),
        text("CHILDREN_NOT_TREATED", "a child, and for an adult", "an adult"),
        text("CAPACITY_NOT_TREATED", "lacks mental capacity", "needs help"),
        text(
            "BLANKET_DISCRETION",
            "- Times for calls.",
            "- Times for calls, at our absolute discretion."),
        text(
            "EXTENSION_WITHOUT_DECISION",
            "A term may be extended by a new decision only, with its\nown notice and its own appeal.",
            "A term may be extended."),
        text(
            "RECORDING_AS_MISCONDUCT",
            "Recording your\nown conversation with us is not misconduct, even if it is done secretly.",
            "Recording conversations secretly is misconduct."),
        text("WORDS_THAT_JUDGE", "- Times for calls.", "- Times for vexatious calls."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void bitesWhereTheFaultIs(String code, LintedPolicy faulty) {
    List<Finding> findings = PolicyLinter.findings(faulty);

    assertThat(findings).extracting(Finding::code).contains(code);
    assertThat(findings).allMatch(Finding::open);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void doesNotBiteWithoutTheFault(String code, LintedPolicy ignored) {
    assertThat(PolicyLinter.findings(GOOD)).extracting(Finding::code).doesNotContain(code);
  }

  @Test
  void everyRuleHasItsPairOfTestsAndItsWords() {
    var tested = new HashSet<Object>();
    faults().forEach(a -> tested.add(a.get()[0]));
    var codes = PolicyLinter.RULES.stream().map(LintRule::code).toList();
    ResourceBundle words = ResourceBundle.getBundle("messages/policy");

    assertThat(codes).doesNotHaveDuplicates();
    assertThat(tested).isEqualTo(new HashSet<Object>(codes));
    assertThat(codes)
        .allMatch(c -> words.containsKey("finding." + c + ".wrong"))
        .allMatch(c -> words.containsKey("finding." + c + ".mend"));
  }

  @Test
  void namesTheClauseAndTheWordsFound() {
    LintedPolicy faulty =
        LintedPolicy.unpublished(
            PolicyTexts.goodBut("- Times for calls.", "- What we choose in our sole discretion."));

    assertThat(PolicyLinter.findings(faulty))
        .containsExactly(
            new Finding("BLANKET_DISCRETION", "3", "what we choose in our sole discretion.", null));
  }

  @Test
  @DisplayName("a wrapped line is one sentence, a list item another")
  void readsSentencesAcrossLineBreaks() {
    LintedPolicy wrapped =
        LintedPolicy.unpublished(
            PolicyTexts.goodBut(
                "- Times for calls.", "- Measures in our\nabsolute\n  discretion."));

    assertThat(PolicyLinter.findings(wrapped))
        .extracting(Finding::code)
        .containsExactly("BLANKET_DISCRETION");
  }

  @Test
  void labelMustBeTheOneThatTheDocumentBears() {
    PolicyDocument silent =
        new PolicyDocument(
            "Policy",
            null,
            null,
            List.of(new PolicyRevision("3.0", null, "x")),
            List.of(),
            PolicyTexts.good().sections());

    assertThat(PolicyLinter.findings(new LintedPolicy(silent, "3.0", List.of(), false))).isEmpty();
    assertThat(PolicyLinter.findings(new LintedPolicy(silent, "4.0", List.of(), false)))
        .extracting(Finding::code, Finding::excerpt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("VERSION_NUMBERS_DISAGREE", "4.0, 3.0"));
  }

  private static Arguments text(String code, String words, String others) {
    return arguments(code, LintedPolicy.unpublished(PolicyTexts.goodBut(words, others)));
  }

  private static Arguments metadata(String code, String line, String other) {
    return arguments(
        code,
        LintedPolicy.unpublished(
            PolicyTextImport.read(PolicyTexts.goodText().replace(line, other))));
  }
}
