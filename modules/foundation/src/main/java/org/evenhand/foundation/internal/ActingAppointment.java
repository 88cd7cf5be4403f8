package org.evenhand.foundation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActingCause;
import org.evenhand.foundation.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An acting appointment as it is written. */
@Table(schema = "foundation", name = "acting_appointment")
record ActingAppointment(
    @Id UUID id,
    @Version @Nullable Integer version,
    String actor,
    Role post,
    List<String> serviceAreas,
    ActingCause cause,
    LocalDate firstDay,
    LocalDate lastDay,
    String reason,
    @Nullable Instant endedAt) {

  ActingAppointment ended(Instant at) {
    return new ActingAppointment(
        id, version, actor, post, serviceAreas, cause, firstDay, lastDay, reason, at);
  }
}
