package org.evenhand.intake;

import java.util.Optional;

/** Where a concern goes that this policy does not deal with (T19). */
public enum ConcernRoute {
  MONITORING_OFFICER,
  HUMAN_RESOURCES,
  /** The contract under which the provider works. */
  CONTRACT;

  /** The one route for that capacity; empty for a customer, whom this policy deals with. */
  public static Optional<ConcernRoute> of(SubjectCapacity capacity) {
    return switch (capacity) {
      case CUSTOMER -> Optional.empty();
      case ELECTED_MEMBER -> Optional.of(MONITORING_OFFICER);
      case STAFF, HEAD_OF_SERVICE -> Optional.of(HUMAN_RESOURCES);
      case HEAD_OF_CUSTOMER_SERVICES -> Optional.of(MONITORING_OFFICER);
      case CONTRACTOR -> Optional.of(CONTRACT);
    };
  }
}
