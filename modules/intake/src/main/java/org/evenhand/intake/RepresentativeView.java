package org.evenhand.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks for a customer: a party of their own, never silently the customer (P2.1,
 * T16).
 *
 * @param capacity what they are to the customer, in words: sister, housing advocate
 * @param authoritySeenOn the day on which we saw proof; null while we have not
 * @param endsOn the last day of the authority; null where it is open
 */
public record RepresentativeView(
    RepresentativeId id,
    int version,
    CustomerId customerId,
    String name,
    @Nullable String organisation,
    String capacity,
    RepresentativeAuthority authority,
    @Nullable LocalDate authoritySeenOn,
    @Nullable String telephone,
    @Nullable String email,
    LocalDate startsOn,
    @Nullable LocalDate endsOn) {

  /** Whether the authority runs on that day. */
  public boolean runsOn(LocalDate day) {
    return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
  }
}
