package org.evenhand.designation.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.PatternContributor;
import org.evenhand.designation.Tried;
import org.evenhand.designation.TriedKind;
import org.evenhand.designation.internal.ConductPicture.ContactsByCause;
import org.evenhand.designation.internal.ConductPicture.ContactsByMonth;
import org.evenhand.designation.internal.ConductPicture.InService;
import org.evenhand.designation.internal.ConductPicture.IncidentsByFamily;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.Histories;
import org.evenhand.intake.History;
import org.evenhand.intake.History.ContactsOfMonth;
import org.evenhand.intake.History.Happened;
import org.evenhand.intake.MatterView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what an assessor has to see beside what they state (P6.1, P6.3a). */
@Component
public class DrawingPictures {

  private final Customers customers;
  private final Histories histories;
  private final BehaviourCatalogue behaviours;
  private final PolicyShares policyShares;
  private final StoredConsiderations stored;
  private final FollowUps followUps;
  private final ObjectProvider<PatternContributor> contributors;

  DrawingPictures(
      Customers customers,
      Histories histories,
      BehaviourCatalogue behaviours,
      PolicyShares policyShares,
      StoredConsiderations stored,
      FollowUps followUps,
      ObjectProvider<PatternContributor> contributors) {
    this.customers = customers;
    this.histories = histories;
    this.behaviours = behaviours;
    this.policyShares = policyShares;
    this.stored = stored;
    this.followUps = followUps;
    this.contributors = contributors;
  }

