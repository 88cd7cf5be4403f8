package org.evenhand.foundation;

import java.time.LocalDate;
import java.util.List;

/**
 * Who shall stand in for which post, and when.
 *
 * @param serviceAreas codes; at least one for a head of service, none for any other post
 * @param lastDay included
 */
public record ActingAppointmentToRecord(
    OfficerId officer,
    Role post,
    List<String> serviceAreas,
    ActingCause cause,
    LocalDate firstDay,
    LocalDate lastDay,
    String reason) {
  public ActingAppointmentToRecord {
    serviceAreas = List.copyOf(serviceAreas);
  }
}
