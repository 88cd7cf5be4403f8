package org.evenhand.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Days on which nobody answers or receives for the council, as data that comes with the request, so
 * that the same question has the same answer for ever.
 *
 * @param holidays bank and public holidays, as far ahead as anything is looked for
 * @param weekend days of the week on which it is closed, unless what was agreed with the customer
 *     names that very day: a slot on a Saturday is kept, except on a holiday
 */
public record ClosedDays(Set<LocalDate> holidays, Set<DayOfWeek> weekend) {
  private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY =
      Collections.unmodifiableSet(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
  private static final ClosedDays NEVER = new ClosedDays(Set.of(), Set.of());
  private static final ClosedDays WEEKENDS = new ClosedDays(Set.of(), SATURDAY_AND_SUNDAY);

  public ClosedDays {
    holidays = Set.copyOf(holidays);
    weekend = Set.copyOf(weekend);
  }

  /** Open every day. */
  public static ClosedDays never() {
    return NEVER;
  }

  /** Saturdays and Sundays, and no holidays. */
  public static ClosedDays weekends() {
    return WEEKENDS;
  }

  /** Saturdays, Sundays and these holidays. */
  public static ClosedDays weekendsAnd(Set<LocalDate> holidays) {
    return new ClosedDays(holidays, SATURDAY_AND_SUNDAY);
  }

  /** Whether anybody works for the council on that day. */
  public boolean workingDay(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /** Whether it is closed to a customer with whom these days of the week were agreed. */
  boolean on(LocalDate day, Set<DayOfWeek> agreed) {
    return holidays.contains(day)
        || (weekend.contains(day.getDayOfWeek()) && !agreed.contains(day.getDayOfWeek()));
  }
}
