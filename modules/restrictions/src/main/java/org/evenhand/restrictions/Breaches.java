package org.evenhand.restrictions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Outcome;

/** Breaches of restrictions (T10). A breach by itself never moves an end date. */
public interface Breaches {

  /**
   * Records a breach and opens a review of the restriction, due the next working day. Refused:
   * {@code BREACH_BEFORE_TOLD} where the customer had not been told, {@code
   * BREACH_WHILE_NOT_IN_FORCE}, {@code BREACH_REPORTED_BEFORE} for the same incident, {@code
   * NOT_FOUND} for an incident that is not the customer's or is void.
   */
  Outcome<BreachView> report(BreachToReport breach);

  /** Those of a restriction, of every decision of its chain, earliest first. */
  List<BreachView> of(RestrictionId restriction);

  /** Those of these decisions themselves, earliest first. */
  List<BreachView> of(Collection<RestrictionId> restrictions);

  Optional<BreachView> find(UUID id);
}
