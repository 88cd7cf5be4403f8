package org.evenhand.intake.internal;

import java.time.LocalDate;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.internal.jooq.tables.Contact;
import org.evenhand.intake.internal.jooq.tables.Matter;
import org.jooq.Condition;
import org.jooq.Field;

/** The rule of {@link ContactCause#causedByUs}, for many contacts at once (F16). */
final class CausedByUs {

  private CausedByUs() {}

  /**
   * @param day in London, on which the contact happened
   * @param matter that it was about; joined from the left, so null where it was about none
   */
  static Condition of(Contact contact, Field<LocalDate> day, Matter matter) {
    Condition late =
        matter
            .STANDARD_MISSED
            .isTrue()
            .or(matter.STANDARD_DUE.lt(matter.DECISION_REACHED_ON))
            .or(
                matter
                    .DECISION_REACHED_ON
                    .isNull()
                    .and(matter.STANDARD_DUE.isNotNull())
                    .and(day.gt(matter.STANDARD_DUE)));
    Condition unanswered =
        matter
            .DECISION_REACHED_ON
            .isNotNull()
            .and(matter.CLOSING_LETTER_SENT_ON.isNull())
            .and(day.gt(matter.DECISION_REACHED_ON));
    Condition chasing =
        contact
            .CAUSE
            .ne(ContactCause.FIRST_CONTACT.name())
            .and(matter.ID.isNotNull())
            .and(
                late.and(matter.STANDARD_DUE.isNull().or(day.gt(matter.STANDARD_DUE)))
                    .or(unanswered));
    return contact
        .DIRECTION
        .eq(ContactDirection.IN.name())
        .and(contact.CAUSE.eq(ContactCause.MISSED_STANDARD.name()).or(chasing));
  }
}
