package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/** Logging contacts, each with its cause (P6.3a). */
public interface LoggingContacts {

  record ContactToLog(
      CustomerId customerId,
      @Nullable MatterId matterId,
      ServiceAreaCode serviceArea,
      Channel channel,
      ContactDirection direction,
      Instant at,
      ContactCause cause,
      @Nullable StatutoryTopic statutoryTopic,
      @Nullable Integer minutesSpent,
      Speaker speaker,
      @Nullable RepresentativeId representativeId,
      @Nullable String speakerAuthority,
      @Nullable String note,
      boolean offersNewInformation,
      boolean disclosedDisability,
      boolean customerDistressed) {}

  /**
   * Logs a contact. A disability that was disclosed opens the duty to offer an adjustment (F3),
   * distress the duty to offer support (T25).
   *
   * <p>Refused: a time to come; somebody else's matter or representative; a representative without
   * saying on what authority (SPEAKER_AUTHORITY_MISSING, T16); new information said to be the same
   * again (CAUSE_CONTRADICTS_NEW_INFORMATION).
   */
  Outcome<ContactView> log(ContactToLog command, Actor actor, Instant now);
}
