package org.evenhand.foundation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work given to an officer.
 *
 * @param version counts up with each change
 * @param subject whom or what it is for; null where it is for the whole council
 * @param lastDay included; null while no end is set
 */
public record AssignmentView(
    AssignmentId id,
    int version,
    OfficerId officer,
    AssignmentKind kind,
    @Nullable GlobalId subject,
    LocalDate firstDay,
    @Nullable LocalDate lastDay) {

  public boolean lasts(LocalDate on) {
    return !on.isBefore(firstDay) && (lastDay == null || !on.isAfter(lastDay));
  }
}
