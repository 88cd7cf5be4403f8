package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/** Recording where a matter in another system stands (F16, T13). */
public interface RecordingMatters {

  /**
   * @param id the matter to bring up to date; null for a new one
   * @param expectedVersion needed with an id
   * @param standardMissed said by the other system; a due day that passed without a decision counts
   *     as missed anyway
   * @param kind null leaves it as it is
   */
  record MatterToRecord(
      @Nullable MatterId id,
      @Nullable Integer expectedVersion,
      CustomerId customerId,
      String reference,
      String system,
      @Nullable String subject,
      ServiceAreaCode serviceArea,
      @Nullable LocalDate standardDue,
      boolean standardMissed,
      @Nullable LocalDate decisionReachedOn,
      @Nullable ActorId decisionBy,
      @Nullable LocalDate closingLetterSentOn,
      @Nullable MatterKind kind) {

    /** Whose kind stays as it is; of a new one, {@link MatterKind#OTHER}. */
    public MatterToRecord(
        @Nullable MatterId id,
        @Nullable Integer expectedVersion,
        CustomerId customerId,
        String reference,
        String system,
        @Nullable String subject,
        ServiceAreaCode serviceArea,
        @Nullable LocalDate standardDue,
        boolean standardMissed,
        @Nullable LocalDate decisionReachedOn,
        @Nullable ActorId decisionBy,
        @Nullable LocalDate closingLetterSentOn) {
      this(
          id,
          expectedVersion,
          customerId,
          reference,
          system,
          subject,
          serviceArea,
          standardDue,
          standardMissed,
          decisionReachedOn,
          decisionBy,
          closingLetterSentOn,
          null);
    }
  }

  /**
   * Refused: a decision without who reached it, or the reverse (DECISION_INCOMPLETE); a closing
   * letter before a decision (LETTER_BEFORE_DECISION); a second record of the same case
   * (MATTER_ON_RECORD); dates to come for what is said to have happened (DATE_IN_FUTURE).
   */
  Outcome<MatterView> record(MatterToRecord command, Actor actor, Instant now);
}
