package org.evenhand.policy.internal.lint;

import static org.evenhand.policy.internal.lint.MustNotSay.at;
import static org.evenhand.policy.internal.lint.MustNotSay.unless;
import static org.evenhand.policy.internal.lint.MustSay.inOneSentence;
import static org.evenhand.policy.internal.lint.MustSay.somewhere;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import org.evenhand.policy.Finding;

/**
 * Finds what published decisions of ombudsmen found wrong with written policies (F10). It reads
 * words, not meaning: a finding is a question to the policy's owner, who mends the text or says why
 * it stands.
 */
public final class PolicyLinter {

  private static final String TERM = "\\b(?:weeks?|months?|years?)\\b";
  private static final String RESTRICTION =
      "\\b(?:restrictions?|exclusions?|arrangements?|measures?)\\b";

  /** In the order in which findings are shown: the document first, then the law, then the words. */
  static final List<LintRule> RULES =
      List.of(
          new DraftMarked(),
          new VersionNumbersDisagree(),
          new ApprovalsIncomplete(),
          new UpdateChangesTerms(),
          new EmptyClause(),
          inOneSentence(
              "REVIEW_OF_RESTRICTIONS_MISSING",
              RESTRICTION,
              "\\b(?:is|are|must be|will be|we) review(?:ed)?\\b",
              TERM + "|\\breview date\\b"),
          inOneSentence(
              "MAXIMUM_TERM_MISSING",
              RESTRICTION + "|\\bterms?\\b",
              "\\b(?:no longer than|not longer than|longer than|at most|maximum|no more than|exceed)\\b",
              TERM),
          new PermanentWithoutCriteria(),
          somewhere(
              "APPEAL_MISSING", "\\b(?:right (?:of|to) appeal|(?:may|can) (?:always )?appeal)\\b"),
          at(
              "APPEAL_CONDITIONAL",
              "\\b(?:where|if|when|whether)\\b.{0,40}\\b(?:right (?:of|to) appeal|appeal)\\b.{0,20}"
                  + "\\b(?:is|may be) (?:allowed|given|granted|permitted|available)\\b"),
          inOneSentence(
              "APPEAL_DECIDER_NOT_INDEPENDENT",
              "\\bappeals?\\b",
              "\\b(?:decide[sd]?|deciding|determine[sd]?)\\b",
              "\\b(?:independent(?:ly)?|no part|not (?:been )?involved|not taken part"
                  + "|no (?:earlier |previous |prior )?involvement|nothing to do with)\\b"),
          somewhere(
              "APPEAL_DECISION_UNTIMED",
              "\\b(?:decides?|determines?)\\b.{0,60}\\bappeals?\\b.{0,80}\\bwithin\\b"
                  + "|\\bappeals?\\b.{0,40}\\b(?:is|are|be) (?:decided|determined)\\b.{0,80}\\bwithin\\b"
                  + "|\\bdecision on (?:the|an|each|every|any) appeal\\b.{0,80}\\bwithin\\b"),
          somewhere(
              "LATE_APPEALS_NOT_TREATED",
              "\\b(?:late appeals?|appeals? (?:that|which) (?:comes?|arrives?|is|are) (?:in )?late"
                  + "|out of time|after the (?:time limit|deadline|last day))\\b"),
          inOneSentence(
              "NOTIFICATION_UNDEFINED",
              "\\b(?:notified|notification|delivered|delivery|served)\\b",
              "\\b(?:counts? as|counted as|deemed|treated as|presumed|taken (?:to be|as))\\b"),
          somewhere("OMBUDSMAN_NOT_NAMED", "\\bombudsman\\b"),
          new StatutoryRightsUnprotected(),
          inOneSentence(
              "OPEN_ROUTE_NOT_PROMISED",
              "\\b(?:one|a) (?:\\w+ ){0,2}(?:way|route|channel|means)\\b",
              "\\b(?:always|remains?|stays?|kept|keeps?|leaves?|left)\\b",
              "\\b(?:open|contact|reach)\\b"),
          somewhere("ADJUSTMENTS_MISSING", "\\breasonable adjustments?\\b"),
          inOneSentence(
              "NOT_HEARD_BEFORE_DECISION",
              "\\bbefore\\b",
              "\\b(?:decid\\w*|decisions?|designat\\w*|determin\\w*|restrict\\w*)\\b",
              "\\b(?:representations?|(?:their|your|own) (?:side|account|views?)|comment|be heard)\\b"),
          somewhere("WARNING_MISSING", "\\bwarn(?:s|ed|ing|ings)?\\b"),
          inOneSentence(
              "REASONS_NOT_REQUIRED",
              "\\b(?:letters?|writes?|notices?|in writing|tells?)\\b",
              "\\b(?:reasons?|why|explain(?:s|ing|ed)?)\\b"),
          somewhere(
              "CHILDREN_NOT_TREATED",
              "\\b(?:child|children|young (?:person|people)|under 18|under eighteen)\\b"),
          somewhere(
              "CAPACITY_NOT_TREATED",
              "\\b(?:mental capacity|lacks? (?:the )?(?:mental )?capacity"
                  + "|capacity to (?:decide|understand|make))\\b"),
          at(
              "BLANKET_DISCRETION",
              "\\b(?:absolute|sole|complete|entire|unfettered|full|unlimited) discretion\\b"),
          unless(
              "EXTENSION_WITHOUT_DECISION",
              "\\b(?:be|is|are|may|will)\\b (?:\\w+ ){0,4}extend(?:ed)?\\b",
              "\\b(?:new|fresh) (?:decision|notice|letter)\\b|\\bappeal\\b"),
          unless(
              "RECORDING_AS_MISCONDUCT",
              "\\b(?:covert(?:ly)?|secret(?:ly)?)\\b.{0,40}\\brecord(?:s|ed|ing)?\\b"
                  + "|\\brecord(?:s|ed|ing)?\\b.{0,60}\\b(?:covertly|secretly|in secret)\\b",
              "\\b(?:not|never|no)\\b"),
          new WordsToAvoid());

  private static final LoadingCache<LintedPolicy, List<Finding>> RECENT =
      Caffeine.newBuilder().maximumSize(200).build(PolicyLinter::lint);

  private PolicyLinter() {}

  /** Every fault, none of them accepted; empty for a policy that says all it should. */
  public static List<Finding> findings(LintedPolicy policy) {
    return RECENT.get(policy);
  }

  private static List<Finding> lint(LintedPolicy policy) {
    return RULES.stream()
        .flatMap(
            rule ->
                rule.look(policy).stream()
                    .map(bite -> new Finding(rule.code(), bite.clause(), bite.excerpt(), null)))
        .toList();
  }
}
