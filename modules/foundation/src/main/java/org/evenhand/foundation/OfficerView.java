package org.evenhand.foundation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for the council, as far as others must be able to reach them (P8.3.10, T14).
 *
 * @param version counts up with each change
 * @param actor the subject of their token
 * @param serviceArea where they work; null for one who works for all
 * @param deputy who answers when they cannot; null if nobody does
 * @param absences earliest first
 * @param leftOn the first day on which they no longer work here; null while they do
 */
public record OfficerView(
    OfficerId id,
    int version,
    ActorId actor,
    String name,
    String post,
    @Nullable ServiceAreaCode serviceArea,
    @Nullable String telephone,
    @Nullable String email,
    @Nullable OfficerId deputy,
    List<Absence> absences,
    @Nullable LocalDate leftOn) {

  /** Days on which they are away, the last one included. */
  public record Absence(LocalDate firstDay, LocalDate lastDay) {}

  public OfficerView {
    absences = List.copyOf(absences);
  }

  public boolean worksHere(LocalDate on) {
    return leftOn == null || on.isBefore(leftOn);
  }

  /** Whether they can answer on that day: they work here and are not away. */
  public boolean isThere(LocalDate on) {
    return worksHere(on)
        && absences.stream().noneMatch(a -> !on.isBefore(a.firstDay()) && !on.isAfter(a.lastDay()));
  }
}
