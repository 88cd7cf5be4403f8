package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody standing in for a post between two days (T6, T11).
 *
 * @param version counts up with each change
 * @param actor who stands in, by the subject of their token
 * @param serviceAreas for a head of service those that are meant; for other posts none
 * @param lastDay included
 * @param endedAt when it was ended before its last day; null if it was not
 */
public record ActingAppointmentView(
    ActingAppointmentId id,
    int version,
    ActorId actor,
    Role post,
    Set<ServiceAreaCode> serviceAreas,
    ActingCause cause,
    LocalDate firstDay,
    LocalDate lastDay,
    String reason,
    @Nullable Instant endedAt) {
  public ActingAppointmentView {
    serviceAreas = Set.copyOf(serviceAreas);
  }

  /** Whether it counts on that day, as far as is known now. */
  public boolean inForce(LocalDate on) {
    return endedAt == null && !on.isBefore(firstDay) && !on.isAfter(lastDay);
  }
}
