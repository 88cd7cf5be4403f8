package org.evenhand.restrictions;

import java.time.LocalDate;
import java.util.Set;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.PropertyId;
import org.jspecify.annotations.Nullable;

/**
 * The second register (T17): markers that tell staff how to stay safe. None ever refuses anybody a
 * service: a marker has precautions of a closed set and no rule. Call within an act.
 */
public interface PlacingMarkers {

  /**
   * A marker to place, with a person or at a place.
   *
   * @param customerId null for a place
   * @param uprn the place's number; may be left out where the property is named
   * @param property the place on record; null for none
   * @param tenancy the tenancy that causes a marker at a place; it ends with it
   * @param note how to stay safe, at most 300 characters; never what happened or who
   * @param reviewOn null for the category's
   * @param told null where the person has still to be told: a duty for the next working day
   * @param protection the named decision, needed for a child or doubtful capacity (T19)
   */
  record MarkerToPlace(
      @Nullable CustomerId customerId,
      @Nullable String uprn,
      @Nullable PropertyId property,
      @Nullable MatterId tenancy,
      IncidentId incidentId,
      MarkerCategory category,
      Set<Precaution> precautions,
      String note,
      Confidence identification,
      ServiceAreaCode leadService,
      @Nullable LocalDate reviewOn,
      @Nullable Telling told,
      MarkerView.@Nullable SafeguardingDecision protection) {
    public MarkerToPlace {
      precautions = Set.copyOf(precautions);
    }
  }

  /**
   * That the person was told, or why not: one of the two.
   *
   * @param on the day
   * @param notBecause why not
   * @param reviewOn when that is looked at again
   */
  record Telling(
      @Nullable LocalDate on,
      @Nullable String how,
      @Nullable String notBecause,
      @Nullable LocalDate reviewOn) {}

  record MarkerReviewToRecord(
      MarkerId id,
      @Nullable Integer expectedVersion,
      boolean keep,
      String reasons,
      @Nullable LocalDate nextReviewOn) {}

  record ChallengeToAnswer(
      java.util.UUID challenge,
      @Nullable Integer expectedVersion,
      boolean stands,
      String reasons) {}

  /**
   * Refuses what is not exactly one person or place (ONE_PERSON_OR_PLACE), an incident that is void
   * or somebody else's (INCIDENT_DOES_NOT_STAND, INCIDENT_OF_SOMEBODY_ELSE), a person who is not
   * sure to be the one (IDENTIFICATION_UNCERTAIN), no precaution, a note that is too long or names
   * the person (NOTE_NAMES_SOMEBODY), who has no power to decide it (F15), a child or doubtful
   * capacity without a named decision (T19), a tenancy that has ended or is none.
   */
  Outcome<MarkerView> place(MarkerToPlace marker);

  /**
   * Without reasons to keep it, it ends; kept, it runs for its category's term from now. Refused
   * while nothing that it rests on is left (T27).
   */
  Outcome<MarkerView> review(MarkerReviewToRecord review);

  Outcome<MarkerView> end(MarkerId id, @Nullable Integer expectedVersion, String reason);

  /** That the person was told of it or why not; of an ended one, that those who hold it were. */
  Outcome<MarkerView> recordTelling(
      MarkerId id, @Nullable Integer expectedVersion, Telling telling);

  /** The person disagrees. One waits at a time; it is answered within ten working days. */
  Outcome<MarkerView.Challenge> challenge(MarkerId id, String grounds, LocalDate receivedOn);

  /** By somebody who neither placed nor kept it (NOT_INDEPENDENT). */
  Outcome<MarkerView.Challenge> answer(ChallengeToAnswer answer);

  /** The reader says that they read it as it now is. */
  Outcome<MarkerView> acknowledge(MarkerId id);
}
