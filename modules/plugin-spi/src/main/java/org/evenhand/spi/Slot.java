package org.evenhand.spi;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A stretch of one weekday, by the clock on the wall in London.
 *
 * @param day weekday
 * @param from first moment in the slot
 * @param to first moment after it; midnight means the end of the day; otherwise after {@code from}
 */
public record Slot(DayOfWeek day, LocalTime from, LocalTime to) implements Comparable<Slot> {
  public Slot {
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException("A slot ends after it begins, on the same day");
    }
  }

  public boolean contains(DayOfWeek weekday, LocalTime time) {
    return day == weekday
        && !time.isBefore(from)
        && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
  }

  @Override
  public int compareTo(Slot other) {
    int byDay = day.compareTo(other.day);
    if (byDay != 0) {
      return byDay;
    }
    int byFrom = from.compareTo(other.from);
    return byFrom != 0 ? byFrom : to.compareTo(other.to);
  }
}
