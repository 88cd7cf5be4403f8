package org.evenhand.foundation;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Working days in England (P10.3, T9): Monday to Friday without bank and public holidays, by the
 * calendar of the Jollyday library. Dates are Europe/London.
 */
public final class WorkingDays {

  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final HolidayManager holidays =
      HolidayManager.getInstance(ManagerParameters.create("gb"));
  private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidaysOf(day.getYear()).contains(day);
  }

  /**
   * The day itself if it is a working day, else the next one: where a customer's deadline moves.
   */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate d = day;
    while (!isWorkingDay(d)) {
      d = d.plusDays(1);
    }
    return d;
  }

  /**
   * The day itself if it is a working day, else the one before: how the council's duty is worked.
   */
  public LocalDate onOrBefore(LocalDate day) {
    LocalDate d = day;
    while (!isWorkingDay(d)) {
      d = d.minusDays(1);
    }
    return d;
  }

  /** The n-th working day after this day; n = 0 is {@link #onOrAfter}. */
  public LocalDate plus(LocalDate day, int workingDays) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("working days are counted forward");
    }
    if (workingDays == 0) {
      return onOrAfter(day);
    }
    LocalDate d = day;
    for (int counted = 0; counted < workingDays; ) {
      d = d.plusDays(1);
      if (isWorkingDay(d)) {
        counted++;
      }
    }
    return d;
  }

  /**
   * One calendar month on, by the corresponding-date rule: the same number in the next month, or
   * that month's last day where there is none. Not moved to a working day.
   */
  public LocalDate monthAfter(LocalDate day) {
    return day.plusMonths(1);
  }

  /** The bank and public holidays of a year, those on a Saturday or Sunday among them. */
  public Set<LocalDate> holidaysOf(int year) {
    return years.computeIfAbsent(
        year,
        y ->
            holidays.getHolidays(Year.of(y), "eng").stream()
                .map(holiday -> holiday.getDate())
                .collect(Collectors.toUnmodifiableSet()));
  }
}
