package org.evenhand.spi;

/** When contact that was accepted is answered. */
public sealed interface Schedule {

  /** On the next day that comes back, never on the day of the contact itself. */
  record OnDays(Recurrence recurrence) implements Schedule {}

  /** In the next of these times of the week. */
  record InSlots(WeeklySlots slots) implements Schedule {}
}
