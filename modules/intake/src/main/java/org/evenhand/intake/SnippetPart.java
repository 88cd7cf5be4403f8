package org.evenhand.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text that was found.
 *
 * @param matched whether it is what was looked for
 */
public record SnippetPart(String text, boolean matched) {

  /** What {@code ts_headline} puts around a match. */
  public static final String OPTIONS =
      "StartSel=\u27e6, StopSel=\u27e7, MaxWords=30, MinWords=12, MaxFragments=1";

  /** The pieces of a headline that was made with {@link #OPTIONS}. */
  public static List<SnippetPart> of(String headline) {
    var parts = new ArrayList<SnippetPart>();
    int from = 0;
    while (from < headline.length()) {
      int start = headline.indexOf('\u27e6', from);
      int stop = start < 0 ? -1 : headline.indexOf('\u27e7', start);
      if (stop < 0) {
        parts.add(new SnippetPart(headline.substring(from), false));
        break;
      }
      if (start > from) {
        parts.add(new SnippetPart(headline.substring(from, start), false));
      }
      parts.add(new SnippetPart(headline.substring(start + 1, stop), true));
      from = stop + 1;
    }
    return List.copyOf(parts);
  }
}
