package org.evenhand.intake;

import java.util.Collection;
import java.util.Map;

/**
 * Equality data as reports may use it: counts, never an answer with a name. Small numbers are the
 * report's to suppress. Nobody who decides about a customer, and nobody at the desk, reads this.
 */
public interface EqualityFigures {

  /**
   * How many of these people gave each answer; a person with several records counts once. Who said
   * nothing is counted nowhere.
   */
  Map<EqualityCharacteristic, Map<String, Integer>> counts(Collection<CustomerId> people);
}
