package org.evenhand.designation.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.StrategyActionId;
import org.evenhand.designation.StrategyMeetingId;
import org.evenhand.designation.StrategyMeetingView;
import org.evenhand.designation.StrategyMeetings;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records strategy meetings and sees to what they agreed (P8.3.9). */
@Component
public class MeetingDesk implements StrategyMeetings {

  private static final int MOST_ACTIONS = 50;

  /** Who can be given something to do: those who work for the council on cases. */
  private static final Set<Role> OWNERS =
      EnumSet.of(Role.OFFICER, Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES, Role.LEGAL);

  private final StoredConsiderations stored;
  private final FollowUps followUps;
  private final ServiceAreas serviceAreas;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final Clock clock;

  MeetingDesk(
      StoredConsiderations stored,
      FollowUps followUps,
      ServiceAreas serviceAreas,
      Duties duties,
      CurrentActor currentActor,
      Clock clock) {
    this.stored = stored;
    this.followUps = followUps;
    this.serviceAreas = serviceAreas;
    this.duties = duties;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  public Outcome<StrategyMeetingView> record(Record command) {
    Actor actor = currentActor.get();
    Instant now = clock.instant();
    ConsiderationView view =
        stored.find(command.id()).filter(Sight.of(actor)::includes).orElse(null);
    if (view == null) {
      return Outcome.refused(Refusal.notFound("Consideration", "consideration"));
    }
    var refusals = new ArrayList<Refusal>();
    StrategyMeetingView arranged = arranged(command, view, refusals);
    refusals.addAll(misses(command, now.atZone(WorkingDays.LONDON).toLocalDate()));
    Outcome<Consideration> allowed =
        new Consideration(view)
            .partake(
                AllowedAct.RECORD_STRATEGY_MEETING,
                command.expectedVersion(),
                refusals,
                actor,
                now);
    if (!(allowed instanceof Outcome.Done<Consideration>(Consideration changed, var ignored))) {
      return Outcome.refused(allowed.refusals());
    }
    stored.change(changed);
    var held =
        new StrategyMeetingView(
            arranged == null ? new StrategyMeetingId(Ids.next()) : arranged.id(),
            arranged == null ? 0 : arranged.version(),
            view.customerId(),
            view.id(),
            command.departments(),
            command.on(),
            command.approach(),
            command.actions().stream().map(MeetingDesk::action).toList(),
            now,
            actor.id());
    StrategyMeetingView kept =
        arranged == null ? followUps.add(held, null) : followUps.change(held);
    kept.actions().forEach(action -> open(action, view, now));
    return Outcome.done(kept);
  }

  private @Nullable StrategyMeetingView arranged(
      Record command, ConsiderationView view, List<Refusal> refusals) {
    StrategyMeetingId id = command.meeting();
    if (id == null) {
      return null;
    }
    StrategyMeetingView meeting =
        followUps.meeting(id).filter(m -> m.considerationId().equals(view.id())).orElse(null);
    if (meeting == null) {
      refusals.add(Refusal.notFound("StrategyMeeting", "meeting"));
    } else if (!meeting.actions().isEmpty()) {
      refusals.add(Refusal.at("MEETING_ON_RECORD", "meeting"));
    }
    return meeting;
  }

  private List<Refusal> misses(Record command, LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    if (command.departments().size() < 2) {
      refusals.add(Refusal.at("DEPARTMENTS_MISSING", "departments"));
    }
    if (!exist(command.departments(), today)) {
      refusals.add(Refusal.notFound("ServiceArea", "departments"));
    }
    if (command.on().isAfter(today)) {
      refusals.add(Refusal.at("DAY_AHEAD", "on"));
    }
    add(refusals, Acts.text(command.approach(), Consideration.LONGEST_TEXT, "approach"));
    if (command.actions().size() > MOST_ACTIONS) {
      refusals.add(
          Refusal.at("TOO_MANY_NAMED", Map.of("most", Integer.toString(MOST_ACTIONS)), "actions"));
      return refusals;
    }
    for (int i = 0; i < command.actions().size(); i++) {
      ToDo action = command.actions().get(i);
      String at = Integer.toString(i);
      add(refusals, Acts.text(action.what(), Consideration.LONGEST_NAME, "actions", at, "what"));
      if (action.dueOn().isBefore(command.on())) {
        refusals.add(Refusal.at("DATE_BEFORE_ANOTHER", "actions", at, "dueOn"));
      }
      if (!OWNERS.contains(action.ownerRole())) {
        refusals.add(Refusal.at("ROLE_CANNOT_OWN", "actions", at, "ownerRole"));
      }
      if (!exist(Set.of(action.service()), today)) {
        refusals.add(Refusal.notFound("ServiceArea", "actions", at, "service"));
      }
    }
    return refusals;
  }

  private boolean exist(Set<ServiceAreaCode> codes, LocalDate today) {
    return codes.isEmpty()
        || serviceAreas.named(codes).values().stream().filter(a -> a.exists(today)).count()
            == codes.size();
  }

  private static StrategyMeetingView.Action action(ToDo todo) {
    return new StrategyMeetingView.Action(
        new StrategyActionId(Ids.next()),
        0,
        todo.what(),
        todo.owner(),
        todo.ownerRole(),
        todo.service(),
        todo.dueOn(),
        null,
        null,
        null);
  }

  private void open(StrategyMeetingView.Action action, ConsiderationView view, Instant now) {
    duties.open(
        new DutyToOpen(
            CaseDuty.STRATEGY_ACTION,
            "StrategyAction",
            action.id().value(),
            view.customerId().value(),
            action.ownerRole(),
            action.owner(),
            action.service(),
            action.dueOn(),
            null),
        now);
  }

  @Override
  public Outcome<StrategyMeetingView.Action> complete(Complete command) {
    Actor actor = currentActor.get();
    Instant now = clock.instant();
    StrategyMeetingView meeting = followUps.meetingOf(command.id()).orElse(null);
    StrategyMeetingView.Action action =
        meeting == null
            ? null
            : meeting.actions().stream()
                .filter(a -> a.id().equals(command.id()))
                .findFirst()
                .orElse(null);
    if (meeting == null || action == null || !maySee(meeting, action, actor)) {
      return Outcome.refused(Refusal.notFound("StrategyAction", "action"));
    }
    var refusals = new ArrayList<Refusal>();
    if (!action.owner().equals(actor.id()) && !leads(meeting, actor)) {
      refusals.add(
          AuthorityRefusal.of(
              "NOT_YOURS_TO_DO", Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    if (action.doneAt() != null) {
      refusals.add(Refusal.of("STRATEGY_ACTION_DONE"));
    }
    add(refusals, Acts.stale(command.expectedVersion(), action.version()));
    add(refusals, Acts.text(command.result(), Consideration.LONGEST_TEXT, "result"));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    followUps.change(
        meeting,
        new StrategyMeetingView.Action(
            action.id(),
            action.version(),
            action.what(),
            action.owner(),
            action.ownerRole(),
            action.service(),
            action.dueOn(),
            command.result(),
            actor.id(),
            now));
    duties.discharge(CaseDuty.STRATEGY_ACTION, action.id().value(), null, null, now);
    return Outcome.done(findAction(action.id()).orElseThrow());
  }

  /** The owner knows of their action and of nothing else of the case (T20). */
  private boolean maySee(
      StrategyMeetingView meeting, StrategyMeetingView.Action action, Actor actor) {
    return action.owner().equals(actor.id())
        || stored.find(meeting.considerationId()).filter(Sight.of(actor)::includes).isPresent();
  }

  private boolean leads(StrategyMeetingView meeting, Actor actor) {
    return actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
        || stored
            .find(meeting.considerationId())
            .filter(view -> actor.heads(view.leadService()))
            .isPresent();
  }

  @Override
  public void arrangedBy(ByAction action) {
    if (followUps.arrangedBy(action.action())) {
      return;
    }
    Instant now = clock.instant();
    followUps.add(
        new StrategyMeetingView(
            new StrategyMeetingId(Ids.next()),
            0,
            action.customerId(),
            action.considerationId(),
            action.departments(),
            action.on(),
            action.approach(),
            List.of(),
            now,
            currentActor.get().id()),
        action.action());
  }

  @Override
  public Optional<StrategyMeetingView> find(StrategyMeetingId id) {
    return followUps.meeting(id);
  }

  @Override
  public Optional<StrategyMeetingView.Action> findAction(StrategyActionId id) {
    return followUps
        .meetingOf(id)
        .flatMap(m -> m.actions().stream().filter(a -> a.id().equals(id)).findFirst());
  }

  @Override
  public Optional<CustomerId> personOf(StrategyActionId id) {
    return followUps.meetingOf(id).map(StrategyMeetingView::customerId);
  }

  @Override
  public List<StrategyMeetingView> of(Collection<CustomerId> customers) {
    return followUps.meetingsOf(customers);
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
