package org.evenhand.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Places that staff and contractors visit. What must be known before somebody goes there belongs to
 * the place; it never says who lives there (question 2).
 */
public interface VisitedProperties {

  /**
   * @param id null for a new one
   * @param expectedVersion needed with the id
   */
  record PropertyToRecord(
      @Nullable PropertyId id,
      @Nullable Integer expectedVersion,
      String uprn,
      String addressLine,
      String postcode,
      @Nullable String accessNote) {}

  /**
   * Records a property or brings it up to date. Refused: a number or postcode that cannot be one
   * (IDENTIFIER_ILL_FORMED), one that is on record (PROPERTY_ON_RECORD), another number for the
   * same one (PROPERTY_NUMBER_STAYS).
   */
  Outcome<PropertyView> record(PropertyToRecord command, Actor actor, Instant now);

  Optional<PropertyView> find(PropertyId id);

  /** Those that exist. */
  List<PropertyView> find(Collection<PropertyId> ids);

  Optional<PropertyView> byUprn(String uprn);
}
