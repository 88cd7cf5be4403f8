package org.evenhand.foundation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A building as it shall stand.
 *
 * @param expectedVersion null to record a new one, else the version that was read
 * @param serviceArea the code of the one that runs it; null where all share it
 */
public record BuildingToRecord(
    @Nullable Integer expectedVersion,
    String code,
    String name,
    String address,
    @Nullable String serviceArea,
    List<BuildingView.Zone> zones,
    List<BuildingView.Closure> closures,
    boolean tenantHomes,
    boolean pollingPlace,
    boolean publicMeetings,
    @Nullable LocalDate closedOn) {
  public BuildingToRecord {
    zones = List.copyOf(zones);
    closures = List.copyOf(closures);
  }
}
