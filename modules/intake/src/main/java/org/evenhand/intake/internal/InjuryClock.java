package org.evenhand.intake.internal;

import java.time.LocalDate;
import org.evenhand.intake.ReportingOnward;
import org.jspecify.annotations.Nullable;

/**
 * The days of the Reporting of Injuries, Diseases and Dangerous Occurrences Regulations 2013: more
 * than seven days in a row without one's usual work, weekends counted and the day of the accident
 * not, are reported within fifteen days of the accident.
 */
final class InjuryClock {

  private InjuryClock() {}

  /** The day on which an absence since that day is the eighth without usual work. */
  static LocalDate eighthDay(LocalDate accident, @Nullable LocalDate absentFrom) {
    return first(accident, absentFrom).plusDays(ReportingOnward.REPORTABLE_AFTER_DAYS);
  }

  /** Whether the absence is long enough, as far as it is known on that day. */
  static boolean reportable(
      LocalDate accident, LocalDate absentFrom, @Nullable LocalDate backOn, LocalDate today) {
    LocalDate lastDay = backOn == null ? today : backOn.minusDays(1);
    return !lastDay.isBefore(eighthDay(accident, absentFrom));
  }

  static LocalDate reportBy(LocalDate accident) {
    return accident.plusDays(ReportingOnward.REPORTED_WITHIN_DAYS);
  }

  private static LocalDate first(LocalDate accident, @Nullable LocalDate absentFrom) {
    LocalDate dayAfter = accident.plusDays(1);
    return absentFrom == null || absentFrom.isBefore(dayAfter) ? dayAfter : absentFrom;
  }
}
