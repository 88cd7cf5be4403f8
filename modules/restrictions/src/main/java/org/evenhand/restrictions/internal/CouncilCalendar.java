package org.evenhand.restrictions.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.rules.ClosedDays;

/** The days on which the council is closed, as data for rules, which know no calendar. */
final class CouncilCalendar {

  /** Twelve months of a term and the working days after them may reach into the third year. */
  private static final int YEARS = 3;

  /** Enough to tell one calendar from another. */
  private static final int DIGEST = 16;

  private final WorkingDays workingDays;
  private final Map<Integer, Years> byFirstYear = new ConcurrentHashMap<>();

  CouncilCalendar(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /**
   * Some years of it, as they are known now: a holiday may be proclaimed later.
   *
   * @param digest the same for the same years with the same holidays
   */
  record Years(String digest, int firstYear, SortedSet<LocalDate> holidays, ClosedDays closed) {

    static Years of(int firstYear, SortedSet<LocalDate> holidays) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256")
                .digest((firstYear + " " + holidays).getBytes(StandardCharsets.UTF_8));
        return new Years(
            HexFormat.of().formatHex(digest).substring(0, DIGEST),
            firstYear,
            holidays,
            ClosedDays.weekendsAnd(holidays));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Closed days from the year of this day on, for more than two years. */
  ClosedDays from(LocalDate day) {
    return years(day).closed();
  }

  Years years(LocalDate day) {
    return byFirstYear.computeIfAbsent(day.getYear(), this::known);
  }

  private Years known(int firstYear) {
    var holidays = new TreeSet<LocalDate>();
    for (int year = firstYear; year < firstYear + YEARS; year++) {
      holidays.addAll(workingDays.holidaysOf(year));
    }
    return Years.of(firstYear, holidays);
  }
}
