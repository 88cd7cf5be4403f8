package org.evenhand.spi;

import java.time.LocalDate;
import java.util.Set;

/**
 * An incident as a restriction type may know it.
 *
 * @param on the day
 * @param channel how the contact was made
 * @param behaviours codes of the catalogue
 * @param firsthand seen or heard by whoever reported it (F13)
 */
public record AssessedIncident(
    LocalDate on, Channel channel, Set<String> behaviours, boolean firsthand) {
  public AssessedIncident {
    behaviours = Names.sorted(behaviours);
  }
}
