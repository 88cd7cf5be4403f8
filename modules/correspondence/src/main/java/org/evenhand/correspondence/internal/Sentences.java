package org.evenhand.correspondence.internal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences of a text, in its language. */
final class Sentences {

  private Sentences() {}

  /** A line's end ends a sentence too. */
  static List<String> of(String text, Locale locale) {
    var sentences = new ArrayList<String>();
    BreakIterator ends = BreakIterator.getSentenceInstance(locale);
    for (String line : text.lines().toList()) {
      ends.setText(line);
      int from = ends.first();
      for (int to = ends.next(); to != BreakIterator.DONE; from = to, to = ends.next()) {
        sentences.add(line.substring(from, to).strip());
      }
    }
    return sentences.stream().filter(s -> !s.isEmpty()).toList();
  }
}
