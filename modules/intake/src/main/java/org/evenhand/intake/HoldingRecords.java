package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;

/**
 * Legal holds: what may be needed for a court, an inquiry or a request is kept beyond its period,
 * until whoever asked for it says otherwise (T26). A hold is on a person, whichever of their
 * records it was placed on.
 */
public interface HoldingRecords {

  /**
   * A hold to be placed.
   *
   * @param reviewOn by when somebody looks whether it is still needed; within a year
   */
  record HoldToPlace(CustomerId customerId, String reason, LocalDate reviewOn) {}

  /**
   * Places a hold, with the duty to review it. Legal, the data protection officer and the
   * monitoring officer may.
   *
   * <p>Refused: no such customer, no reason, a review that is not within the coming year
   * (REVIEW_DAY_UNSUITABLE), somebody of whom nothing is left (CUSTOMER_ERASED).
   */
  Outcome<LegalHoldView> place(HoldToPlace command, Actor actor, Instant now);

  /** Leaves a hold standing until another day. Refused: one that was released (HOLD_RELEASED). */
  Outcome<LegalHoldView> review(
      LegalHoldId id, int expectedVersion, LocalDate reviewOn, Actor actor, Instant now);

  /** Ends a hold: what is past its period can be erased again. Refused as above. */
  Outcome<LegalHoldView> release(
      LegalHoldId id, int expectedVersion, String reason, Actor actor, Instant now);

  Optional<LegalHoldView> find(LegalHoldId id);

  /**
   * Every hold of these persons, released ones too, oldest first; on whichever of their records.
   */
  Map<CustomerId, List<LegalHoldView>> of(Collection<CustomerId> persons);
}
