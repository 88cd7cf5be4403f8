package org.evenhand.correspondence;

import java.time.LocalDate;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;

/**
 * How long a notice can be appealed (P10.3): one calendar month from notification by the
 * corresponding date, rolled to the next working day unless the policy says otherwise.
 */
public final class AppealWindow {

  private AppealWindow() {}

  /** The last day on which an appeal is in time, sent or received (T8). */
  public static LocalDate lastDay(LocalDate notifiedOn, Figures figures, WorkingDays calendar) {
    LocalDate corresponding = calendar.monthAfter(notifiedOn);
    return !figures.flag(FigureKey.APPEAL_ROLLS_FORWARD)
        ? corresponding
        : calendar.onOrAfter(corresponding);
  }
}
