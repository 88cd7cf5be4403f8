package org.evenhand.designation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Matters;
import org.springframework.stereotype.Component;

/** Gathers from the modules on the left what the rules of a case need to know. */
@Component
class Surroundings {

  /** How far back contacts are counted unless somebody asks for another period. */
  static final int USUAL_YEARS = 2;

  /** Recording is no abuse, so it shows none (T25), though it belongs to the same family. */
  private static final String COVERT_RECORDING = "COVERT_RECORDING";

  private final Customers customers;
  private final Adjustments adjustments;
  private final Matters matters;
  private final Incidents incidents;
  private final BehaviourCatalogue behaviours;
  private final ContactHistory contacts;
  private final PolicyShares policyShares;

  Surroundings(
      Customers customers,
      Adjustments adjustments,
      Matters matters,
      Incidents incidents,
      BehaviourCatalogue behaviours,
      ContactHistory contacts,
      PolicyShares policyShares) {
    this.customers = customers;
    this.adjustments = adjustments;
    this.matters = matters;
    this.incidents = incidents;
    this.behaviours = behaviours;
    this.contacts = contacts;
    this.policyShares = policyShares;
  }

  Facts of(ConsiderationView view, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Set<CustomerId> persons = new HashSet<>();
    persons.add(view.customerId());
    view.boundMembers().stream().map(BoundMember::memberId).forEach(persons::add);
    List<CustomerView> known = customers.find(persons);
    CustomerView customer =
        known.stream()
            .filter(c -> c.id().equals(view.customerId()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a case has a customer"));
    return new Facts(
        customer.kind() == CustomerKind.GROUP ? Set.copyOf(customer.members()) : null,
        known.stream().anyMatch(person -> needsProtection(person, today)),
        undecided(persons),
        warned(view),
        matters.of(persons).stream().map(Surroundings::matter).toList(),
        incidents(Preconditions.allIncidents(view)),
        contacts
            .summary(view.customerId(), today.minusYears(USUAL_YEARS), today)
            .percentCausedByUs());
  }

  private static boolean needsProtection(CustomerView person, LocalDate today) {
    return person.childOn(today) || person.circumstances().capacityInDoubt();
  }

  private int undecided(Set<CustomerId> persons) {
    return Math.toIntExact(
        adjustments.of(persons).stream()
            .filter(a -> a.status() == AdjustmentStatus.REQUESTED)
            .count());
  }

  /** Whether a warning was given: in a group to it as such, or to each bound member (T15, F20). */
  boolean warned(ConsiderationView view) {
    return warned(view.customerId())
        || (!view.boundMembers().isEmpty()
            && view.boundMembers().stream().map(BoundMember::memberId).allMatch(this::warned));
  }

  private boolean warned(CustomerId customer) {
    return policyShares.ofCustomer(customer.value()).stream()
        .anyMatch(PolicyShareView::withWarning);
  }

  private static Facts.Matter matter(MatterView matter) {
    return new Facts.Matter(
        matter.id(), matter.reference(), matter.stillOurs(), matter.decisionBy());
  }

  Map<IncidentId, Facts.Incident> incidents(Collection<IncidentId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Set<String> ofManner =
        behaviours.all().stream()
            .filter(b -> b.family() == ConductFamily.MANNER)
            .map(BehaviourView::code)
            .filter(code -> !code.equals(COVERT_RECORDING))
            .collect(Collectors.toSet());
    var facts = new HashMap<IncidentId, Facts.Incident>();
    for (IncidentView incident : incidents.find(ids)) {
      CustomerId whose = incident.customerId();
      if (whose != null && incident.stands()) {
        facts.put(
            incident.id(),
            new Facts.Incident(
                whose,
                incident.serviceArea(),
                incident.occurredOn(),
                incident.assault() != null
                    || !incident.hateStrands().isEmpty()
                    || incident.behaviours().stream().anyMatch(ofManner::contains)));
      }
    }
    return facts;
  }
}
