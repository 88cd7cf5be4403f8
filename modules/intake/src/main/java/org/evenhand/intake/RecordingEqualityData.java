package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Taking down what customers say of themselves for equality reports, of their own will, and erasing
 * it. It is kept apart from all else and shown beside nobody's record.
 */
public interface RecordingEqualityData {

  /**
   * @param saidByCustomer whether the customer said it; nobody else can
   */
  record AnswersToRecord(
      CustomerId customerId,
      Map<EqualityCharacteristic, String> answers,
      LocalDate saidOn,
      boolean saidByCustomer) {
    public AnswersToRecord {
      answers = Map.copyOf(answers);
    }
  }

  /**
   * That there are answers; never which.
   *
   * @param saidOn the latest day; null where nothing is held
   */
  record Held(CustomerId customerId, @Nullable LocalDate saidOn) {}

  /**
   * Takes the answers down; an earlier answer to the same question is replaced and gone. Refused:
   * what the customer did not say themselves (NOT_SAID_BY_CUSTOMER), a code that is not offered
   * (ANSWER_NOT_OFFERED), no answer at all, a merged record, anybody but a person (NOT_A_PERSON).
   */
  Outcome<Held> record(AnswersToRecord command, Actor actor, Instant now);

  /** Erases a person's answers on all their records. Refused: there are none (NOTHING_HELD). */
  Outcome<Held> erase(CustomerId customer, String why, Actor actor, Instant now);

  /** Whether there are answers; empty for an unknown customer. */
  Optional<Held> held(CustomerId customer);
}
