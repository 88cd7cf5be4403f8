package org.evenhand.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Returns of commissioned services (PR.3, F6): one for each service and quarter, due fifteen
 * working days after the quarter, told to the provider as a duty and to the manager of the contract
 * when it is close and when it is missing, shown as missing when it is. Call an act within {@code
 * Acts}.
 */
public interface ServiceReturns {

  /** Numbers are those of the quarter, none below zero. */
  record Submit(
      ServiceReturnId id,
      int contacts,
      int contactsCausedByUs,
      int incidents,
      int warnings,
      int restrictions,
      int appeals,
      boolean policyAdopted,
      String words,
      @Nullable Integer expectedVersion) {}

  /**
   * Takes a return in. Refused: RETURN_RECEIVED, NOT_FOUND for a service that is not the caller's,
   * NUMBER_NEGATIVE, PART_EXCEEDS_WHOLE, missing words.
   */
  Outcome<ServiceReturnView> submit(Submit command, Actor by, Instant now);

  /** As the reader may see it; empty for one that they may not. */
  Optional<ServiceReturnView> find(ServiceReturnId id, Actor reader);

  /**
   * Those of a quarter, or all, latest quarter first: for whoever works for the service as its
   * provider, heads it or manages its contract, and for those who answer for the whole.
   */
  List<ServiceReturnView> of(@Nullable Quarter quarter, Actor reader);
}
