package org.evenhand.foundation.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** An officer with their absences as they are written. */
@Table(schema = "foundation", name = "officer")
record Officer(
    @Id UUID id,
    @Version @Nullable Integer version,
    String actor,
    String name,
    String post,
    @Nullable String serviceAreaCode,
    @Nullable String telephone,
    @Nullable String email,
    @Nullable UUID deputy,
    @MappedCollection(idColumn = "officer", keyColumn = "position") List<Absence> absences,
    @Nullable LocalDate leftOn) {

  @Table(schema = "foundation", name = "officer_absence")
  record Absence(LocalDate firstDay, LocalDate lastDay) {}
}
