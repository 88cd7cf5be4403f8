package org.evenhand.designation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.WarningView;
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
  private final FollowUps followUps;
  private final Notices notices;

  Surroundings(
      Customers customers,
      Adjustments adjustments,
      Matters matters,
      Incidents incidents,
      BehaviourCatalogue behaviours,
      ContactHistory contacts,
      FollowUps followUps,
      Notices notices) {
    this.customers = customers;
    this.adjustments = adjustments;
    this.matters = matters;
    this.incidents = incidents;
    this.behaviours = behaviours;
    this.contacts = contacts;
    this.followUps = followUps;
    this.notices = notices;
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
    Warned warned = warnings(view);
    return new Facts(
        customer.kind() == CustomerKind.GROUP ? Set.copyOf(customer.members()) : null,
        known.stream().anyMatch(person -> needsProtection(person, today)),
        undecided(persons),
        warned(view, warned, now),
        warned.warnings().stream()
            .filter(w -> view.id().equals(w.considerationId()))
            .map(WarningView::issuedAt)
            .max(Comparator.naturalOrder())
            .orElse(null),
        warned.namesConduct(Preconditions.allIncidents(view), now),
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

  /**
   * Whether a warning for the same conduct was given and stands: in a group to it as such, or to
   * each bound member for conduct of their own (T15, F20).
   */
  boolean warned(ConsiderationView view, Instant now) {
    return warned(view, warnings(view), now);
  }

  private boolean warned(ConsiderationView view, Warned warned, Instant now) {
    return warned.counts(records(view.customerId()), Preconditions.allIncidents(view), now)
        || (!view.boundMembers().isEmpty()
            && view.boundMembers().stream()
                .allMatch(m -> warned.counts(records(m.memberId()), m.incidentIds(), now)));
  }

  private List<CustomerId> records(CustomerId customer) {
    return customers.recordsOf(customer);
  }

  private Warned warnings(ConsiderationView view) {
    Set<CustomerId> records = new HashSet<>(records(view.customerId()));
    view.boundMembers().forEach(m -> records.addAll(records(m.memberId())));
    List<WarningView> given = followUps.warningsOf(records);
    Set<NoticeId> letters =
        given.stream().flatMap(w -> Stream.ofNullable(w.noticeId())).collect(Collectors.toSet());
    Map<NoticeId, Instant> notified = new HashMap<>();
    if (!letters.isEmpty()) {
      notices
          .find(letters)
          .forEach(
              (id, letter) -> {
                Instant at = letter.notifiedAt();
                if (at != null) {
                  notified.put(id, at);
                }
              });
    }
    Set<IncidentId> named = new HashSet<>(Preconditions.allIncidents(view));
    given.forEach(w -> named.addAll(w.incidentIds()));
    return new Warned(given, notified, families(named, records));
  }

  /**
   * What each incident shows: families of conduct, or the behaviour itself where it has none. One
   * that is void, or turned out to be somebody else's, shows nothing (T27).
   */
  private Map<IncidentId, Set<String>> families(
      Collection<IncidentId> ids, Set<CustomerId> records) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, String> family = new HashMap<>();
    List<IncidentView> found = incidents.find(ids);
    behaviours
        .named(codes(found))
        .values()
        .forEach(b -> family.put(b.code(), b.family() == null ? b.code() : b.family().name()));
    Map<IncidentId, Set<String>> shown = new HashMap<>();
    for (IncidentView incident : found) {
      CustomerId whose = incident.customerId();
      if (incident.voided() != null || whose == null || !records.contains(whose)) {
        continue;
      }
      shown.put(
          incident.id(),
          incident.behaviours().stream()
              .map(code -> family.getOrDefault(code, code))
              .collect(Collectors.toSet()));
    }
    return shown;
  }

  private static List<String> codes(List<IncidentView> found) {
    return found.stream().flatMap(i -> i.behaviours().stream()).distinct().toList();
  }

  private static Facts.Matter matter(MatterView matter) {
    return new Facts.Matter(
        matter.id(), matter.reference(), matter.stillOurs(), matter.decisionBy());
  }

  Map<IncidentId, Facts.Incident> incidents(Collection<IncidentId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<IncidentView> found = incidents.find(ids);
    Set<String> ofManner =
        behaviours.named(codes(found)).values().stream()
            .filter(b -> b.family() == ConductFamily.MANNER)
            .map(BehaviourView::code)
            .filter(code -> !code.equals(COVERT_RECORDING))
            .collect(Collectors.toSet());
    var facts = new HashMap<IncidentId, Facts.Incident>();
    for (IncidentView incident : found) {
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
