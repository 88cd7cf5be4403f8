package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONCERN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ConcernRoute;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.RoutingConcerns;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who takes a concern on its other route, and by when (T19). */
@Component
public class ConcernRouting {

  static final String RECEIVE = "CONCERN_ROUTE_RECEIVE";
  static final String CONCLUDE = "CONCERN_ROUTE_CONCLUDE";

  private final StoredRoutedConcerns stored;
  private final Assignments assignments;
  private final ServiceAreas serviceAreas;
  private final Duties duties;
  private final WorkingDays workingDays;
  private final Clock clock;

  ConcernRouting(
      StoredRoutedConcerns stored,
      Assignments assignments,
      ServiceAreas serviceAreas,
      Duties duties,
      WorkingDays workingDays,
      Clock clock) {
    this.stored = stored;
    this.assignments = assignments;
    this.serviceAreas = serviceAreas;
    this.duties = duties;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  void send(ConcernView concern, Instant now) {
    ConcernRoute route = concern.route();
    if (route == null) {
      throw new IllegalStateException("a concern that is sent elsewhere has a route");
    }
    stored.save(RoutedConcern.sent(concern.id().value(), route, now));
    due(RECEIVE, RoutingConcerns.RECEIVE_WITHIN, concern, now);
  }

  /** Opens a step's clock, or starts it anew. */
  void due(String kind, int workingDaysFromNow, ConcernView concern, Instant now) {
    List<ActorId> named = named(concern);
    ConcernRoute route = concern.route();
    boolean contract = route == ConcernRoute.CONTRACT && concern.serviceArea() != null;
    Role role =
        route == ConcernRoute.MONITORING_OFFICER
            ? Role.MONITORING_OFFICER
            : !named.isEmpty()
                ? Role.OFFICER
                : contract ? Role.HEAD_OF_SERVICE : Role.HEAD_OF_CUSTOMER_SERVICES;
    duties.open(
        new DutyToOpen(
            kind,
            "Concern",
            concern.id().value(),
            concern.customerId() == null ? null : concern.customerId().value(),
            role,
            named.isEmpty() ? null : named.getFirst(),
            contract ? concern.serviceArea() : null,
            workingDays.plus(today(), workingDaysFromNow),
            null),
        now);
  }

  void done(String kind, ConcernView concern, String how, Instant now) {
    duties.discharge(kind, concern.id().value(), null, how, now);
  }

  /** Whether this person deals with this concern on its other route; never one about themselves. */
  public boolean handles(ConcernView concern, Actor actor) {
    ConcernRoute route = concern.route();
    if (route == null
        || concern.status() != ConcernStatus.ROUTED_ELSEWHERE
        || Sight.of(actor).isAboutThem(concern)) {
      return false;
    }
    if (route == ConcernRoute.MONITORING_OFFICER) {
      return actor.holds(Role.MONITORING_OFFICER);
    }
    List<ActorId> named = named(concern);
    if (!named.isEmpty()) {
      return named.contains(actor.id());
    }
    ServiceAreaCode area = concern.serviceArea();
    return route == ConcernRoute.CONTRACT && area != null
        ? actor.heads(area)
        : actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES);
  }

  /** Whether a concern is open to this person, by what they are or by the work that they hold. */
  public boolean maySee(ConcernView concern, Actor actor) {
    return ConcernDesk.maySee(concern, actor) || handles(concern, actor);
  }

  /** The concerns that this person may see because of the work that they hold. */
  public Condition handledBy(Actor actor) {
    if (!actor.holdsAny(Role.OFFICER, Role.HEAD_OF_SERVICE)) {
      return DSL.falseCondition();
    }
    LocalDate today = today();
    Condition handled = DSL.falseCondition();
    if (holds(AssignmentKind.HUMAN_RESOURCES_LEAD, null, actor, today)) {
      handled = handled.or(CONCERN.ROUTE.eq(ConcernRoute.HUMAN_RESOURCES.name()));
    }
    var contracts = new ArrayList<String>();
    for (ServiceAreaCode area : actor.serviceAreas()) {
      if (holds(AssignmentKind.CONTRACT_MANAGER, area, actor, today)) {
        contracts.add(area.value());
      }
    }
    return contracts.isEmpty()
        ? handled
        : handled.or(
            CONCERN.ROUTE.eq(ConcernRoute.CONTRACT.name()).and(CONCERN.SERVICE_AREA.in(contracts)));
  }

  private boolean holds(
      AssignmentKind kind, @Nullable ServiceAreaCode area, Actor actor, LocalDate today) {
    return who(kind, area, today).contains(actor.id());
  }

  /** Who holds the work of this route by name, without whoever the concern is about. */
  private List<ActorId> named(ConcernView concern) {
    ConcernRoute route = concern.route();
    List<ActorId> holders =
        route == ConcernRoute.HUMAN_RESOURCES
            ? who(AssignmentKind.HUMAN_RESOURCES_LEAD, null, today())
            : route == ConcernRoute.CONTRACT && concern.serviceArea() != null
                ? who(AssignmentKind.CONTRACT_MANAGER, concern.serviceArea(), today())
                : List.of();
    return holders.stream().filter(a -> !a.equals(concern.subjectActor())).toList();
  }

  private List<ActorId> who(AssignmentKind kind, @Nullable ServiceAreaCode area, LocalDate today) {
    GlobalId subject = null;
    if (area != null) {
      Optional<UUID> id = serviceAreas.find(area).map(a -> a.id().value());
      if (id.isEmpty()) {
        return List.of();
      }
      subject = new GlobalId("ServiceArea", id.get());
    }
    return assignments.who(kind, subject, today).stream()
        .filter(officer -> officer.worksHere(today))
        .map(OfficerView::actor)
        .toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(WorkingDays.LONDON));
  }
}
