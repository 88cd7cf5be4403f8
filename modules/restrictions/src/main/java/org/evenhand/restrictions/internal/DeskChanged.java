package org.evenhand.restrictions.internal;

import java.util.Set;
import java.util.UUID;

/**
 * Something that the front desk is told of these persons or places changed; the projection is made
 * anew within the act.
 */
public record DeskChanged(Set<UUID> customers, Set<String> places) {
  public DeskChanged {
    customers = Set.copyOf(customers);
    places = Set.copyOf(places);
  }
}
