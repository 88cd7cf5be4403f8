package org.evenhand.reporting;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days from one to another for which figures are counted, both among them. Days are London's.
 *
 * @param lastDay not before the first, and within {@link #MOST_YEARS} years from it
 */
public record Period(LocalDate firstDay, LocalDate lastDay) {

  /** Facts of a longer time are read by its quarters. */
  public static final int MOST_YEARS = 2;

  public Period {
    if (!possible(firstDay, lastDay)) {
      throw new IllegalArgumentException(
          "A period ends on or after its first day, within two years");
    }
  }

  public static Period of(Quarter quarter) {
    return new Period(quarter.firstDay(), quarter.lastDay());
  }

  /** Empty for days that are the wrong way round or too far apart. */
  public static Optional<Period> between(LocalDate firstDay, LocalDate lastDay) {
    return possible(firstDay, lastDay)
        ? Optional.of(new Period(firstDay, lastDay))
        : Optional.empty();
  }

  private static boolean possible(LocalDate firstDay, LocalDate lastDay) {
    return !lastDay.isBefore(firstDay) && lastDay.isBefore(firstDay.plusYears(MOST_YEARS));
  }

  /** The quarter that it is, if it is one. */
  public Optional<Quarter> quarter() {
    Quarter first = Quarter.of(firstDay);
    return equals(of(first)) ? Optional.of(first) : Optional.empty();
  }

  /** Whether the last day has passed. */
  public boolean over(LocalDate today) {
    return today.isAfter(lastDay);
  }
}
