package org.evenhand.foundation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The council's service areas, commissioned ones included (P4.2, PR.3). */
public interface ServiceAreas {

  Optional<ServiceAreaView> find(ServiceAreaCode code);

  Optional<ServiceAreaView> find(ServiceAreaId id);

  /** By name, those that have ended at the end. */
  List<ServiceAreaView> all();

  /** Those of the codes that are recorded. */
  Map<ServiceAreaCode, ServiceAreaView> named(Collection<ServiceAreaCode> codes);

  /**
   * Records a service area or changes one; only the head of customer services may. Refuses a
   * malformed or taken code, missing or overlong texts, and a contract without a provider. Runs
   * inside {@link Acts}.
   */
  Outcome<ServiceAreaView> record(ServiceAreaToRecord area, Actor by, Instant now);
}
