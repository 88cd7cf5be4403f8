package org.evenhand.reporting.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.Figures;
import org.evenhand.reporting.IncidentFiguresView;
import org.evenhand.reporting.Quarter;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class IncidentFiguresController {

  private static final int USUAL_QUARTERS = 5;

  private final Figures figures;
  private final ServiceAreas serviceAreas;
  private final CurrentActor currentActor;
  private final Clock clock;

  IncidentFiguresController(
      Figures figures, ServiceAreas serviceAreas, CurrentActor currentActor, Clock clock) {
    this.figures = figures;
    this.serviceAreas = serviceAreas;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  List<IncidentFiguresView> incidentFigures(
      @Argument @Nullable List<String> serviceAreas, @Argument @Nullable List<LocalDate> quarters) {
    LocalDate today = clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
    List<ServiceAreaCode> areas = areas(serviceAreas);
    if (serviceAreas != null && !serviceAreas.isEmpty() && areas.isEmpty()) {
      return List.of();
    }
    List<Quarter> asked =
        quarters == null || quarters.isEmpty()
            ? Stream.iterate(Quarter.of(today), quarter -> quarter.minus(1))
                .limit(USUAL_QUARTERS)
                .toList()
            : quarters.stream().map(Quarter::of).toList();
    return figures.incidents(areas, asked, currentActor.get(), today);
  }

  /** Codes that can be none name no area. */
  private static List<ServiceAreaCode> areas(@Nullable List<String> codes) {
    return codes == null
        ? List.of()
        : codes.stream().flatMap(code -> parsed(code).stream()).toList();
  }

  private static Optional<ServiceAreaCode> parsed(String code) {
    try {
      return Optional.of(new ServiceAreaCode(code));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  @BatchMapping(typeName = "IncidentFigures", field = "serviceArea")
  Map<IncidentFiguresView, ServiceAreaView> serviceArea(List<IncidentFiguresView> rows) {
    var areas =
        serviceAreas.named(
            rows.stream()
                .map(IncidentFiguresView::serviceArea)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    var found = new HashMap<IncidentFiguresView, ServiceAreaView>();
    for (IncidentFiguresView row : rows) {
      ServiceAreaCode code = row.serviceArea();
      ServiceAreaView area = code == null ? null : areas.get(code);
      if (area != null) {
        found.put(row, area);
      }
    }
    return found;
  }

  @SchemaMapping(typeName = "Quarter", field = "over")
  boolean over(Quarter quarter) {
    return quarter.over(clock.instant().atZone(WorkingDays.LONDON).toLocalDate());
  }
}
