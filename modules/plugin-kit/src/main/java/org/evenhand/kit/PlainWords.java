package org.evenhand.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.spi.Text;
import org.evenhand.spi.Texts;

/**
 * Finds words that blame (T28). Letters and screens are read in subject access requests: they say
 * what happens, not what somebody is.
 */
public final class PlainWords {

  private static final Map<String, List<String>> BLAMING =
      Map.of(
          "en",
          List.of(
              "abuser",
              "abusive customer",
              "aggressive customer",
              "ban",
              "banned",
              "barred",
              "blacklist",
              "blacklisted",
              "chaser",
              "culprit",
              "difficult customer",
              "frivolous",
              "nuisance",
              "offender",
              "perpetrator",
              "problem customer",
              "punish",
              "punished",
              "punishment",
              "serial complainer",
              "time-waster",
              "trivial",
              "troublemaker",
              "unreasonable customer",
              "vexatious",
              "violent customer",
              "waste demand"),
          "cy",
          List.of("blinderus", "cosb", "cosbi", "dibwys", "gwaharddedig", "niwsans", "troseddwr"));

  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "officer",
          "deputy",
          "building",
          "endpoint",
          "team",
          "channel",
          "next",
          "until",
          "count",
          "limit",
          "answerBy");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)\\}");

  private PlainWords() {}

  /** What should not be said, with the language it is in; empty when the words are plain. */
  public static List<Text> blame(Texts texts) {
    var found = new ArrayList<Text>();
    texts
        .values()
        .forEach(
            (lang, words) -> {
              String plain = words.toLowerCase(Locale.ROOT);
              for (String blaming : BLAMING.getOrDefault(base(lang), List.of())) {
                if (Pattern.compile("(?<!\\p{L})" + Pattern.quote(blaming) + "(?!\\p{L})")
                    .matcher(plain)
                    .find()) {
                  found.add(new Text(blaming, lang));
                }
              }
            });
    return found;
  }

  /** Placeholders that the house does not fill. */
  public static List<String> unknownPlaceholders(Texts texts) {
    var unknown = new ArrayList<String>();
    for (String words : texts.values().values()) {
      Matcher matcher = PLACEHOLDER.matcher(words);
      while (matcher.find()) {
        if (!PLACEHOLDERS.contains(matcher.group(1))) {
          unknown.add(matcher.group(1));
        }
      }
    }
    return unknown;
  }

  private static String base(String lang) {
    int dash = lang.indexOf('-');
    return dash < 0 ? lang : lang.substring(0, dash);
  }
}
