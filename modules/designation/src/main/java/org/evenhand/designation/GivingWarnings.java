package org.evenhand.designation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * Warnings for named conduct (F20, P8.3.8), and what becomes of them when the customer challenges
 * their facts (P9.2). Call an act within {@code Acts}.
 */
public interface GivingWarnings {

  /**
   * A warning to give in a case.
   *
   * @param customerId a bound member of a group (T15); null for the customer considered
   * @param incidentIds what it rests on: incidents of that customer which the case considers
   * @param conduct the conduct that it names, in neutral words (T28)
   * @param whatFollows what will follow if the conduct goes on
   * @param howToReachUs how to get service in the meantime
   * @param ombudsman whom to turn to besides those that the case asks for (F4)
   */
  record Issue(
      ConsiderationId id,
      @Nullable CustomerId customerId,
      Set<IncidentId> incidentIds,
      String conduct,
      String whatFollows,
      String howToReachUs,
      Set<Ombudsman> ombudsman,
      PlannedService planned,
      Language lang,
      @Nullable Integer expectedVersion) {
    public Issue {
      incidentIds = Set.copyOf(incidentIds);
      ombudsman = Set.copyOf(ombudsman);
    }
  }

  /** The customer says that a fact in a warning is wrong. */
  record Challenge(
      WarningId id, String grounds, LocalDate receivedOn, @Nullable Integer expectedVersion) {}

  /**
   * What comes of a challenge.
   *
   * @param correctedConduct the conduct as it should be named; needed where it is corrected
   */
  record DecideChallenge(
      WarningId id,
      ChallengeOutcome outcome,
      String reasons,
      @Nullable String correctedConduct,
      @Nullable Integer expectedVersion) {}

  /**
   * The customer was told what came of a challenge.
   *
   * @param how in which way: the letter's reference, a call, in person
   */
  record TellOutcome(
      WarningId id, LocalDate toldOn, String how, @Nullable Integer expectedVersion) {}

  /**
   * A warning that an action of that kind gives by its letter (P8.3.8). It counts from the day on
   * which the letter counts as received (T9).
   *
   * @param action the action's own id: a second call for it does nothing
   * @param letter the letter that gives it
   */
  record ByAction(
      UUID action,
      ConsiderationId considerationId,
      CustomerId customerId,
      String conduct,
      String whatFollows,
      NoticeId letter) {}

  /**
   * Writes the letter and keeps the warning; it counts from the day on which the letter counts as
   * received (T9). Refused: {@code WARNING_STEPS_MISSING} while whether there is new information
   * was not asked for this warning (T3), {@code MAY_NOT_WARN} (F15), {@code WARNING_NAMES_NOTHING},
   * {@code INCIDENT_NOT_CONSIDERED}, {@code CUSTOMER_NOT_CONSIDERED}, and whatever the letter is
   * refused for.
   */
  Outcome<WarningView> issue(Issue command);

  /** Refused: {@code WARNING_WRONG_STATUS}, {@code DAY_AHEAD}, {@code DATE_BEFORE_ANOTHER}. */
  Outcome<WarningView> challenge(Challenge command);

  /**
   * Decided by somebody without a part in the warning or the case. Refused: {@code
   * WARNING_WRONG_STATUS}, {@code CHALLENGE_DECIDER_INVOLVED} (T6), {@code CORRECTION_MISSING},
   * {@code CORRECTION_NOT_WANTED}.
   */
  Outcome<WarningView> decideChallenge(DecideChallenge command);

  /**
   * Ends the duty to tell the customer what came of a challenge (T27). Refused: {@code
   * WARNING_WRONG_STATUS} while nothing is decided, {@code CHALLENGE_OUTCOME_TOLD}, {@code
   * DAY_AHEAD}, {@code DATE_BEFORE_ANOTHER} before the decision, {@code TEXT_MISSING}.
   */
  Outcome<WarningView> tellOutcome(TellOutcome command);

  /** Keeps the warning that an action gives, in the transaction that writes its letter. */
  void givenBy(ByAction action);

  Optional<WarningView> find(WarningId id);

  /** Of these records, latest first; withdrawn ones too. */
  List<WarningView> of(Collection<CustomerId> customers);
}
