package org.evenhand.correspondence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.foundation.Warning;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whether a letter can be understood at the first reading (P9.2). */
class PlainEnglishTests {

  @Test
  @DisplayName("P9.2: a plain letter brings no warning")
  void plain() {
    assertThat(PlainEnglish.warnings(Samples.restrictions())).isEmpty();
  }

  @Test
  @DisplayName("P9.2: long sentences and long words are named, and stop nothing")
  void longOnes() {
    assertThat(PlainEnglish.warnings(saying("word ".repeat(61) + "end.")))
        .contains(new Warning("NOTICE_SENTENCE_VERY_LONG", Map.of("words", "62")))
        .contains(new Warning("NOTICE_SENTENCES_LONG", Map.of("average", "23")));
    assertThat(
            PlainEnglish.warnings(
                saying("Notwithstanding this, you may write. Well-being counts.")))
        .containsExactly(new Warning("NOTICE_LONG_WORDS", Map.of("words", "Notwithstanding")));
  }

  private static NoticeToIssue saying(String why) {
    NoticeParts p = Samples.parts();
    return Samples.notice(
        NoticeKind.WARNING,
        false,
        false,
        new NoticeParts(
            why,
            List.of(new ActionPart(null, "We write to you.", null, null, null)),
            "Write to us.",
            null,
            "It limits nothing.",
            p.ombudsman(),
            p.dataRights(),
            p.adjustments()));
  }
}
