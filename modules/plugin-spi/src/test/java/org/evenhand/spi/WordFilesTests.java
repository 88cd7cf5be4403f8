package org.evenhand.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WordFilesTests {

  private static final WordFiles FILES = WordFiles.beside(WordFilesTests.class);

  @Test
  @DisplayName("a text comes in every language that has it, with the plugin's places filled")
  void everyLanguage() {
    Words words = FILES.rule("slot", "when", "10:00");

    assertThat(words.toSay().values())
        .isEqualTo(Map.of("en", "Calls are taken 10:00.", "cy", "Cymerir galwadau 10:00."));
    assertThat(words.instructions().values())
        .isEqualTo(Map.of("en", "Say when, and offer the next one."));
    assertThat(FILES.say("english").values()).containsOnlyKeys("en");
  }

  @Test
  @DisplayName("a key without English words, or no English file, is refused by its name")
  void englishIsThere() {
    assertThatThrownBy(() -> FILES.say("nowhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere");
    assertThatThrownBy(() -> WordFiles.beside(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String");
  }
}
