package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An acting appointment was made or ended; told inside the transaction. */
public record ActingAppointmentRecorded(
    ActingAppointmentId actingAppointmentId,
    ActorId actor,
    Role post,
    LocalDate firstDay,
    LocalDate lastDay,
    @Nullable Instant endedAt,
    Instant at,
    ActorId by) {}
