package org.evenhand.spi;

import java.util.HashSet;
import java.util.List;

/**
 * The rules one restriction was compiled into, with the version of the language they are written
 * in.
 *
 * @param languageVersion {@link RuleLanguage#VERSION} at the time
 * @param rules at most {@link RuleLanguage#MOST_RULES}; ids unique; conditions no deeper than
 *     {@link RuleLanguage#DEEPEST}; may be empty, for a type that records something and rules
 *     nothing
 */
public record RuleSet(int languageVersion, List<Rule> rules) {
  public RuleSet {
    rules = List.copyOf(rules);
    if (languageVersion < 1 || languageVersion > RuleLanguage.VERSION) {
      throw new IllegalArgumentException(
          "Rules in version " + languageVersion + " of the language cannot be read here");
    }
    if (rules.size() > RuleLanguage.MOST_RULES) {
      throw new IllegalArgumentException(
          "A restriction has at most " + RuleLanguage.MOST_RULES + " rules");
    }
    var ids = new HashSet<String>();
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException("Two rules are called " + rule.id());
      }
      if (RuleLanguage.depth(rule.when()) > RuleLanguage.DEEPEST) {
        throw new IllegalArgumentException(
            "The condition of " + rule.id() + " is nested too deeply");
      }
    }
  }

  /** Rules in the current version of the language. */
  public static RuleSet of(List<Rule> rules) {
    return new RuleSet(RuleLanguage.VERSION, rules);
  }
}
