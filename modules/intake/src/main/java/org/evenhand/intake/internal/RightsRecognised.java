package org.evenhand.intake.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.evenhand.intake.StatutoryTopic;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the use of a right in what somebody wrote down, by the phrases of {@code
 * intake/rights.properties} and its Welsh sister (F18). It errs towards the customer: recognised
 * contact is not counted.
 */
final class RightsRecognised {

  private static final List<String> FILES =
      List.of("/intake/rights.properties", "/intake/rights_cy.properties");

  private static final Map<StatutoryTopic, Pattern> PHRASES = read();

  private RightsRecognised() {}

  /** The first right, in the order of the enumeration, that the note speaks of. */
  static Optional<StatutoryTopic> in(@Nullable String note) {
    if (note == null) {
      return Optional.empty();
    }
    String words = note.replaceAll("\\s+", " ");
    return PHRASES.entrySet().stream()
        .filter(e -> e.getValue().matcher(words).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<StatutoryTopic, Pattern> read() {
    var phrases = new EnumMap<StatutoryTopic, StringJoiner>(StatutoryTopic.class);
    for (String file : FILES) {
      var given = new Properties();
      try (var reader =
          new InputStreamReader(
              Objects.requireNonNull(RightsRecognised.class.getResourceAsStream(file), file),
              StandardCharsets.UTF_8)) {
        given.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      for (String right : given.stringPropertyNames()) {
        StringJoiner all =
            phrases.computeIfAbsent(
                StatutoryTopic.valueOf(right), r -> new StringJoiner("|", "(?iU)\\b(?:", ")\\b"));
        Arrays.stream(given.getProperty(right).split("\\|", -1))
            .map(String::strip)
            .filter(phrase -> !phrase.isEmpty())
            .map(Pattern::quote)
            .forEach(all::add);
      }
    }
    var patterns = new EnumMap<StatutoryTopic, Pattern>(StatutoryTopic.class);
    phrases.forEach((right, all) -> patterns.put(right, Pattern.compile(all.toString())));
    return patterns;
  }
}
