package org.evenhand.restrictions.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.rules.ClosedDays;

/** The days on which the council is closed, as data for rules, which know no calendar. */
final class CouncilCalendar {

  /** Twelve months of a term and the working days after them may reach into the third year. */
  private static final int YEARS = 3;

  private final WorkingDays workingDays;
  private final Map<Integer, ClosedDays> byFirstYear = new ConcurrentHashMap<>();

  CouncilCalendar(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /** Closed days from the year of this day on, for more than two years. */
  ClosedDays from(LocalDate day) {
    return byFirstYear.computeIfAbsent(day.getYear(), this::closedDays);
  }

  private ClosedDays closedDays(int firstYear) {
    Set<LocalDate> holidays = new HashSet<>();
    for (int year = firstYear; year < firstYear + YEARS; year++) {
      holidays.addAll(workingDays.holidaysOf(year));
    }
    return ClosedDays.weekendsAnd(holidays);
  }
}
