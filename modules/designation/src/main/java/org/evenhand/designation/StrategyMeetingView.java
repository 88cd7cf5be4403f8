package org.evenhand.designation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Departments agree one approach (P8.3.9).
 *
 * @param approach what they agreed; null while the meeting is only arranged
 */
public record StrategyMeetingView(
    StrategyMeetingId id,
    int version,
    CustomerId customerId,
    ConsiderationId considerationId,
    Set<ServiceAreaCode> departments,
    LocalDate on,
    @Nullable String approach,
    List<Action> actions,
    Instant recordedAt,
    ActorId recordedBy) {

  /**
   * One thing that somebody is to do.
   *
   * @param service the area in which it is to be done
   * @param result what came of it; null until done, as are the next two
   */
  public record Action(
      StrategyActionId id,
      int version,
      String what,
      ActorId owner,
      Role ownerRole,
      ServiceAreaCode service,
      LocalDate dueOn,
      @Nullable String result,
      @Nullable ActorId doneBy,
      @Nullable Instant doneAt) {}

  public StrategyMeetingView {
    departments = Set.copyOf(departments);
    actions = List.copyOf(actions);
  }
}
