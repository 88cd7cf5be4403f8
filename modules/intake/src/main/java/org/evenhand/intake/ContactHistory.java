package org.evenhand.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who contacted whom, when, and why (P6.3a). */
public interface ContactHistory {

  Optional<ContactView> find(ContactId id);

  /** Those of them that there are, in one statement. */
  List<ContactView> find(Collection<ContactId> ids);

  /**
   * The person's contacts of a period, on whichever of their records, all services together, in one
   * statement.
   *
   * @param from the first day; days are London's
   * @param until the last day
   */
  ContactSummary summary(CustomerId customer, LocalDate from, LocalDate until);
}
