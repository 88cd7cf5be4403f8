package org.evenhand.foundation.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** A building with its zones and closures as it is written. */
@Table(schema = "foundation", name = "building")
record Building(
    @Id UUID id,
    @Version @Nullable Integer version,
    String code,
    String name,
    String address,
    @Nullable String serviceAreaCode,
    @MappedCollection(idColumn = "building", keyColumn = "position") List<Zone> zones,
    @MappedCollection(idColumn = "building", keyColumn = "position") List<Closure> closures,
    boolean tenantHomes,
    boolean pollingPlace,
    boolean publicMeetings,
    @Nullable LocalDate closedOn) {

  @Table(schema = "foundation", name = "building_zone")
  record Zone(String code, String name, boolean commonPartOfHomes) {}

  @Table(schema = "foundation", name = "building_closure")
  record Closure(LocalDate firstDay, LocalDate lastDay, String reason) {}
}
