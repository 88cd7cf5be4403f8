package org.evenhand.reporting.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Considerations;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.Impact;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.springframework.stereotype.Component;

/** What a decision was about, as it was on record when it was made: by this, cases are alike. */
@Component
class ConductConsidered {

  private final Considerations considerations;
  private final Incidents incidents;
  private final BehaviourCatalogue catalogue;

  ConductConsidered(
      Considerations considerations, Incidents incidents, BehaviourCatalogue catalogue) {
    this.considerations = considerations;
    this.incidents = incidents;
    this.catalogue = catalogue;
  }

  /**
   * @param families of conduct, as codes
   * @param impact the gravest of what it did, as a code
   */
  record Conduct(Set<String> families, String impact) {
    Conduct {
      families = Set.copyOf(families);
    }
  }

  Conduct of(ConsiderationId id) {
    Set<IncidentId> about = new HashSet<>();
    considerations
        .find(id)
        .ifPresent(
            view -> {
              about.addAll(view.incidentIds());
              view.boundMembers().stream().map(BoundMember::incidentIds).forEach(about::addAll);
            });
    List<IncidentView> all =
        about.isEmpty()
            ? List.of()
            : incidents.find(about).stream().filter(IncidentView::stands).toList();
    return new Conduct(families(all), gravest(all));
  }

  private Set<String> families(List<IncidentView> all) {
    List<String> behaviours =
        all.stream().map(IncidentView::behaviours).flatMap(Collection::stream).distinct().toList();
    var families = new HashSet<String>();
    if (!behaviours.isEmpty()) {
      catalogue.named(behaviours).values().stream()
          .map(BehaviourView::family)
          .filter(Objects::nonNull)
          .map(Enum::name)
          .forEach(families::add);
    }
    return families;
  }

  private static String gravest(List<IncidentView> all) {
    if (all.stream().anyMatch(incident -> incident.assault() != null)) {
      return "ASSAULT";
    }
    List<Impact> impacts = all.stream().map(IncidentView::impact).toList();
    if (impacts.stream().anyMatch(impact -> impact.distress() || impact.stress())) {
      return "DISTRESS";
    }
    return impacts.stream().anyMatch(Impact::hinderedPerformance) ? "HINDRANCE" : "NOT_SAID";
  }
}
