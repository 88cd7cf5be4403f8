package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Policies;
import org.evenhand.rules.AgreedAdjustment;
import org.evenhand.rules.Bound;
import org.evenhand.rules.OpenRoute;
import org.evenhand.rules.OpenRouteInput;
import org.evenhand.rules.RuleInForce;
import org.springframework.stereotype.Component;

/**
 * Whether all that is in force on a person's records together, what courts said with it, leaves
 * them a way in (P9.3, F3, T11). When something is imposed it is tried beforehand; after a merge,
 * or when a court has spoken, it can turn out that there is none.
 */
@Component
public class RouteTogether {

  private final ImposedActions actions;
  private final Customers customers;
  private final Adjustments adjustments;
  private final CourtTermsAtDesk courts;
  private final FrontDeskWriter frontDesk;
  private final Policies policies;
  private final WorkingDays workingDays;
  private final CouncilCalendar calendar;

  RouteTogether(
      ImposedActions actions,
      Customers customers,
      Adjustments adjustments,
      CourtTermsAtDesk courts,
      FrontDeskWriter frontDesk,
      Policies policies,
      WorkingDays workingDays) {
    this.actions = actions;
    this.customers = customers;
    this.adjustments = adjustments;
    this.courts = courts;
    this.frontDesk = frontDesk;
    this.policies = policies;
    this.workingDays = workingDays;
    this.calendar = new CouncilCalendar(workingDays);
  }

  /** Actions on any of these records that narrow and have not ended. */
  List<ImposedAction> narrowing(Collection<CustomerId> records, Instant now) {
    return records.isEmpty()
        ? List.of()
        : actions.ofCustomers(records.stream().map(CustomerId::value).toList()).stream()
            .filter(action -> action.narrows() && !Standing.at(action, now).ended())
            .toList();
  }

  /**
   * For each of these customers whom an action or a court narrows, with all their records: what is
   * open.
   */
  public Map<CustomerId, OpenRoute> of(Collection<CustomerId> asked, Instant now) {
    Map<CustomerId, List<CustomerId>> records = customers.recordsUnder(asked);
    Set<CustomerId> all = new LinkedHashSet<>();
    records.values().forEach(all::addAll);
    Map<UUID, List<ImposedAction>> narrowing =
        narrowing(all, now).stream().collect(Collectors.groupingBy(a -> a.decided().customerId()));
    Map<UUID, List<CourtTermsInForce>> ofCourts =
        courts.byRecord(all.stream().map(CustomerId::value).toList());
    if (narrowing.isEmpty() && ofCourts.isEmpty()) {
      return Map.of();
    }
    List<AdjustmentView> agreed =
        adjustments.of(all).stream().filter(a -> a.status() == AdjustmentStatus.AGREED).toList();
    DeskDirectory directory = frontDesk.currentDirectory(workingDays);
    int within =
        policies
            .inForce(now)
            .map(p -> p.figures().get(FigureKey.OPEN_ROUTE))
            .orElse(OpenRouteInput.USUAL_WORKING_DAYS);
    var each = new LinkedHashMap<CustomerId, OpenRoute>();
    records.forEach(
        (customer, theirs) -> {
          var together = new ArrayList<RuleInForce>();
          for (CustomerId one : theirs) {
            ofCourts
                .getOrDefault(one.value(), List.of())
                .forEach(terms -> together.addAll(terms.rulesAt(now)));
            narrowing
                .getOrDefault(one.value(), List.of())
                .forEach(action -> together.addAll(rules(action, now)));
          }
          if (!together.isEmpty()) {
            each.put(
                customer,
                route(
                    together,
                    agreed.stream()
                        .filter(a -> theirs.contains(a.customerId()))
                        .map(FrontDeskWriter::adjustment)
                        .toList(),
                    directory,
                    within,
                    now.atZone(WorkingDays.LONDON).toLocalDate()));
          }
        });
    return each;
  }

  /** Told or not, it is taken to hold from today on. */
  private static List<RuleInForce> rules(ImposedAction action, Instant now) {
    Instant from =
        now.atZone(WorkingDays.LONDON).toLocalDate().atStartOfDay(WorkingDays.LONDON).toInstant();
    return StoredForm.rules(action.decided().rules()).rules().stream()
        .map(
            rule ->
                new RuleInForce(
                    action.id(),
                    rule,
                    action.decided().nature(),
                    from,
                    Standing.end(action),
                    true,
                    false,
                    Bound.CUSTOMER,
                    null))
        .toList();
  }

  private OpenRoute route(
      List<RuleInForce> rules,
      List<AgreedAdjustment> agreed,
      DeskDirectory directory,
      int workingDaysToReachUs,
      LocalDate today) {
    return OpenRoute.check(
        OpenRouteInput.of(rules, agreed, today, calendar.from(today))
            .within(workingDaysToReachUs)
            .until(today.plusMonths(12))
            .buildings(
                directory.buildings().stream()
                    .filter(b -> !b.tenantHomes() && !b.closedForGood(today))
                    .map(DeskDirectory.Building::ref)
                    .collect(Collectors.toSet()))
            .directory(directory));
  }
}
