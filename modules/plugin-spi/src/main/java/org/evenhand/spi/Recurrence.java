package org.evenhand.spi;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Days that come back: alternate Thursdays, the first day of a quarter. Counted from an anchor, so
 * that which Thursday is meant does not depend on when one asks; a day of the month that a month
 * lacks falls on its last day.
 *
 * @param anchor the first occurrence; there is none before it
 * @param every days only, or months and years only; positive
 * @param excepted dates on which it does not happen though its turn has come
 * @param from first moment of the day that counts, London time; null for the whole day
 * @param to first moment after; null for the whole day; midnight means the end of the day
 */
public record Recurrence(
    LocalDate anchor,
    Period every,
    Set<LocalDate> excepted,
    @Nullable LocalTime from,
    @Nullable LocalTime to) {
  /** How far ahead {@link #next} looks past excepted dates before it says there is none. */
  private static final int LOOK_AHEAD = 400;

  public Recurrence {
    excepted = Collections.unmodifiableSet(new TreeSet<>(excepted));
    boolean days = every.getDays() > 0 && every.toTotalMonths() == 0;
    boolean months = every.getDays() == 0 && every.toTotalMonths() > 0;
    if (!days && !months) {
      throw new IllegalArgumentException(
          "A recurrence comes back every so many days, or every so many months");
    }
    if ((from == null) != (to == null)) {
      throw new IllegalArgumentException("A recurrence has both times of day or neither");
    }
    if (from != null && to != null && !to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException("A recurrence ends after it begins, on the same day");
    }
  }

  /** Whole days, with no exception. */
  public static Recurrence of(LocalDate anchor, Period every) {
    return new Recurrence(anchor, every, Set.of(), null, null);
  }

  /** True when the date is an occurrence and not excepted. */
  public boolean occursOn(LocalDate date) {
    if (date.isBefore(anchor) || excepted.contains(date)) {
      return false;
    }
    if (every.getDays() > 0) {
      return ChronoUnit.DAYS.between(anchor, date) % every.getDays() == 0;
    }
    long step = every.toTotalMonths();
    long months =
        (date.getYear() - anchor.getYear()) * 12L + date.getMonthValue() - anchor.getMonthValue();
    return months % step == 0 && anchor.plusMonths(months).equals(date);
  }

  /** True when the date is an occurrence and the time lies in its part of the day. */
  public boolean contains(LocalDate date, LocalTime time) {
    if (from != null && time.isBefore(from)) {
      return false;
    }
    if (to != null && !to.equals(LocalTime.MIDNIGHT) && !time.isBefore(to)) {
      return false;
    }
    return occursOn(date);
  }

  /** The first occurrence on or after a date; null when exceptions leave none in sight. */
  public @Nullable LocalDate next(LocalDate onOrAfter) {
    long step = every.getDays() > 0 ? every.getDays() : every.toTotalMonths();
    long k = 0;
    if (onOrAfter.isAfter(anchor)) {
      long gone =
          every.getDays() > 0
              ? ChronoUnit.DAYS.between(anchor, onOrAfter)
              : ChronoUnit.MONTHS.between(anchor, onOrAfter);
      k = Math.max(0, gone / step - 1);
    }
    try {
      for (int tried = 0; tried < LOOK_AHEAD; tried++, k++) {
        LocalDate date =
            every.getDays() > 0 ? anchor.plusDays(k * step) : anchor.plusMonths(k * step);
        if (!date.isBefore(onOrAfter) && !excepted.contains(date)) {
          return date;
        }
      }
    } catch (DateTimeException beyondTheCalendar) {
      return null;
    }
    return null;
  }
}
