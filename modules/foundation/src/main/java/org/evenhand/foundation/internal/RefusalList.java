package org.evenhand.foundation.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** Collects every reason against an act, so that the caller learns all of them at once. */
final class RefusalList {

  static final int LONGEST_TITLE = 500;
  static final int MOST_PARTS = 200;
  private static final int LONGEST_CONTACT = 200;
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
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
    if (wrong) {
      found.add(Refusal.at(code, path));
    }
  }

  /** A short text that must be there. */
  void title(@Nullable String text, String... path) {
    add(Acts.text(text, LONGEST_TITLE, path));
  }

  /** A short text that may be left out, but is not blank when it is there. */
  void optionalTitle(@Nullable String text, String... path) {
    if (text != null) {
      title(text, path);
    }
  }

  /** A telephone number or an address to write to, which may be left out. */
  void contact(@Nullable String text, String... path) {
    if (text != null) {
      add(Acts.text(text, LONGEST_CONTACT, path));
    }
  }

  void code(String code, String... path) {
    addIf(!CODE.matcher(code).matches(), "CODE_MALFORMED", path);
  }

  void day(@Nullable LocalDate day, String... path) {
    addIf(
        day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)),
        "DAY_OUT_OF_RANGE",
        path);
  }

  /** Two days that begin and end a period; the last one may be open. */
  void period(LocalDate firstDay, @Nullable LocalDate lastDay, String... path) {
    day(firstDay, with(path, "firstDay"));
    day(lastDay, with(path, "lastDay"));
    addIf(lastDay != null && lastDay.isBefore(firstDay), "DAYS_REVERSED", with(path, "lastDay"));
  }

  void parts(List<?> parts, String... path) {
    if (parts.size() > MOST_PARTS) {
      add(Refusal.at("LIST_TOO_LONG", Map.of("most", Integer.toString(MOST_PARTS)), path));
    }
  }

  /**
   * Whether what is recorded under a natural key fits the version that the caller read.
   *
   * @param type the GraphQL type's name
   * @param recorded the version recorded; empty if there is nothing under this key
   * @param expected the version that the caller read; null to record something new
   */
  void version(String type, Optional<Integer> recorded, @Nullable Integer expected, String... key) {
    if (recorded.isEmpty()) {
      add(expected == null ? null : Refusal.notFound(type, key));
    } else if (expected == null) {
      add(Refusal.at("ALREADY_RECORDED", Map.of("type", type), key));
    } else {
      add(Acts.stale(expected, recorded.get()));
    }
  }

  /** What changes something must name the version that was read. */
  void changing(@Nullable Integer recorded, @Nullable Integer expected) {
    if (expected == null) {
      add(Refusal.at("VERSION_MISSING", "expectedVersion"));
    } else {
      add(Acts.stale(expected, recorded == null ? 0 : recorded));
    }
  }

  private static String[] with(String[] path, String... more) {
    String[] all = Arrays.copyOf(path, path.length + more.length);
    System.arraycopy(more, 0, all, path.length, more.length);
    return all;
  }
}
