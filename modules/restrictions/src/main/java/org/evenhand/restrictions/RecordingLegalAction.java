package org.evenhand.restrictions;

import java.time.LocalDate;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/** Other legal action for the rights of staff (P9.5). Call within an act. */
public interface RecordingLegalAction {

  /**
   * Action to record, or to bring up to date.
   *
   * @param id null for a new one
   * @param expectedVersion needed with the id
   * @param note what was done now
   */
  record LegalActionToRecord(
      @Nullable LegalActionId id,
      @Nullable Integer expectedVersion,
      CustomerId customerId,
      @Nullable RestrictionId restriction,
      LegalActionView.Kind kind,
      String about,
      String authority,
      String authorisedBy,
      @Nullable String externalReference,
      LegalActionView.Stage stage,
      @Nullable String outcome,
      @Nullable LocalDate nextStepOn,
      String note) {}

  /**
   * Refuses another person or restriction than before, one that is over (LEGAL_ACTION_OVER), a
   * conclusion without an outcome (OUTCOME_MISSING), a restriction of somebody else, no authority.
   */
  Outcome<LegalActionView> record(LegalActionToRecord action);
}
