package org.evenhand.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why somebody contacted us, told apart at the point of contact (P6.3a). */
public enum ContactCause {
  FIRST_CONTACT,
  /** We had promised an answer by then and had not given one. */
  MISSED_STANDARD,
  /** Asks how things stand while we are still in time. */
  PROGRESS_WITHIN_STANDARD,
  NEW_INFORMATION,
  /** The same again, answered before. */
  SAME_AGAIN;

  /**
   * Whether we caused a contact (P6.3a, F16): it chases a missed standard, or it is about a matter
   * whose standard we had missed by that day, or one we had decided without explaining it. The
   * first contact about something is never caused by us.
   *
   * @param matter what it is about; null where it is about no matter on record
   * @param on the day of the contact
   */
  public boolean causedByUs(@Nullable MatterView matter, LocalDate on) {
    if (this == MISSED_STANDARD) {
      return true;
    }
    if (this == FIRST_CONTACT || matter == null) {
      return false;
    }
    boolean late =
        matter.standardMissed()
            && (matter.standardDue() == null || on.isAfter(matter.standardDue()));
    LocalDate decided = matter.decisionReachedOn();
    boolean unexplained = decided != null && !matter.closingLetterSent() && on.isAfter(decided);
    return late || unexplained;
  }
}
