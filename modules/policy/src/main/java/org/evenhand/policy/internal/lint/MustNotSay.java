package org.evenhand.policy.internal.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bites in each clause with a sentence that should not be there.
 *
 * @param unless what makes such a sentence harmless; null for nothing
 */
record MustNotSay(String code, Pattern said, @Nullable Pattern unless) implements LintRule {

  private static final int LONGEST_EXCERPT = 200;

  static MustNotSay at(String code, String said) {
    return new MustNotSay(code, Pattern.compile(said), null);
  }

  static MustNotSay unless(String code, String said, String unless) {
    return new MustNotSay(code, Pattern.compile(said), Pattern.compile(unless));
  }

  @Override
  public List<Bite> look(LintedPolicy policy) {
    var found = new LinkedHashMap<String, Bite>();
    for (LintedPolicy.Sentence sentence : policy.sentences()) {
      if (said.matcher(sentence.words()).find()
          && (unless == null || !unless.matcher(sentence.words()).find())) {
        found.putIfAbsent(sentence.clause(), new Bite(sentence.clause(), cut(sentence.words())));
      }
    }
    return List.copyOf(found.values());
  }

  static String cut(String words) {
    return words.length() <= LONGEST_EXCERPT ? words : words.substring(0, LONGEST_EXCERPT) + "…";
  }
}
