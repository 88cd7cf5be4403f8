package org.evenhand.restrictions.internal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.internal.ContactOfficers;
import org.evenhand.restrictions.internal.ContactOfficers.Customer;
import org.evenhand.restrictions.internal.ContactOfficers.Queue;
import org.evenhand.restrictions.internal.ContactOfficers.Waiting;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What waits for a single point of contact, for whom, by when (question 4). */
@Controller
class SpocQueueFields {

  private final ContactOfficers contactOfficers;
  private final Customers customers;
  private final Officers officers;
  private final ContactHistory contacts;
  private final AuditTrail auditTrail;

  SpocQueueFields(
      ContactOfficers contactOfficers,
      Customers customers,
      Officers officers,
      ContactHistory contacts,
      AuditTrail auditTrail) {
    this.contactOfficers = contactOfficers;
    this.customers = customers;
    this.officers = officers;
    this.contacts = contacts;
    this.auditTrail = auditTrail;
  }

  @QueryMapping
  Queue spocQueue() {
    return contactOfficers.mine();
  }

  /** Whoever answers for the customer needs to know what to answer; each read is logged (T20). */
  @BatchMapping(typeName = "SpocWaiting", field = "contact")
  Map<Waiting, ContactView> contact(List<Waiting> all) {
    Map<ContactId, ContactView> known =
        contacts.find(all.stream().map(Waiting::contactId).distinct().toList()).stream()
            .collect(Collectors.toMap(ContactView::id, Function.identity()));
    auditTrail.recordRead(
        "spocWaiting.contact",
        "Contact",
        known.values().stream().map(view -> view.customerId().value()).distinct().toList());
    Map<Waiting, ContactView> each = new HashMap<>();
    all.stream()
        .filter(one -> known.containsKey(one.contactId()))
        .forEach(one -> each.put(one, known.get(one.contactId())));
    return each;
  }

  @BatchMapping(typeName = "SpocWaiting", field = "customer")
  Map<Waiting, CustomerView> ofWaiting(List<Waiting> all) {
    Map<CustomerId, CustomerView> known = known(all.stream().map(Waiting::customerId).toList());
    Map<Waiting, CustomerView> each = new HashMap<>();
    all.stream()
        .filter(one -> known.containsKey(one.customerId()))
        .forEach(one -> each.put(one, known.get(one.customerId())));
    return each;
  }

  @BatchMapping(typeName = "SpocCustomer", field = "customer")
  Map<Customer, CustomerView> ofCustomer(List<Customer> all) {
    Map<CustomerId, CustomerView> known = known(all.stream().map(Customer::customerId).toList());
    Map<Customer, CustomerView> each = new HashMap<>();
    all.stream()
        .filter(one -> known.containsKey(one.customerId()))
        .forEach(one -> each.put(one, known.get(one.customerId())));
    return each;
  }

  @BatchMapping(typeName = "SpocCustomer", field = "contactOfficer")
  Map<Customer, OfficerView> contactOfficer(List<Customer> all) {
    return officersOf(all, Customer::officer);
  }

  @BatchMapping(typeName = "SpocCustomer", field = "deputy")
  Map<Customer, OfficerView> deputy(List<Customer> all) {
    return officersOf(all, Customer::deputy);
  }

  private Map<Customer, OfficerView> officersOf(
      List<Customer> all, Function<Customer, OfficerId> which) {
    Map<OfficerId, OfficerView> known =
        officers.named(all.stream().map(which).collect(Collectors.toSet()));
    Map<Customer, OfficerView> each = new HashMap<>();
    all.stream()
        .filter(one -> known.containsKey(which.apply(one)))
        .forEach(one -> each.put(one, known.get(which.apply(one))));
    return each;
  }

  private Map<CustomerId, CustomerView> known(List<CustomerId> ids) {
    return customers.find(ids.stream().distinct().toList()).stream()
        .collect(Collectors.toMap(CustomerView::id, Function.identity()));
  }
}
