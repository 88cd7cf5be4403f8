package org.evenhand.designation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.WarningView;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.LinkedKind;
import org.evenhand.intake.LinkingMatters;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterKind;
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
  private final LinkingMatters linking;
  private final Incidents incidents;
  private final BehaviourCatalogue behaviours;
  private final ContactHistory contacts;
  private final FollowUps followUps;
  private final Notices notices;

  Surroundings(
      Customers customers,
      Adjustments adjustments,
      Matters matters,
      LinkingMatters linking,
      Incidents incidents,
      BehaviourCatalogue behaviours,
      ContactHistory contacts,
      FollowUps followUps,
      Notices notices) {
    this.customers = customers;
    this.adjustments = adjustments;
    this.matters = matters;
    this.linking = linking;
    this.incidents = incidents;
    this.behaviours = behaviours;
    this.contacts = contacts;
    this.followUps = followUps;
    this.notices = notices;
  }

  Facts of(ConsiderationView view, Instant now) {
    return Objects.requireNonNull(of(List.of(view), now).get(view.id()));
  }

  /** For several cases at once, in as many statements as for one. */
  Map<ConsiderationId, Facts> of(Collection<ConsiderationView> views, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Set<IncidentId> considered = new HashSet<>();
    views.forEach(view -> considered.addAll(Preconditions.allIncidents(view)));
    Map<CustomerId, List<CustomerId>> records = recordsOfAll(views);
    Set<CustomerId> everybody =
        records.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    Map<CustomerId, CustomerView> known =
        customers.find(everybody).stream().collect(Collectors.toMap(CustomerView::id, c -> c));
    Map<ConsiderationId, Warned> warned = warnings(views, records);
    List<AdjustmentView> asked = adjustments.of(everybody);
    List<MatterView> pursued = matters.of(everybody);
    Map<ConsiderationId, Set<MatterId>> linked = pursued.isEmpty() ? Map.of() : linked(views);
    Map<IncidentId, Facts.Incident> shown = incidents(considered);
    var all = new HashMap<ConsiderationId, Facts>();
    for (ConsiderationView view : views) {
      Set<CustomerId> theirs = recordsOf(view, records);
      Set<MatterId> ofCase = linked.getOrDefault(view.id(), Set.of());
      CustomerView customer = known.get(view.customerId());
      if (customer == null) {
        throw new IllegalStateException("a case has a customer");
      }
      Warned given = Objects.requireNonNull(warned.get(view.id()));
      Set<IncidentId> own = Preconditions.allIncidents(view);
      all.put(
          view.id(),
          new Facts(
              customer.kind() == CustomerKind.GROUP ? Set.copyOf(customer.members()) : null,
              theirs.stream()
                  .flatMap(record -> Stream.ofNullable(known.get(record)))
                  .anyMatch(record -> needsProtection(record, today)),
              Math.toIntExact(
                  asked.stream()
                      .filter(a -> a.status() == AdjustmentStatus.REQUESTED)
                      .filter(a -> theirs.contains(a.customerId()))
                      .count()),
              warned(view, given, now),
              given.warnings().stream()
                  .filter(w -> view.id().equals(w.considerationId()))
                  .map(WarningView::issuedAt)
                  .max(Comparator.naturalOrder())
                  .orElse(null),
              given.namesConduct(own, now),
              pursued.stream()
                  .filter(m -> theirs.contains(m.customerId()))
                  .map(m -> matter(m, ofCase.contains(m.id())))
                  .toList(),
              shown.entrySet().stream()
                  .filter(e -> own.contains(e.getKey()))
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
              () ->
                  contacts
                      .summary(view.customerId(), today.minusYears(USUAL_YEARS), today)
                      .percentCausedByUs()));
    }
    return all;
  }

  private static Set<CustomerId> persons(ConsiderationView view) {
    Set<CustomerId> persons = new HashSet<>();
    persons.add(view.customerId());
    view.boundMembers().stream().map(BoundMember::memberId).forEach(persons::add);
    return persons;
  }

  private static boolean needsProtection(CustomerView person, LocalDate today) {
    return person.childOn(today) || person.circumstances().capacityInDoubt();
  }

  /**
   * Whether a warning for the same conduct was given and stands: in a group to it as such, or to
   * each bound member for conduct of their own (T15, F20).
   */
  boolean warned(ConsiderationView view, Instant now) {
    List<ConsiderationView> one = List.of(view);
    return warned(
        view, Objects.requireNonNull(warnings(one, recordsOfAll(one)).get(view.id())), now);
  }

  private static boolean warned(ConsiderationView view, Warned warned, Instant now) {
    return warned.counts(warned.records(view.customerId()), Preconditions.allIncidents(view), now)
        || (!view.boundMembers().isEmpty()
            && view.boundMembers().stream()
                .allMatch(m -> warned.counts(warned.records(m.memberId()), m.incidentIds(), now)));
  }

  /** For each case the warnings of everybody considered in it, on whichever of their records. */
  private Map<ConsiderationId, Warned> warnings(
      Collection<ConsiderationView> views, Map<CustomerId, List<CustomerId>> records) {
    List<WarningView> given =
        followUps.warningsOf(
            records.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    Map<NoticeId, Instant> notified = notified(given);
    Set<IncidentId> named = new HashSet<>();
    views.forEach(v -> named.addAll(Preconditions.allIncidents(v)));
    given.forEach(w -> named.addAll(w.incidentIds()));
    List<Shown> shown = shown(named);
    var all = new HashMap<ConsiderationId, Warned>();
    for (ConsiderationView view : views) {
      var theirs = new HashMap<CustomerId, List<CustomerId>>();
      persons(view).forEach(p -> theirs.put(p, records.getOrDefault(p, List.of(p))));
      Set<CustomerId> of = recordsOf(view, records);
      all.put(
          view.id(),
          new Warned(
              theirs,
              given.stream().filter(w -> of.contains(w.customerId())).toList(),
              notified,
              shown.stream()
                  .filter(s -> of.contains(s.whose()))
                  .collect(Collectors.toMap(Shown::incident, Shown::conduct))));
    }
    return all;
  }

  private Map<CustomerId, List<CustomerId>> recordsOfAll(Collection<ConsiderationView> views) {
    return records(views.stream().flatMap(v -> persons(v).stream()).collect(Collectors.toSet()));
  }

  /** Every record about those considered: what is on one of them counts for the person (T27). */
  private static Set<CustomerId> recordsOf(
      ConsiderationView view, Map<CustomerId, List<CustomerId>> records) {
    return persons(view).stream()
        .flatMap(person -> records.getOrDefault(person, List.of(person)).stream())
        .collect(Collectors.toSet());
  }

  /** The matters that somebody linked to the case, its incidents or its concerns (F16). */
  private Map<ConsiderationId, Set<MatterId>> linked(Collection<ConsiderationView> views) {
    var about = new HashMap<UUID, Set<ConsiderationId>>();
    var cases = new HashSet<UUID>();
    var concerns = new HashSet<UUID>();
    var incidents = new HashSet<UUID>();
    for (ConsiderationView view : views) {
      cases.add(view.id().value());
      view.concernIds().forEach(id -> concerns.add(id.value()));
      Preconditions.allIncidents(view).forEach(id -> incidents.add(id.value()));
      Stream.of(
              Stream.of(view.id().value()),
              view.concernIds().stream().map(ConcernId::value),
              Preconditions.allIncidents(view).stream().map(IncidentId::value))
          .flatMap(ids -> ids)
          .forEach(id -> about.computeIfAbsent(id, i -> new HashSet<>()).add(view.id()));
    }
    var each = new HashMap<ConsiderationId, Set<MatterId>>();
    Stream.of(
            linking.to(LinkedKind.CONSIDERATION, cases),
            linking.to(LinkedKind.CONCERN, concerns),
            linking.to(LinkedKind.INCIDENT, incidents))
        .flatMap(List::stream)
        .forEach(
            link ->
                about
                    .getOrDefault(link.linked(), Set.of())
                    .forEach(
                        id -> each.computeIfAbsent(id, i -> new HashSet<>()).add(link.matterId())));
    return each;
  }

  /** All records about each of these people. */
  private Map<CustomerId, List<CustomerId>> records(Set<CustomerId> people) {
    Map<CustomerId, CustomerId> kept = customers.keptRecords(people);
    Map<CustomerId, List<CustomerId>> under =
        customers.recordsUnder(
            people.stream().map(p -> kept.getOrDefault(p, p)).collect(Collectors.toSet()));
    var all = new HashMap<CustomerId, List<CustomerId>>();
    people.forEach(p -> all.put(p, under.getOrDefault(kept.getOrDefault(p, p), List.of(p))));
    return all;
  }

  private Map<NoticeId, Instant> notified(List<WarningView> given) {
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
    return notified;
  }

  /**
   * What an incident shows: families of conduct, or the behaviour itself where it has none or, like
   * recording, is no sign of the rest of its family (F20, T25).
   */
  private record Shown(IncidentId incident, CustomerId whose, Set<String> conduct) {}

  /** One that is void, or is nobody's any more, shows nothing (T27). */
  private List<Shown> shown(Collection<IncidentId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, String> family = new HashMap<>();
    List<IncidentView> found = incidents.find(ids);
    behaviours
        .named(codes(found))
        .values()
        .forEach(
            b ->
                family.put(
                    b.code(),
                    b.family() == null || b.code().equals(COVERT_RECORDING)
                        ? b.code()
                        : b.family().name()));
    return found.stream()
        .filter(incident -> incident.voided() == null)
        .flatMap(
            incident ->
                Stream.ofNullable(incident.customerId())
                    .map(
                        whose ->
                            new Shown(
                                incident.id(),
                                whose,
                                incident.behaviours().stream()
                                    .map(code -> family.getOrDefault(code, code))
                                    .collect(Collectors.toSet()))))
        .toList();
  }

  private static List<String> codes(List<IncidentView> found) {
    return found.stream().flatMap(i -> i.behaviours().stream()).distinct().toList();
  }

  /** A tenancy lasts; that a case is about one does not say that we owe an answer there. */
  private static Facts.Matter matter(MatterView matter, boolean linked) {
    boolean binds = linked && (matter.standardMissed() || matter.kind() != MatterKind.TENANCY);
    return new Facts.Matter(
        matter.id(), matter.reference(), matter.stillOurs(), binds, matter.decisionBy());
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
                    || incident.behaviours().stream().anyMatch(ofManner::contains),
                incident.identityConfidence() != Confidence.UNCERTAIN));
      }
    }
    return facts;
  }
}
