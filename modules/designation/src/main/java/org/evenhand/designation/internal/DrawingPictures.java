package org.evenhand.designation.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.internal.ConductPicture.ContactsByCause;
import org.evenhand.designation.internal.ConductPicture.IncidentsByFamily;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.ContactSummary;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Matters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what an assessor has to see beside what they state (P6.1, P6.3a). */
@Component
public class DrawingPictures {

  private final ContactHistory contacts;
  private final Incidents incidents;
  private final Matters matters;
  private final BehaviourCatalogue behaviours;

  DrawingPictures(
      ContactHistory contacts,
      Incidents incidents,
      Matters matters,
      BehaviourCatalogue behaviours) {
    this.contacts = contacts;
    this.incidents = incidents;
    this.matters = matters;
    this.behaviours = behaviours;
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
    ContactSummary summary = contacts.summary(view.customerId(), first, last);
    List<MatterView> owed = matters.of(view.customerId());
    List<IncidentView> happened =
        incidents.of(view.customerId()).stream()
            .filter(i -> !i.occurredOn().isBefore(first) && !i.occurredOn().isAfter(last))
            .toList();
    Set<LocalDate> days =
        happened.stream().map(IncidentView::occurredOn).collect(Collectors.toSet());
    return new ConductPicture(
        first,
        last,
        summary.total(),
        summary.causedByUs(),
        summary.percentCausedByUs(),
        Arrays.stream(ContactCause.values())
            .map(cause -> new ContactsByCause(cause, summary.byCause().getOrDefault(cause, 0)))
            .toList(),
        summary.usingARight(),
        owed.stream().filter(MatterView::stillOurs).toList(),
        Math.toIntExact(owed.stream().filter(MatterView::standardMissed).count()),
        happened.size(),
        days.size(),
        days.stream().min(LocalDate::compareTo).orElse(null),
        days.stream().max(LocalDate::compareTo).orElse(null),
        byFamily(happened),
        happened.stream()
            .map(IncidentView::serviceArea)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet<ServiceAreaCode>::new)));
  }

  private List<IncidentsByFamily> byFamily(List<IncidentView> happened) {
    Map<String, ConductFamily> families = new HashMap<>();
    for (BehaviourView behaviour : behaviours.all()) {
      if (behaviour.family() != null) {
        families.put(behaviour.code(), behaviour.family());
      }
    }
    Map<@Nullable ConductFamily, Integer> counts = new HashMap<>();
    for (IncidentView incident : happened) {
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
