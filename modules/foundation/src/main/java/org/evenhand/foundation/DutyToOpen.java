package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that becomes due.
 *
 * @param kind stable code, with a text {@code duty.<KIND>} in the bundles
 * @param subjectType the GraphQL type of what it is about
 * @param person whose record it touches; null for none
 * @param ownerRole who has to see to it
 * @param owner the named person, where there is one
 * @param serviceArea null for a corporate duty
 * @param dueOn the last day on which it is in time, Europe/London
 * @param dueAt when it falls due; null for the end of {@code dueOn}
 */
public record DutyToOpen(
    String kind,
    String subjectType,
    UUID subject,
    @Nullable UUID person,
    Role ownerRole,
    @Nullable ActorId owner,
    @Nullable ServiceAreaCode serviceArea,
    LocalDate dueOn,
    @Nullable Instant dueAt) {

  /** A duty that is due by the end of a day. */
  public static DutyToOpen byDay(
      String kind,
      String subjectType,
      UUID subject,
      @Nullable UUID person,
      Role ownerRole,
      @Nullable ServiceAreaCode serviceArea,
      LocalDate dueOn) {
    return new DutyToOpen(
        kind, subjectType, subject, person, ownerRole, null, serviceArea, dueOn, null);
  }

  Instant fallsDueAt() {
    return dueAt != null ? dueAt : dueOn.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant();
  }
}
