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
import org.evenhand.spi.Rule;
import org.springframework.stereotype.Component;

/**
 * Whether all that is in force on a person's records together leaves them a way in (P9.3, F3). When
 * something is imposed it is tried beforehand; after a merge it can turn out that there is none.
 */
@Component
public class RouteTogether {

  private final ImposedActions actions;
  private final Customers customers;
  private final Adjustments adjustments;
  private final FrontDeskWriter frontDesk;
  private final Policies policies;
  private final WorkingDays workingDays;
  private final CouncilCalendar calendar;

  RouteTogether(
      ImposedActions actions,
      Customers customers,
      Adjustments adjustments,
      FrontDeskWriter frontDesk,
      Policies policies,
      WorkingDays workingDays) {
    this.actions = actions;
    this.customers = customers;
    this.adjustments = adjustments;
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

  /** For each of these customers that something narrows, with all their records: what is open. */
  public Map<CustomerId, OpenRoute> of(Collection<CustomerId> asked, Instant now) {
    Map<CustomerId, List<CustomerId>> records = customers.recordsUnder(asked);
    Set<CustomerId> all = new LinkedHashSet<>();
    records.values().forEach(all::addAll);
    Map<UUID, List<ImposedAction>> narrowing =
        narrowing(all, now).stream().collect(Collectors.groupingBy(a -> a.decided().customerId()));
    if (narrowing.isEmpty()) {
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
          List<ImposedAction> together =
              theirs.stream()
                  .flatMap(one -> narrowing.getOrDefault(one.value(), List.of()).stream())
                  .toList();
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

  private OpenRoute route(
      List<ImposedAction> together,
      List<AgreedAdjustment> agreed,
      DeskDirectory directory,
      int workingDaysToReachUs,
      LocalDate today) {
    var rules = new ArrayList<RuleInForce>();
    for (ImposedAction action : together) {
      for (Rule rule : StoredForm.rules(action.decided().rules()).rules()) {
        rules.add(
            new RuleInForce(
                action.id(),
                rule,
                action.decided().nature(),
                today.atStartOfDay(WorkingDays.LONDON).toInstant(),
                Standing.end(action),
                true,
                false,
                Bound.CUSTOMER,
                null));
      }
    }
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
