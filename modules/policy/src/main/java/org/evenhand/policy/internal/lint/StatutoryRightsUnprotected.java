package org.evenhand.policy.internal.lint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.evenhand.policy.PolicySection;

/**
 * Bites unless one section promises, in so many words, that restrictions leave statutory business
 * alone (F8). The product protects every topic anyway; a customer can rely on it only if the policy
 * says so.
 */
record StatutoryRightsUnprotected() implements LintRule {

  private static final int ENOUGH = 6;

  private static final Pattern PROMISE =
      Pattern.compile("\\b(always|never|whatever|regardless|even (if|when|while))\\b");

  private static final List<Pattern> TOPICS =
      List.of(
          Pattern.compile("\\b(danger|emergenc(y|ies)|life at risk)\\b"),
          Pattern.compile("\\bsafeguarding\\b"),
          Pattern.compile("\\bhomeless(ness)?\\b"),
          Pattern.compile("\\bbenefits?\\b"),
          Pattern.compile("\\b(payments?|pay)\\b"),
          Pattern.compile("\\brepairs?\\b"),
          Pattern.compile("\\b(elections?|polling|voting|to vote)\\b"),
          Pattern.compile("\\b(planning|licensing)\\b"),
          Pattern.compile("\\b(information|subject access|data) requests?\\b"),
          Pattern.compile("\\bpublic meetings?\\b"),
          Pattern.compile("\\b(courts?|tribunals?)\\b"),
          Pattern.compile("\\bombudsman\\b"));

  @Override
  public String code() {
    return "STATUTORY_RIGHTS_UNPROTECTED";
  }

  @Override
  public List<Bite> look(LintedPolicy policy) {
    return policy.document().sections().stream().anyMatch(StatutoryRightsUnprotected::promises)
        ? List.of()
        : Bite.MISSING;
  }

  private static boolean promises(PolicySection section) {
    String text = section.text().toLowerCase(Locale.ROOT);
    return PROMISE.matcher(text).find()
        && TOPICS.stream().filter(topic -> topic.matcher(text).find()).count() >= ENOUGH;
  }
}
