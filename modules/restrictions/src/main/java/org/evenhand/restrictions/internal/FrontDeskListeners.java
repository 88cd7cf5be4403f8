package org.evenhand.restrictions.internal;

import org.evenhand.foundation.BuildingRecorded;
import org.evenhand.foundation.OfficerRecorded;
import org.evenhand.foundation.ServiceAreaRecorded;
import org.evenhand.intake.AdjustmentDecided;
import org.evenhand.intake.ContactLogged;
import org.evenhand.intake.CustomerCircumstancesChanged;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerIdentityChanged;
import org.evenhand.intake.CustomerRegistered;
import org.evenhand.intake.CustomersMerged;
import org.evenhand.intake.CustomersUnmerged;
import org.evenhand.policy.PolicyVersionPublished;
import org.evenhand.restrictions.AppealPendingChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What changes the front-desk projection. These listeners run within the act that publishes: it
 * commits with the projection or not at all.
 */
@Component
class FrontDeskListeners {

  private final FrontDeskWriter frontDesk;

  FrontDeskListeners(FrontDeskWriter frontDesk) {
    this.frontDesk = frontDesk;
  }

  @EventListener
  void on(CustomerRegistered event) {
    frontDesk.person(event.customerId());
  }

  @EventListener
  void on(CustomerIdentityChanged event) {
    frontDesk.person(event.customerId());
  }

  /** Either record's identifiers now find both records' rules and adjustments. */
  @EventListener
  void on(CustomersMerged event) {
    frontDesk.person(event.kept());
  }

  @EventListener
  void on(CustomersUnmerged event) {
    frontDesk.person(event.kept());
    frontDesk.person(event.merged());
  }

  @EventListener
  void on(CustomerCircumstancesChanged event) {
    frontDesk.person(event.customerId());
  }

  @EventListener
  void on(AdjustmentDecided event) {
    frontDesk.person(event.customerId());
  }

  @EventListener
  void on(ContactLogged event) {
    frontDesk.contact(event);
  }

  @EventListener
  void on(AppealPendingChanged event) {
    frontDesk.appealPending(event.customerId(), event.pending());
  }

  @EventListener
  void on(DeskChanged event) {
    event.customers().forEach(customer -> frontDesk.person(new CustomerId(customer)));
    event.places().forEach(frontDesk::place);
  }

  @EventListener
  void on(OfficerRecorded event) {
    frontDesk.officer(event.officerId());
    frontDesk.namedAsContact(event.officerId());
  }

  @EventListener
  void on(BuildingRecorded event) {
    frontDesk.building(event.buildingId());
  }

  @EventListener
  void on(ServiceAreaRecorded event) {
    frontDesk.serviceArea(event.code());
  }

  @EventListener
  void on(PolicyVersionPublished event) {
    frontDesk.policy(event.policyVersionId(), event.inForceFrom());
  }
}
