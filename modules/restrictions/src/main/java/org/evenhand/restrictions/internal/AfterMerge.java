package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.CustomersMerged;
import org.evenhand.intake.CustomersUnmerged;
import org.evenhand.rules.OpenRoute;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was decided about two records holds together from the moment they are one person's. Nothing
 * is changed by that alone: whoever owns a restriction looks at it again, within two working days,
 * or today and by the head of customer services where no way in is left (P9.3, F3).
 */
@Component
class AfterMerge {

  private static final int WORKING_DAYS = 2;

  private final RouteTogether routes;
  private final Customers customers;
  private final Duties duties;
  private final WorkingDays workingDays;

  AfterMerge(RouteTogether routes, Customers customers, Duties duties, WorkingDays workingDays) {
    this.routes = routes;
    this.customers = customers;
    this.duties = duties;
    this.workingDays = workingDays;
  }

  @EventListener
  void on(CustomersMerged event) {
    Instant now = event.at();
    CustomerId person = customers.recordsOf(event.kept()).getFirst();
    List<ImposedAction> narrowing = routes.narrowing(customers.recordsOf(person), now);
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    boolean closed = routes.of(List.of(person), now).get(person) instanceof OpenRoute.NoOpenRoute;
    for (ImposedAction action : narrowing) {
      duties.open(
          DutyKinds.toOwner(
              DutyKinds.LOOK_AFTER_MERGE, action, workingDays.plus(today, WORKING_DAYS)),
          now);
      if (closed) {
        duties.open(
            DutyToOpen.byDay(
                DutyKinds.NO_ROUTE_AFTER_MERGE,
                DutyKinds.SUBJECT,
                action.id(),
                action.decided().customerId(),
                Role.HEAD_OF_CUSTOMER_SERVICES,
                null,
                today),
            now);
      }
    }
  }

  /** Apart again, there is nothing left to look at. */
  @EventListener
  void on(CustomersUnmerged event) {
    var records = new ArrayList<>(customers.recordsOf(event.kept()));
    records.addAll(customers.recordsOf(event.merged()));
    for (ImposedAction action : routes.narrowing(records, event.at())) {
      looked(duties, action, "UNMERGED", event.at());
    }
  }

  static void looked(Duties duties, ImposedAction action, String reason, Instant now) {
    var kinds = new ArrayList<>(DutyKinds.NO_ROUTE);
    kinds.add(DutyKinds.LOOK_AFTER_MERGE);
    for (String kind : kinds) {
      duties.discharge(kind, action.id(), action.decided().reference(), reason, now);
    }
  }
}
