package org.evenhand.policy.internal.lint;

import java.util.List;
import java.util.regex.Pattern;

/** Bites where something can be for good and nothing says when (F2, F12). */
record PermanentWithoutCriteria() implements LintRule {

  private static final Pattern FOR_GOOD =
      Pattern.compile("\\b(permanent(ly)?|indefinite(ly)?|for life|for ever)\\b");
  private static final Pattern CRITERIA =
      Pattern.compile("\\bonly (where|when|if|after)\\b|\\b(never|not|no)\\b");

  @Override
  public String code() {
    return "PERMANENT_WITHOUT_CRITERIA";
  }

  @Override
  public List<Bite> look(LintedPolicy policy) {
    List<LintedPolicy.Sentence> forGood =
        policy.sentences().stream().filter(s -> FOR_GOOD.matcher(s.words()).find()).toList();
    if (forGood.stream().anyMatch(s -> CRITERIA.matcher(s.words()).find())) {
      return List.of();
    }
    return forGood.stream()
        .limit(1)
        .map(s -> new Bite(s.clause(), MustNotSay.cut(s.words())))
        .toList();
  }
}
