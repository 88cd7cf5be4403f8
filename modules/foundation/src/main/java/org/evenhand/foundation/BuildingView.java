package org.evenhand.foundation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that customers come to or live in (P8.3.13, F8).
 *
 * @param version counts up with each change
 * @param code stable and short, as rules and settings name it
 * @param serviceArea who runs it; null where all share it
 * @param zones parts that can be treated apart, in the order recorded
 * @param closures earliest first
 * @param tenantHomes whether tenants live in it: an exclusion never covers their homes or the
 *     common parts of these
 * @param closedOn the first day on which it is shut for good; null while it is not
 */
public record BuildingView(
    BuildingId id,
    int version,
    String code,
    String name,
    String address,
    @Nullable ServiceAreaCode serviceArea,
    List<Zone> zones,
    List<Closure> closures,
    boolean tenantHomes,
    boolean pollingPlace,
    boolean publicMeetings,
    @Nullable LocalDate closedOn) {

  /** A part of a building, by a code that is unique in it. */
  public record Zone(String code, String name, boolean commonPartOfHomes) {}

  /** Days on which it is shut, the last one included. */
  public record Closure(LocalDate firstDay, LocalDate lastDay, String reason) {}

  public BuildingView {
    zones = List.copyOf(zones);
    closures = List.copyOf(closures);
  }

  /** Whether it is open on that day; of opening hours and weekends nothing is known here. */
  public boolean isOpen(LocalDate on) {
    return (closedOn == null || on.isBefore(closedOn))
        && closures.stream().noneMatch(c -> !on.isBefore(c.firstDay()) && !on.isAfter(c.lastDay()));
  }
}
