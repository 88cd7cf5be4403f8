package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.util.List;
import org.evenhand.designation.ConsiderationClosed;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationOpened;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentRequested;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.CustomerCircumstancesChanged;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.RepresentativeAuthority;
import org.evenhand.intake.Representatives;
import org.evenhand.restrictions.RestrictionImposed;
import org.evenhand.spi.TypeId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * P8.3.11: while behaviour is being considered and the customer is vulnerable, of doubtful capacity
 * or has different needs, whoever decides offers help to find an independent advocate. It is done
 * by that action; there is nothing to offer to somebody who has an advocate.
 */
@Component
class OfferedAdvocates {

  private static final TypeId ADVOCATE = TypeId.builtIn("independent-advocate");

  /** Local: by when it is offered. */
  private static final int WORKING_DAYS = 5;

  private final Considerations considerations;
  private final Customers customers;
  private final Adjustments adjustments;
  private final Representatives representatives;
  private final ImposedActions actions;
  private final Duties duties;
  private final WorkingDays workingDays;

  OfferedAdvocates(
      Considerations considerations,
      Customers customers,
      Adjustments adjustments,
      Representatives representatives,
      ImposedActions actions,
      Duties duties,
      WorkingDays workingDays) {
    this.considerations = considerations;
    this.customers = customers;
    this.adjustments = adjustments;
    this.representatives = representatives;
    this.actions = actions;
    this.duties = duties;
    this.workingDays = workingDays;
  }

  @EventListener
  void on(ConsiderationOpened opened) {
    considerations
        .find(opened.considerationId())
        .ifPresent(view -> look(List.of(view), opened.customerId(), opened.at()));
  }

  @EventListener
  void on(CustomerCircumstancesChanged changed) {
    look(changed.customerId(), changed.at());
  }

  @EventListener
  void on(AdjustmentRequested requested) {
    look(requested.customerId(), requested.at());
  }

  @EventListener
  void on(RestrictionImposed imposed) {
    if (imposed.type().equals(ADVOCATE)) {
      offered(imposed.considerationId(), "OFFERED", imposed.at());
    }
  }

  @EventListener
  void on(ConsiderationClosed closed) {
    offered(closed.considerationId(), "CLOSED", closed.at());
  }

  private void look(CustomerId customer, Instant now) {
    look(
        customers.recordsOf(customer).stream()
            .flatMap(record -> considerations.of(record).stream())
            .distinct()
            .toList(),
        customer,
        now);
  }

  private void look(List<ConsiderationView> cases, CustomerId customer, Instant now) {
    List<ConsiderationView> open =
        cases.stream().filter(view -> view.status() != ConsiderationStatus.CLOSED).toList();
    if (open.isEmpty()) {
      return;
    }
    boolean toOffer = toOffer(customer, now);
    for (ConsiderationView view : open) {
      if (toOffer) {
        offer(view, now);
      } else {
        offered(view.id(), "NOT_NEEDED", now);
      }
    }
  }

  private boolean toOffer(CustomerId customer, Instant now) {
    List<CustomerId> records = customers.recordsOf(customer);
    boolean needed =
        customers.find(records).stream()
                .map(view -> view.circumstances())
                .anyMatch(known -> known.vulnerable() || known.capacityInDoubt())
            || adjustments.of(records).stream()
                .anyMatch(
                    adjustment ->
                        adjustment.status() == AdjustmentStatus.REQUESTED
                            || adjustment.status() == AdjustmentStatus.AGREED);
    return needed && !hasAdvocate(records, now);
  }

  private boolean hasAdvocate(List<CustomerId> records, Instant now) {
    var today = now.atZone(WorkingDays.LONDON).toLocalDate();
    return representatives.of(records).stream()
            .anyMatch(
                one ->
                    one.authority() == RepresentativeAuthority.INDEPENDENT_ADVOCATE
                        && one.runsOn(today))
        || actions.ofCustomers(records.stream().map(CustomerId::value).toList()).stream()
            .anyMatch(
                action ->
                    action.decided().typeId().equals(ADVOCATE.value())
                        && !Standing.at(action, now).ended());
  }

  private void offer(ConsiderationView view, Instant now) {
    boolean corporate = view.scope().corporate();
    duties.open(
        DutyToOpen.byDay(
            DutyKinds.OFFER_AN_ADVOCATE,
            "Consideration",
            view.id().value(),
            view.customerId().value(),
            corporate ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE,
            corporate ? null : view.leadService(),
            workingDays.plus(now.atZone(WorkingDays.LONDON).toLocalDate(), WORKING_DAYS)),
        now);
  }

  private void offered(ConsiderationId id, String reason, Instant now) {
    duties.discharge(DutyKinds.OFFER_AN_ADVOCATE, id.value(), null, reason, now);
  }
}
