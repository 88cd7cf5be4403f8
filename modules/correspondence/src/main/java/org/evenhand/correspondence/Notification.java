package org.evenhand.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;

/**
 * When a customer counts as notified (P10.3, T9). A notice has no effect before {@code at} (F9).
 *
 * @param at the recorded moment where that counts, else the beginning of the day, Europe/London
 * @param on the day of notification, Europe/London
 * @param actual whether an actual delivery replaced the presumption
 */
public record Notification(Instant at, LocalDate on, boolean actual) {

  /**
   * What is presumed for a way of sending: by hand, email and portal the day sent, or the next
   * working day when sent after the cut-off or on a non-working day; by post so many working days
   * after posting.
   */
  public static Notification deemed(
      ServiceMethod method, Instant sentAt, Figures figures, WorkingDays calendar) {
    if (method.isPost()) {
      LocalDate posted = sentAt.atZone(WorkingDays.LONDON).toLocalDate();
      return fromMidnight(calendar.plus(posted, postalDays(method, figures)), false);
    }
    return inOfficeHours(sentAt, figures, calendar, false);
  }

  /**
   * What holds when the moment of arrival is known: that moment. Handed over, emailed or put on the
   * portal out of hours, it counts from the next working day, as it does when presumed.
   */
  public static Notification actual(
      ServiceMethod method, Instant deliveredAt, Figures figures, WorkingDays calendar) {
    if (method.isPost()) {
      return new Notification(
          deliveredAt, deliveredAt.atZone(WorkingDays.LONDON).toLocalDate(), true);
    }
    return inOfficeHours(deliveredAt, figures, calendar, true);
  }

  /** The presumption for a notice that will be sent on a day within office hours. */
  public static LocalDate planned(PlannedService planned, Figures figures, WorkingDays calendar) {
    return planned.method().isPost()
        ? calendar.plus(planned.sendOn(), postalDays(planned.method(), figures))
        : calendar.onOrAfter(planned.sendOn());
  }

  private static Notification inOfficeHours(
      Instant moment, Figures figures, WorkingDays calendar, boolean actual) {
    ZonedDateTime local = moment.atZone(WorkingDays.LONDON);
    LocalDate day = local.toLocalDate();
    LocalTime cutoff = LocalTime.ofSecondOfDay(figures.get(FigureKey.NOTIFICATION_CUTOFF) * 60L);
    if (!calendar.isWorkingDay(day)) {
      return fromMidnight(calendar.onOrAfter(day), actual);
    }
    if (local.toLocalTime().isAfter(cutoff)) {
      return fromMidnight(calendar.onOrAfter(day.plusDays(1)), actual);
    }
    return new Notification(moment, day, actual);
  }

  private static int postalDays(ServiceMethod method, Figures figures) {
    return figures.get(
        method == ServiceMethod.FIRST_CLASS ? FigureKey.FIRST_CLASS : FigureKey.SECOND_CLASS);
  }

  private static Notification fromMidnight(LocalDate day, boolean actual) {
    return new Notification(day.atStartOfDay(WorkingDays.LONDON).toInstant(), day, actual);
  }
}
