package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.jspecify.annotations.Nullable;

/** Putting right what is on record, and deciding what customers say is not so (T27, F5). */
public interface CorrectingRecords {

  /**
   * @param content what it says from now on; null leaves it
   * @param movedTo whose it is; null leaves it, unless {@code somebodyUnknown}
   * @param somebodyUnknown how to recognise whose it is, where only that is known
   */
  record Correct(
      IncidentId id,
      int expectedVersion,
      @Nullable IncidentToRecord content,
      @Nullable CustomerId movedTo,
      @Nullable String somebodyUnknown,
      String reason) {}

  /** Makes an incident void. */
  record MakeVoid(IncidentId id, int expectedVersion, String reason) {}

  /**
   * @param subject what is challenged
   * @param words the customer's own
   */
  record Challenge(CustomerId customerId, GlobalId subject, String words, LocalDate receivedOn) {}

  /** Decides a challenge. */
  record Decide(
      AccuracyChallengeId id, int expectedVersion, AccuracyOutcome outcome, String reasons) {}

  /**
   * @param toldAt with {@code how}; or
   * @param notToldBecause why nobody tells them
   */
  record Tell(
      CorrectionTellingId id,
      int expectedVersion,
      @Nullable Instant toldAt,
      @Nullable String how,
      @Nullable String notToldBecause) {}

  /**
   * Corrects an incident or moves it to whom it belongs; what it said before stays readable.
   * Everything built on it hears of it in the same transaction, and everybody told is to be told.
   *
   * <p>Refused: anybody but the head of its service or of customer services (NOT_YOURS_TO_CORRECT),
   * one that is void (INCIDENT_VOID), no change (NOTHING_CORRECTED), two persons named
   * (SUBJECT_TWICE), the person it is recorded against already (SAME_CUSTOMER), no reason, and
   * content that could not have been recorded.
   */
  Outcome<IncidentView> correct(Correct command, Actor actor, Instant now);

  /** Makes an incident void: it stays readable and counts nowhere. Refused as {@link #correct}. */
  Outcome<IncidentView> makeVoid(MakeVoid command, Actor actor, Instant now);

  /**
   * Takes down that a customer says something on record is not so. It is to be decided within one
   * calendar month.
   *
   * <p>Refused: a kind of record that cannot be challenged (CANNOT_BE_CHALLENGED), one that has a
   * way of its own, such as a warning (CHALLENGED_ANOTHER_WAY), one that is about somebody else
   * (RECORD_OF_ANOTHER_CUSTOMER), one whose challenge waits already (ALREADY_CHALLENGED), no words,
   * a day to come.
   */
  Outcome<AccuracyChallengeView> challenge(Challenge command, Actor actor, Instant now);

  /**
   * Decides a challenge with reasons; the customer is to be told.
   *
   * <p>Refused: anybody but the head of the service or of customer services (NOT_YOURS_TO_SETTLE),
   * whoever recorded it (OWN_RECORD), one that is decided (CHALLENGE_DECIDED), <em>corrected</em>
   * where nothing was corrected since (NOTHING_CORRECTED), no reasons.
   */
  Outcome<AccuracyChallengeView> decide(Decide command, Actor actor, Instant now);

  /**
   * Records that somebody was told, or why not.
   *
   * <p>Refused: what is not found or not theirs to see, a telling that is answered
   * (TELLING_ANSWERED), neither or both answers (ANSWER_UNCLEAR), a moment to come.
   */
  Outcome<CorrectionTellingView> tell(Tell command, Actor actor, Instant now);

  /** Of these incidents, oldest first. */
  List<IncidentCorrectionView> corrections(Collection<IncidentId> incidents);

  /** What they said before, oldest first. */
  List<IncidentVersion> earlierVersions(Collection<IncidentId> incidents);

  /** Of these corrections, in the order in which they were opened. */
  List<CorrectionTellingView> tellings(Collection<UUID> corrections);

  /** Of these challenges. */
  List<CorrectionTellingView> tellingsOf(Collection<AccuracyChallengeId> challenges);

  /** Of those who were told by these things before, whatever was put right. */
  List<CorrectionTellingView> tellingsThrough(Collection<UUID> told);

  Optional<CorrectionTellingView> findTelling(CorrectionTellingId id);

  Optional<AccuracyChallengeView> findChallenge(AccuracyChallengeId id);

  /** About these records, oldest first. */
  List<AccuracyChallengeView> challengesAbout(Collection<UUID> subjects);
}
