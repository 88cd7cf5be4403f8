package org.evenhand.intake;

import java.time.Instant;
import java.util.List;
import org.evenhand.foundation.ActorId;

/**
 * Contacts may now count differently than when they were logged: caused by us or not, the use of a
 * right or not (P6.3a, F16, F18).
 */
public record ContactReweighed(
    CustomerId customerId, List<ContactId> contacts, Instant at, ActorId by) {
  public ContactReweighed {
    contacts = List.copyOf(contacts);
  }
}
