package org.evenhand.policy.internal.lint;

import java.util.List;
import java.util.regex.Pattern;

/** Bites when no sentence says what a policy has to say. */
record MustSay(String code, Pattern said) implements LintRule {

  static MustSay somewhere(String code, String said) {
    return new MustSay(code, Pattern.compile(said));
  }

  /** All of these in one sentence, in any order. */
  static MustSay inOneSentence(String code, String... said) {
    var pattern = new StringBuilder("^");
    for (String part : said) {
      pattern.append("(?=.*(?:").append(part).append("))");
    }
    return somewhere(code, pattern.toString());
  }

  @Override
  public List<Bite> look(LintedPolicy policy) {
    boolean found = policy.sentences().stream().anyMatch(s -> said.matcher(s.inContext()).find());
    return found ? List.of() : Bite.MISSING;
  }
}
