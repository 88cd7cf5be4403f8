package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.FRONT_DESK_IDENTIFIER;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.BuildingRecorded;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.OfficerRecorded;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaRecorded;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentDecided;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerIdentityChanged;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.rules.OpenRoute;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a restriction was decided for is no longer so (F2, T14): the customer moved, the contact
 * officer left, a building closed, a service ended. Whoever owns it looks at it again, and the duty
 * says why. Nothing is changed by itself. Where a point of contact left, naming another is the
 * change that reviews it, and the one thing due ({@link ContactOfficers}).
 */
@Component
class ChangedCircumstances {

  /** Local: by when it is looked at again. */
  private static final int WORKING_DAYS = 5;

  private static final Set<String> PLACES =
      Set.of(IdentifierKind.ADDRESS.name(), IdentifierKind.UPRN.name());

  private final ImposedActions actions;
  private final Customers customers;
  private final RouteTogether routes;
  private final Duties duties;
  private final WorkingDays workingDays;
  private final DSLContext dsl;

  ChangedCircumstances(
      ImposedActions actions,
      Customers customers,
      RouteTogether routes,
      Duties duties,
      WorkingDays workingDays,
      DSLContext dsl) {
    this.actions = actions;
    this.customers = customers;
    this.routes = routes;
    this.duties = duties;
    this.workingDays = workingDays;
    this.dsl = dsl;
  }

  @EventListener
  void on(OfficerRecorded officer) {
    if (officer.leftOn() != null) {
      look(
          actions.liveNaming(officer.officerId().value().toString()).stream()
              .filter(
                  action ->
                      ContactOfficer.of(action)
                          .filter(named -> named.names(officer.officerId()))
                          .isEmpty())
              .toList(),
          DutyKinds.REVIEW_OFFICER_LEFT,
          officer.at());
    }
  }

  @EventListener
  void on(BuildingRecorded building) {
    if (building.closedOn() != null) {
      look(
          actions.liveNaming(building.buildingId().value().toString()),
          DutyKinds.REVIEW_BUILDING_CLOSED,
          building.at());
    }
  }

  @EventListener
  void on(ServiceAreaRecorded area) {
    if (area.endedOn() != null) {
      look(actions.liveOfService(area.code().value()), DutyKinds.REVIEW_SERVICE_ENDED, area.at());
    }
  }

  /**
   * P9.3, F3: with what was agreed for the person the one way left may be one that they cannot use.
   * The head of customer services sees to it that day.
   */
  @EventListener
  void on(AdjustmentDecided decided) {
    Instant now = decided.at();
    CustomerId person = customers.recordsOf(decided.customerId()).getFirst();
    if (decided.status() != AdjustmentStatus.AGREED
        || !(routes.of(List.of(person), now).get(person) instanceof OpenRoute.NoOpenRoute)) {
      return;
    }
    for (ImposedAction action : routes.narrowing(customers.recordsOf(person), now)) {
      duties.open(
          DutyToOpen.byDay(
              DutyKinds.NO_ROUTE_AFTER_ADJUSTMENT,
              DutyKinds.SUBJECT,
              action.id(),
              action.decided().customerId(),
              Role.HEAD_OF_CUSTOMER_SERVICES,
              null,
              now.atZone(WorkingDays.LONDON).toLocalDate()),
          now);
    }
  }

  /** Before the front desk's row is made anew: it still says where the customer lived. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(CustomerIdentityChanged changed) {
    List<CustomerId> records = customers.recordsOf(changed.customerId());
    List<UUID> ids = records.stream().map(CustomerId::value).toList();
    List<ImposedAction> live =
        actions.ofCustomers(ids).stream()
            .filter(a -> a.narrows() && !Standing.at(a, changed.at()).ended())
            .toList();
    if (live.isEmpty()) {
      return;
    }
    Set<String> before =
        dsl.select(FRONT_DESK_IDENTIFIER.VALUE)
            .from(FRONT_DESK_IDENTIFIER)
            .where(FRONT_DESK_IDENTIFIER.CUSTOMER_ID.in(ids))
            .and(FRONT_DESK_IDENTIFIER.KIND.in(PLACES))
            .fetchSet(FRONT_DESK_IDENTIFIER.VALUE);
    Set<String> after =
        records.stream()
            .flatMap(record -> customers.identity(record).stream())
            .flatMap(identity -> identity.identifiers().stream())
            .filter(identifier -> PLACES.contains(identifier.kind().name()))
            .map(identifier -> identifier.value())
            .collect(Collectors.toSet());
    if (!before.isEmpty() && !before.equals(after)) {
      look(live, DutyKinds.REVIEW_CUSTOMER_MOVED, changed.at());
    }
  }

  private void look(List<ImposedAction> live, String kind, Instant now) {
    // A service that ended has no head left to own anything.
    boolean corporately = kind.equals(DutyKinds.REVIEW_SERVICE_ENDED);
    for (ImposedAction action : live) {
      if (!Standing.at(action, now).ended()) {
        duties.open(
            DutyToOpen.byDay(
                kind,
                DutyKinds.SUBJECT,
                action.id(),
                action.decided().customerId(),
                corporately ? Role.HEAD_OF_CUSTOMER_SERVICES : RestrictionDecisions.owner(action),
                corporately ? null : RestrictionDecisions.area(action),
                workingDays.plus(now.atZone(WorkingDays.LONDON).toLocalDate(), WORKING_DAYS)),
            now);
      }
    }
  }
}
