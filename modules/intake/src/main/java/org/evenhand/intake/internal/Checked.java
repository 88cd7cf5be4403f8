package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** Collects every reason for a refusal, not only the first. */
final class Checked {

  /** The longest title, name or other single line. */
  static final int LINE = 500;

  /** The longest account, note or reason. */
  static final int ACCOUNT = 10_000;

  private final List<Refusal> refusals = new ArrayList<>();

  Checked refuse(boolean when, Refusal refusal) {
    if (when) {
      refusals.add(refusal);
    }
    return this;
  }

  Checked refuse(@Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
    return this;
  }

  Checked refuse(List<Refusal> more) {
    refusals.addAll(more);
    return this;
  }

  /** Text that must be there. */
  Checked needed(@Nullable String text, int longest, String... path) {
    refuse(text == null || text.isBlank(), Refusal.at("TEXT_MISSING", path));
    return bounded(text, longest, path);
  }

  /** Text that may be missing. */
  Checked bounded(@Nullable String text, int longest, String... path) {
    return refuse(
        text != null && text.length() > longest,
        Refusal.at("TEXT_TOO_LONG", Map.of("longest", Integer.toString(longest)), path));
  }

  Checked notAfter(@Nullable LocalDate day, LocalDate today, String... path) {
    return refuse(day != null && day.isAfter(today), Refusal.at("DATE_IN_FUTURE", path));
  }

  Checked notAfter(@Nullable Instant at, Instant now, String... path) {
    return refuse(at != null && at.isAfter(now), Refusal.at("DATE_IN_FUTURE", path));
  }

  Checked minutes(@Nullable Integer minutes, String... path) {
    return refuse(
        minutes != null && (minutes < 0 || minutes > 10_000),
        Refusal.at("NUMBER_OUT_OF_RANGE", Map.of("least", "0", "most", "10000"), path));
  }

  boolean refused() {
    return !refusals.isEmpty();
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** The path of something inside what {@code outer} names. */
  static String[] in(String[] outer, String... inner) {
    String[] path = new String[outer.length + inner.length];
    System.arraycopy(outer, 0, path, 0, outer.length);
    System.arraycopy(inner, 0, path, outer.length, inner.length);
    return path;
  }

  /** Blank is nothing. */
  static @Nullable String tidy(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
