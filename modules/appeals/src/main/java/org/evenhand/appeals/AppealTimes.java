package org.evenhand.appeals;

import java.time.LocalDate;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.jspecify.annotations.Nullable;

/** The clocks of an appeal (P10.3, P10.4, T7, T8). */
public final class AppealTimes {

  private AppealTimes() {}

  /**
   * Whether an appeal is in time: sent <em>or</em> received by the last day (T8), and always while
   * no last day runs because the notice was not served.
   */
  public static boolean inTime(
      @Nullable LocalDate lastDay, @Nullable LocalDate sentOn, LocalDate receivedOn) {
    return lastDay == null
        || !receivedOn.isAfter(lastDay)
        || (sentOn != null && !sentOn.isAfter(lastDay));
  }

  /** The last day for presenting findings, counted from receipt; never rolled forward (P10.4). */
  public static LocalDate presentBy(LocalDate receivedOn, Figures figures) {
    return receivedOn.plusDays(figures.get(FigureKey.APPEAL_PRESENT));
  }

  /** The working day that the council works to: the deadline, or the working day before it. */
  public static LocalDate workTo(LocalDate presentBy, WorkingDays calendar) {
    return calendar.onOrBefore(presentBy);
  }
}
