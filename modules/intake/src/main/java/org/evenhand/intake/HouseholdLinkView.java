package org.evenhand.intake;

import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * That two people are of one household.
 *
 * @param otherIs what the other is to the customer
 * @param endsOn the last day; null while it lasts
 */
public record HouseholdLinkView(
    HouseholdLinkId id,
    int version,
    CustomerId customerId,
    CustomerId otherId,
    HouseholdRole otherIs,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    ActorId recordedBy) {

  public boolean lastsOn(LocalDate day) {
    return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
  }
}