  /**
   * @param from null for two years before the last day
   * @param until null for today
   */
  public ConductPicture of(
      ConsiderationView view,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      LocalDate today) {
    LocalDate last = until == null ? today : until;
    LocalDate first = from == null ? last.minusYears(Surroundings.USUAL_YEARS) : from;
    List<CustomerId> records = customers.recordsOf(view.customerId());
    History history = histories.of(view.customerId(), first, last);
    List<ContactsOfMonth> contacts = history.contacts();
    int counted = sum(contacts, ContactsOfMonth::counted);
    int causedByUs = sum(contacts, ContactsOfMonth::causedByUs);
    List<Happened> happened = history.incidents();
    List<Tried> tried = tried(records, history, today);
    return new ConductPicture(
        first,
        last,
        counted,
        causedByUs,
        counted == 0 ? 0 : Math.toIntExact(Math.round(100.0 * causedByUs / counted)),
        byCause(contacts),
        byMonth(contacts),
        sum(contacts, ContactsOfMonth::usingARight),
        history.matters().stream().filter(MatterView::stillOurs).toList(),
        Math.toIntExact(history.matters().stream().filter(MatterView::standardMissed).count()),
        happened.size(),
        Math.toIntExact(happened.stream().map(Happened::on).distinct().count()),
        happened.stream().map(Happened::on).min(LocalDate::compareTo).orElse(null),
        happened.stream().map(Happened::on).max(LocalDate::compareTo).orElse(null),
        byFamily(happened),
        happened.stream()
            .map(Happened::service)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet<ServiceAreaCode>::new)),
        tried,
        crossService(view, stored.briefly(records), happened, tried));
  }

  private static int sum(Collection<ContactsOfMonth> contacts, ToIntFunction<ContactsOfMonth> of) {
    return contacts.stream().mapToInt(of).sum();
  }

  private static List<ContactsByCause> byCause(Collection<ContactsOfMonth> contacts) {
    return Arrays.stream(ContactCause.values())
        .map(
            cause ->
                new ContactsByCause(
                    cause,
                    contacts.stream()
                        .filter(c -> c.cause() == cause)
                        .mapToInt(ContactsOfMonth::counted)
                        .sum()))
        .toList();
  }

  private static List<ContactsByMonth> byMonth(List<ContactsOfMonth> contacts) {
    Map<YearMonth, List<ContactsOfMonth>> months =
        contacts.stream()
            .collect(
                Collectors.groupingBy(ContactsOfMonth::month, TreeMap::new, Collectors.toList()));
    return months.entrySet().stream()
        .map(
            e ->
                new ContactsByMonth(
                    e.getKey().atDay(1),
                    sum(e.getValue(), ContactsOfMonth::counted),
                    sum(e.getValue(), ContactsOfMonth::causedByUs),
                    sum(e.getValue(), ContactsOfMonth::usingARight),
                    byCause(e.getValue())))
        .toList();
  }

  /** What this module and those to its left know, and what those to its right contribute. */
  private List<Tried> tried(List<CustomerId> records, History history, LocalDate today) {
    FollowUps.OfPerson ours = followUps.ofPerson(records);
    Stream<Tried> own =
        Stream.of(
                ours.warnings().stream().map(WhatWasTried::warning),
                ours.monitoring().stream().map(m -> WhatWasTried.monitoring(m, today)),
                ours.meetings().stream().map(WhatWasTried::meeting),
                history.adjustments().stream().map(WhatWasTried::adjustment),
                policyShares.ofCustomers(records.stream().map(CustomerId::value).toList()).stream()
                    .filter(share -> !share.withWarning())
                    .map(WhatWasTried::policyShared))
            .flatMap(s -> s);
    Stream<Tried> others = contributors.orderedStream().flatMap(c -> c.tried(records).stream());
    return Stream.concat(own, others)
        .sorted(Comparator.comparing(Tried::on).reversed().thenComparing(Tried::kind))
        .toList();
  }

  private static List<InService> crossService(
      ConsiderationView view,
      List<StoredConsiderations.Brief> cases,
      List<Happened> happened,
      List<Tried> tried) {
    Set<ServiceAreaCode> services = new TreeSet<>(view.scope().services());
    happened.stream().flatMap(h -> Stream.ofNullable(h.service())).forEach(services::add);
    cases.forEach(c -> services.add(c.leadService()));
    tried.stream()
        .filter(Tried::standing)
        .flatMap(t -> Stream.ofNullable(t.service()))
        .forEach(services::add);
    return services.stream()
        .map(
            service -> {
              List<LocalDate> days =
                  happened.stream()
                      .filter(h -> service.equals(h.service()))
                      .map(Happened::on)
                      .toList();
              long open =
                  cases.stream()
                      .filter(c -> c.leadService().equals(service))
                      .filter(c -> c.status() != ConsiderationStatus.CLOSED)
                      .count();
              long standing =
                  tried.stream()
                      .filter(t -> t.standing() && aboutBehaviour(t.kind()))
                      .filter(t -> service.equals(t.service()))
                      .count();
              return new InService(
                  service,
                  service.equals(view.leadService()),
                  days.size(),
                  days.stream().max(LocalDate::compareTo).orElse(null),
                  Math.toIntExact(open),
                  Math.toIntExact(standing));
            })
        .toList();
  }

  private static boolean aboutBehaviour(TriedKind kind) {
    return switch (kind) {
      case SUPPORTIVE_ACTION, RESTRICTIVE_ACTION, SAFETY_MEASURE -> true;
      case POLICY_SHARED, WARNING, MONITORING, STRATEGY_MEETING, ADJUSTMENT, APPEAL -> false;
    };
  }

  private List<IncidentsByFamily> byFamily(List<Happened> happened) {
    Map<String, ConductFamily> families = new HashMap<>();
    List<String> codes = happened.stream().flatMap(h -> h.behaviours().stream()).toList();
    for (BehaviourView behaviour : behaviours.named(codes).values()) {
      if (behaviour.family() != null) {
        families.put(behaviour.code(), behaviour.family());
      }
    }
    Map<@Nullable ConductFamily, Integer> counts = new HashMap<>();
    for (Happened incident : happened) {
      Set<@Nullable ConductFamily> touched = new HashSet<>();
      incident.behaviours().forEach(code -> touched.add(families.get(code)));
      touched.forEach(family -> counts.merge(family, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .map(e -> new IncidentsByFamily(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingInt(IncidentsByFamily::incidents)
                .reversed()
                .thenComparing(f -> String.valueOf(f.family())))
        .toList();
  }
}
