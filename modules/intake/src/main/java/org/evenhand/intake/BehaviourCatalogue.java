package org.evenhand.intake;

import java.util.List;
import java.util.Optional;

/**
 * The catalogue of behaviours: the policy's seventeen examples and OTHER, whose codes are stable
 * (P7.1).
 */
public interface BehaviourCatalogue {

  /** All entries in the policy's order, OTHER last. */
  List<BehaviourView> all();

  Optional<BehaviourView> find(String code);
}
