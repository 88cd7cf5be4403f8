package org.evenhand.intake.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenhand.spi.Texts;

/**
 * Finds words that say what somebody is instead of what was done (T28): what conduct is called is
 * read in subject access requests.
 */
final class NeutralWords {

  private static final List<Pattern> BLAMING =
      List.of(
              "abuse(s|r|rs)?",
              "abusive",
              "banned",
              "blacklist(ed)?",
              "chas(er|ers|ing)",
              "culprit",
              "difficult (customer|person|people)",
              "frivolous",
              "nuisance",
              "offender",
              "perpetrator",
              "problem (customer|person|people)",
              "serial complainer",
              "time-?waster",
              "trivial",
              "troublemaker",
              "vexatious",
              "waste demand",
              "blinderus",
              "dibwys",
              "niwsans",
              "troseddwr")
          .stream()
          .map(word -> Pattern.compile("(?<!\\p{L})(?:" + word + ")(?!\\p{L})"))
          .toList();

  private NeutralWords() {}

  /** The first word that blames; empty when all are neutral. */
  static Optional<String> blame(Texts... texts) {
    for (Texts each : texts) {
      for (String words : each.values().values()) {
        for (Pattern blaming : BLAMING) {
          var found = blaming.matcher(words.toLowerCase(Locale.ROOT));
          if (found.find()) {
            return Optional.of(found.group());
          }
        }
      }
    }
    return Optional.empty();
  }
}
