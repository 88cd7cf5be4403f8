package org.evenhand.correspondence.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.foundation.Warning;

/**
 * Whether a letter can be understood at the first reading (P9.2): how long sentences and words are
 * in what was written for it. It warns and never refuses, since the name of a street can be long.
 * English only.
 */
final class PlainEnglish {

  /** In words. */
  static final int LONG_ON_AVERAGE = 20;

  /** In words. */
  static final int LONG_SENTENCE = 35;

  /** In letters. */
  static final int LONG_WORD = 14;

  private static final int SHOWN = 5;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'\u2019]*");

  private PlainEnglish() {}

  static List<Warning> warnings(NoticeToIssue notice) {
    if (!notice.lang().locale().getLanguage().equals("en")) {
      return List.of();
    }
    var warnings = new ArrayList<Warning>();
    List<String> sentences =
        texts(notice).flatMap(t -> Sentences.of(t, Locale.UK).stream()).toList();
    int[] lengths = sentences.stream().mapToInt(s -> SPACE.split(s).length).toArray();
    long average = Math.round(Arrays.stream(lengths).average().orElse(0));
    if (average > LONG_ON_AVERAGE) {
      warnings.add(new Warning("NOTICE_SENTENCES_LONG", Map.of("average", Long.toString(average))));
    }
    int longest = Arrays.stream(lengths).max().orElse(0);
    if (longest > LONG_SENTENCE) {
      warnings.add(
          new Warning("NOTICE_SENTENCE_VERY_LONG", Map.of("words", Integer.toString(longest))));
    }
    List<String> longWords =
        sentences.stream()
            .flatMap(s -> WORD.matcher(s).results().map(MatchResult::group))
            .filter(w -> w.length() >= LONG_WORD)
            .distinct()
            .limit(SHOWN)
            .toList();
    if (!longWords.isEmpty()) {
      warnings.add(new Warning("NOTICE_LONG_WORDS", Map.of("words", String.join(", ", longWords))));
    }
    return warnings;
  }

  /** What somebody wrote for this letter; the standard paragraphs are ours to keep plain. */
  private static Stream<String> texts(NoticeToIssue notice) {
    return Stream.concat(
        Stream.of(notice.parts().why(), notice.parts().howToReachUs()),
        notice.parts().actions().stream()
            .flatMap(
                a ->
                    Stream.of(
                        a.what(),
                        Objects.toString(a.howToEndSooner(), ""),
                        Objects.toString(a.noEndBecause(), ""))));
  }
}
