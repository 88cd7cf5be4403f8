package org.evenhand.designation.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Determination;
import org.evenhand.designation.Readiness;
import org.evenhand.designation.Readiness.Need;
import org.evenhand.designation.Representation;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.designation.UnmetSteps;
import org.evenhand.foundation.WorkingDays;
import org.springframework.stereotype.Component;

@Component
class StepsOfCases implements UnmetSteps {

  private final StoredConsiderations stored;
  private final Surroundings surroundings;
  private final WorkingDays workingDays;
  private final Clock clock;

  StepsOfCases(
      StoredConsiderations stored,
      Surroundings surroundings,
      WorkingDays workingDays,
      Clock clock) {
    this.stored = stored;
    this.surroundings = surroundings;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  @Override
  public Map<ConsiderationId, List<String>> of(Collection<ConsiderationId> cases) {
    if (cases.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.instant();
    List<ConsiderationView> views = stored.find(cases);
    Map<ConsiderationId, Facts> facts = surroundings.of(views, now);
    var missing = new LinkedHashMap<ConsiderationId, List<String>>();
    for (ConsiderationView view : views) {
      Facts around = Objects.requireNonNull(facts.get(view.id()));
      List<String> steps =
          view.determination() == null
              ? before(view, around)
              : since(view, view.determination(), around, day(now));
      if (!steps.isEmpty()) {
        missing.put(view.id(), steps);
      }
    }
    return missing;
  }

  private static List<String> before(ConsiderationView view, Facts facts) {
    var steps = new ArrayList<String>();
    Preconditions.of(view, facts).items().stream()
        .filter(Readiness.Item::open)
        .filter(item -> item.need() != Need.PERSISTENCE)
        .map(Readiness.Item::step)
        .forEach(steps::add);
    steps.add("DETERMINATION");
    return steps;
  }

  private List<String> since(
      ConsiderationView view, Determination made, Facts facts, LocalDate today) {
    var steps = new ArrayList<String>();
    if (stillToBeHeard(view.representations(), today)) {
      steps.add("HEARD_AFTERWARDS");
    }
    if (!Preconditions.warned(view, facts.warned())) {
      steps.add("WARNING");
    }
    if (view.adviceOn(AdviceKind.DETERMINED).isEmpty()
        && workingDays.plus(day(made.at()), CaseDuty.WORKING_DAYS_TO_ADVISE).isBefore(today)) {
      steps.add("ADVICE_DETERMINED");
    }
    return steps;
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(WorkingDays.LONDON).toLocalDate();
  }

  private static boolean stillToBeHeard(List<Representation> all, LocalDate today) {
    boolean promised =
        all.stream()
            .filter(r -> r.kind() == RepresentationKind.DISPENSED)
            .map(Representation::byDate)
            .anyMatch(by -> by != null && by.isBefore(today));
    return promised
        && all.stream()
            .map(Representation::kind)
            .noneMatch(
                kind ->
                    switch (kind) {
                      case RECEIVED, DECLINED, NO_REPLY -> true;
                      case INVITED, DISPENSED -> false;
                    });
  }
}
