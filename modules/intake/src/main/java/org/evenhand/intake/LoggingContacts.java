package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/** Logging contacts, each with its cause (P6.3a). */
public interface LoggingContacts {

  /**
   * @param statutoryTopic the right that was used; null where none was, or nobody can say
   * @param notARightBecause why what sounds like a right in the note is none (F18)
   * @param answered whether it was answered while they spoke; counts for a customer whose contacts
   *     need an answer (F19)
   */
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
      boolean customerDistressed,
      @Nullable String notARightBecause,
      boolean answered) {

    /** About what is said no more than that, and answered later. */
    public ContactToLog(
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
        boolean customerDistressed) {
      this(
          customerId,
          matterId,
          serviceArea,
          channel,
          direction,
          at,
          cause,
          statutoryTopic,
          minutesSpent,
          speaker,
          representativeId,
          speakerAuthority,
          note,
          offersNewInformation,
          disclosedDisability,
          customerDistressed,
          null,
          false);
    }
  }

  /**
   * Logs a contact. A disability that was disclosed opens the duty to offer an adjustment (F3),
   * distress the duty to offer support (T25).
   *
   * <p>A right that the note names and nobody ticked is taken as used: the contact does not count,
   * and the warning LOOKS_LIKE_A_RIGHT says which, unless a reason says that it was none (F18).
   *
   * <p>Inbound contact of a customer whom something restricts opens the duty to give it a
   * disposition (F19).
   *
   * <p>Refused: a right and the reason why it is none (RIGHT_CONTRADICTS); a time to come; somebody
   * else's matter or representative; a representative without saying on what authority
   * (SPEAKER_AUTHORITY_MISSING, T16); new information said to be the same again
   * (CAUSE_CONTRADICTS_NEW_INFORMATION).
   */
  Outcome<ContactView> log(ContactToLog command, Actor actor, Instant now);

  /**
   * Settles whether a contact used a right, after it was logged.
   *
   * @param right the right, or null
   * @param notARightBecause why it used none, or null
   */
  record TopicToSettle(
      ContactId id,
      int expectedVersion,
      @Nullable StatutoryTopic right,
      @Nullable String notARightBecause) {}

  /**
   * Says which right a contact used, or why none (F18). Refused: both or neither
   * (RIGHT_CONTRADICTS), a contact that the caller may not see (NOT_FOUND), our own contact
   * (CONTACT_IS_OURS).
   */
  Outcome<ContactView> settleTopic(TopicToSettle command, Actor actor, Instant now);
}
