package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.intake.HouseholdRole;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "household_link")
record HouseholdLink(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID customer,
    UUID other,
    HouseholdRole otherIs,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    String recordedBy) {

  HouseholdLink ended(LocalDate on) {
    return new HouseholdLink(id, version, customer, other, otherIs, startsOn, on, recordedBy);
  }
}
