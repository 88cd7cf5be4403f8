package org.evenhand.spi;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Times of the week, by the clock on the wall in London: a slot from ten to twelve stays that when
 * the clocks change. An hour that a change of the clocks skips is in no slot; an hour that it
 * repeats is in its slot twice.
 *
 * @param slots at least one; sorted; may touch or overlap
 */
public record WeeklySlots(List<Slot> slots) {
  public WeeklySlots {
    slots = Names.nonEmpty(List.copyOf(new TreeSet<>(slots)), "Weekly slots");
  }

  /** The same stretch on each of these days. */
  public static WeeklySlots on(Collection<DayOfWeek> days, LocalTime from, LocalTime to) {
    return new WeeklySlots(days.stream().map(day -> new Slot(day, from, to)).toList());
  }

  /** One stretch of one day. */
  public static WeeklySlots on(DayOfWeek day, LocalTime from, LocalTime to) {
    return new WeeklySlots(List.of(new Slot(day, from, to)));
  }

  public boolean contains(DayOfWeek day, LocalTime time) {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).contains(day, time)) {
        return true;
      }
    }
    return false;
  }
}
