package org.evenhand.sharing.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** Every reason against an act, so that the caller learns all of them at once. */
final class Reasons {

  private static final int LONGEST_TITLE = 500;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  private final List<Refusal> found = new ArrayList<>();

  boolean none() {
    return found.isEmpty();
  }

  <T> Outcome<T> refused() {
    return Outcome.refused(found);
  }

  void add(@Nullable Refusal refusal) {
    if (refusal != null) {
      found.add(refusal);
    }
  }

  void addIf(boolean wrong, String code, String... path) {
    addIf(wrong, code, Map.of(), path);
  }

  void addIf(boolean wrong, String code, Map<String, String> parameters, String... path) {
    if (wrong) {
      found.add(Refusal.at(code, parameters, path));
    }
  }

  void title(@Nullable String text, String... path) {
    add(Acts.text(text, LONGEST_TITLE, path));
  }

  void optionalTitle(@Nullable String text, String... path) {
    if (text != null) {
      title(text, path);
    }
  }

  /** Says whether the day is one that can be recorded. */
  boolean day(@Nullable LocalDate day, String... path) {
    boolean wrong = day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY));
    addIf(wrong, "DAY_OUT_OF_RANGE", path);
    return !wrong;
  }

  /** What changes something names the version that was read; what is new names none. */
  void version(@Nullable Integer recorded, @Nullable Integer expected) {
    if (recorded == null) {
      addIf(expected != null, "VERSION_OF_NOTHING", "expectedVersion");
    } else if (expected == null) {
      add(Refusal.at("VERSION_MISSING", "expectedVersion"));
    } else {
      add(Acts.stale(expected, recorded));
    }
  }
}
