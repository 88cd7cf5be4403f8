package org.evenhand.app;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words about customers are neutral, because customers read them (T28): in sentences, and in names
 * that end up in records, such as {@code CONTACT_WE_CAUSED}.
 */
final class NeutralWords {

  private static final List<String> WORDS =
      List.of(
          "ban",
          "banned",
          "blacklist",
          "blacklisted",
          "trivial",
          "vexatious",
          "abuser",
          "abusive customer",
          "abusive customers",
          "chaser",
          "chasers",
          "waste demand",
          "nuisance",
          "time waster",
          "troublemaker",
          "serial complainer");

  private NeutralWords() {}

  /** Words in the text that should be others; joined and camel-cased words are taken apart. */
  static Stream<String> unsuitableIn(String text) {
    String words =
        text.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
            .replaceAll("[\\s._-]+", " ")
            .toLowerCase(Locale.ROOT);
    return WORDS.stream()
        .filter(word -> Pattern.compile("\\b" + word + "\\b").matcher(words).find());
  }
}
