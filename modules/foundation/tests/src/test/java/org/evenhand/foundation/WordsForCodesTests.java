package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** T28: what a person reads is words, not codes. */
class WordsForCodesTests {

  private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

  @Test
  @DisplayName("T28: every code that this module's sources name has a sentence in the bundles")
  void everyCodeHasASentence() throws IOException {
    var codes = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("../src/main/java"))) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        CODE.matcher(Files.readString(source))
            .results()
            .map((MatchResult found) -> found.group(1))
            .forEach(codes::add);
      }
    }
    var messages = new Messages();

    assertThat(codes).contains("APPOINTS_ONESELF", "TEXT_MISSING", "BAD_REQUEST");
    assertThat(codes)
        .allSatisfy(
            code ->
                assertThat(
                        says(messages, "refusal." + code)
                            || says(messages, "fault." + code)
                            || says(messages, "duty." + code)
                            || says(messages, "staffNotice." + code))
                    .as(code)
                    .isTrue());
  }

  private static boolean says(Messages messages, String key) {
    return !messages.say(key, Map.of()).equals(key);
  }
}
