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
 * Who lives together or looks after whom. Whoever decides about somebody asks who else is affected
 * (F14): a child, somebody who is cared for, a tenant, a resident.
 */
public interface Households {

  record LinkToRecord(
      CustomerId customerId, CustomerId otherId, HouseholdRole otherIs, LocalDate startsOn) {}

  record LinkToEnd(HouseholdLinkId id, int expectedVersion, LocalDate endsOn) {}

  /**
   * Refused: somebody with themselves (LINKED_TO_ITSELF), anything but people (NOT_A_PERSON), a
   * merged record (CUSTOMER_MERGED), two who are linked already (HOUSEHOLD_ON_RECORD), a day to
   * come (DATE_IN_FUTURE).
   */
  Outcome<HouseholdLinkView> record(LinkToRecord command, Actor actor, Instant now);

  /** Refused: one that has ended (LINK_ENDED), a last day before the first or to come. */
  Outcome<HouseholdLinkView> end(LinkToEnd command, Actor actor, Instant now);

  Optional<HouseholdLinkView> find(HouseholdLinkId id);

  /** For each of these records all links, also ended ones, with those of records merged into it. */
  Map<CustomerId, List<HouseholdMember>> of(Collection<CustomerId> customers);

  /** Who may be affected by what is decided about this person on that day (F14). */
  List<HouseholdMember> affectedBy(CustomerId customer, LocalDate on);
}
