package org.evenhand.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue of behaviours: the policy's seventeen examples, the council's own, those of plugins
 * and OTHER. Codes are stable, and nothing is ever taken out: what is retired stays readable where
 * it was recorded (P7.1).
 */
public interface BehaviourCatalogue {

  /** All entries: the policy's order, then the council's, then those of plugins; OTHER last. */
  List<BehaviourView> all();

  Optional<BehaviourView> find(String code);

  /** Those of these codes that are in the catalogue; asks the database once, and seldom. */
  Map<String, BehaviourView> named(Collection<String> codes);
}
