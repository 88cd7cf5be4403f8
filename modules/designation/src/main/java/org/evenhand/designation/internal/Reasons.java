package org.evenhand.designation.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.evenhand.designation.Determination;
import org.evenhand.foundation.Warning;

/**
 * Whether the reasons of a decision say enough to be followed (F17). A short text can be a good one
 * and a long one empty, so this only points; it never refuses.
 */
final class Reasons {

  /** Fewer words than these cannot lead from conduct to harm to category. */
  static final int FEWEST_WORDS = 8;

  private Reasons() {}

  /** What to look at again; empty where nothing stands out. */
  static List<Warning> thin(Determination made) {
    var parts = new LinkedHashMap<String, String>();
    parts.put("reasons", made.reasons());
    parts.put("hindrance", made.hindrance());
    parts.put("grievanceReasons", made.grievanceReasons());
    var warnings = new ArrayList<Warning>();
    if (words(made.reasons()) < FEWEST_WORDS) {
      warnings.add(Warning.of("REASONS_THIN"));
    }
    long different = parts.values().stream().map(Reasons::plain).distinct().count();
    if (different < parts.size()) {
      warnings.add(Warning.of("REASONS_REPEATED"));
    }
    return warnings;
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\W+", " ").strip();
  }
}
