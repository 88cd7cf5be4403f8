package org.evenhand.spi;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same words in one or more languages. Words about rules may hold placeholders in braces, which
 * the house fills in when it answers: {@code {officer}}, {@code {deputy}}, {@code {building}},
 * {@code {endpoint}}, {@code {team}}, {@code {channel}}, {@code {next}}, {@code {until}}, {@code
 * {count}}, {@code {limit}}, {@code {answerBy}}. A placeholder that has no value is left out with
 * its braces.
 *
 * @param values words by BCP 47 language tag; empty when there is nothing to say; blank words are
 *     refused
 */
public record Texts(Map<String, String> values) {
  private static final Texts NONE = new Texts(Map.of());

  public Texts {
    var sorted = new TreeMap<String, String>();
    for (var entry : values.entrySet()) {
      if (entry.getKey().isBlank() || entry.getValue().isBlank()) {
        throw new IllegalArgumentException("Words and their language must not be blank");
      }
      sorted.put(entry.getKey(), entry.getValue());
    }
    values = Collections.unmodifiableMap(sorted);
  }

  /** Nothing to say. */
  public static Texts none() {
    return NONE;
  }

  /** English words. */
  public static Texts en(String words) {
    return new Texts(Map.of("en", words));
  }

  /** English and Welsh words. */
  public static Texts enCy(String english, String welsh) {
    return new Texts(Map.of("en", english, "cy", welsh));
  }

  /** These words and, for one more language, those. */
  public Texts and(String lang, String words) {
    var all = new TreeMap<>(values);
    all.put(lang, words);
    return new Texts(all);
  }

  /** True when there are no words in any language. */
  public boolean silent() {
    return values.isEmpty();
  }

  /**
   * The words in the first language asked for that there is, else in English, else in any; with the
   * language they turned out to be in. Empty English words when there are none at all.
   */
  public Text in(String... langs) {
    for (String lang : langs) {
      String words = values.get(lang);
      if (words != null) {
        return new Text(words, lang);
      }
      int dash = lang.indexOf('-');
      if (dash > 0) {
        words = values.get(lang.substring(0, dash));
        if (words != null) {
          return new Text(words, lang.substring(0, dash));
        }
      }
    }
    String english = values.get("en");
    if (english != null) {
      return new Text(english, "en");
    }
    for (var entry : values.entrySet()) {
      return new Text(entry.getValue(), entry.getKey());
    }
    return new Text("", "en");
  }
}
