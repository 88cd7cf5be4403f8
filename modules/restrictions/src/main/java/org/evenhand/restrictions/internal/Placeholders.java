package org.evenhand.restrictions.internal;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of words about rules; one that has no value goes with its braces. */
public final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z-]{1,40})\\}");

  private Placeholders() {}

  public static String fill(String words, Map<String, String> values) {
    if (words.indexOf('{') < 0) {
      return words;
    }
    Matcher matcher = PLACEHOLDER.matcher(words);
    var filled = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(values.getOrDefault(matcher.group(1), "")));
    }
    return matcher.appendTail(filled).toString().strip();
  }
}
