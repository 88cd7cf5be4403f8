package org.evenhand.designation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/** Strategy meetings and what they agreed (P8.3.9). Call an act within {@code Acts}. */
public interface StrategyMeetings {

  /**
   * A meeting that was held.
   *
   * @param meeting one that an action of that kind arranged; null for one of its own
   * @param departments at least two
   * @param on the day, never ahead
   */
  record Record(
      ConsiderationId id,
      @Nullable StrategyMeetingId meeting,
      Set<ServiceAreaCode> departments,
      LocalDate on,
      String approach,
      List<ToDo> actions,
      @Nullable Integer expectedVersion) {
    public Record {
      departments = Set.copyOf(departments);
      actions = List.copyOf(actions);
    }
  }

  /** One thing that somebody is to do by a day. */
  record ToDo(
      String what, ActorId owner, Role ownerRole, ServiceAreaCode service, LocalDate dueOn) {}

  /** What came of it. */
  record Complete(StrategyActionId id, String result, @Nullable Integer expectedVersion) {}

  /**
   * A meeting that an action of that kind arranges (P8.3.9).
   *
   * @param action the action's own id: a second call for it does nothing
   * @param approach null while it is not agreed
   */
  record ByAction(
      UUID action,
      ConsiderationId considerationId,
      CustomerId customerId,
      Set<ServiceAreaCode> departments,
      LocalDate on,
      @Nullable String approach) {}

  /**
   * Opens a duty for each action. Refused: {@code DEPARTMENTS_MISSING} for fewer than two, {@code
   * DAY_AHEAD}, {@code DATE_BEFORE_ANOTHER}, {@code TOO_MANY_NAMED}, {@code MEETING_ON_RECORD} for
   * one whose approach was agreed before, {@code ROLE_CANNOT_OWN}.
   */
  Outcome<StrategyMeetingView> record(Record command);

  /** By its owner or whoever leads the case. Refused: {@code STRATEGY_ACTION_DONE}. */
  Outcome<StrategyMeetingView.Action> complete(Complete command);

  /** Keeps the meeting that an imposed action arranges, in that action's own transaction. */
  void arrangedBy(ByAction action);

  Optional<StrategyMeetingView> find(StrategyMeetingId id);

  Optional<StrategyMeetingView.Action> findAction(StrategyActionId id);

  /** Whose case the action belongs to. */
  Optional<CustomerId> personOf(StrategyActionId id);

  /** Of these records, latest first. */
  List<StrategyMeetingView> of(Collection<CustomerId> customers);
}
