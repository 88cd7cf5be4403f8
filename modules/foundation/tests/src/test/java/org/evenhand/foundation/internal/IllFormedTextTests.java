package org.evenhand.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters no text that is kept may hold. */
class IllFormedTextTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "bell \u0007",
        "\u0090",
        "half \ud83d",
        "\udca9\ud83d",
        "said \u202Etxet\u202C",
        "\u202Dno"
      })
  @DisplayName("F7: what cannot be kept, or would be read in another order than it was written")
  void refused(String text) {
    assertThat(IllFormedText.in(Map.of("reasons", Map.of("conduct", List.of("fine", text)))))
        .containsExactly(Refusal.at("TEXT_ILL_FORMED", "reasons", "conduct", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Llŷr o'r Tŷ Gwyn",
        "two\nlines\r\n\tand a tab",
        "\ud83d\udca9",
        "\u05d0\u200f 12",
        "A\u200Db",
        "\u2067שלום\u2069",
        ""
      })
  @DisplayName("Welsh, lines, signs outside the first plane, marks of languages from right to left")
  void taken(String text) {
    assertThat(IllFormedText.in(Map.of("name", text))).isEmpty();
  }

  @Test
  void nothingButTextIsLookedAt() {
    assertThat(IllFormedText.in(Map.of("count", 3, "yes", true))).isEmpty();
  }
}
