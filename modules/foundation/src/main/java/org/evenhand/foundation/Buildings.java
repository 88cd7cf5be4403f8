package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The council's buildings: what they are used for and when they are shut (P8.3.13, F8). */
public interface Buildings {

  Optional<BuildingView> find(BuildingId id);

  Optional<BuildingView> find(String code);

  /** The building as it was known at that instant; empty if it was not known then. */
  Optional<BuildingView> asKnownAt(BuildingId id, Instant instant);

  /** By name. */
  List<BuildingView> all();

  /**
   * A page, by name.
   *
   * @param serviceArea only those that it runs; null for all
   * @param openOn only those open on that day; null for all
   */
  Page<BuildingView> page(
      @Nullable ServiceAreaCode serviceArea, @Nullable LocalDate openOn, Page.Request request);

  /**
   * Records a building or changes one. The head of customer services may for all, a head of service
   * for what their own areas run. Refuses a malformed or taken code, an unknown service area, zones
   * that share a code, common parts of homes where there are no homes, and days in reverse. Runs
   * inside {@link Acts}.
   */
  Outcome<BuildingView> record(BuildingToRecord building, Actor by, Instant now);
}
