package org.evenhand.reporting.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.Trend;
import org.evenhand.reporting.Trends;
import org.evenhand.reporting.internal.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What changed and what only varies (P4.1, question 16). */
@Controller
class TrendController {

  private final Trends trends;
  private final Words words;
  private final ServiceAreas serviceAreas;
  private final CurrentActor currentActor;
  private final Clock clock;

  TrendController(
      Trends trends,
      Words words,
      ServiceAreas serviceAreas,
      CurrentActor currentActor,
      Clock clock) {
    this.trends = trends;
    this.words = words;
    this.serviceAreas = serviceAreas;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  List<Trend> reportingTrends(
      @Argument @Nullable List<String> measures,
      @Argument @Nullable String serviceArea,
      @Argument @Nullable Axis breakdown,
      @Argument @Nullable String code) {
    Optional<ServiceAreaCode> area = Optional.ofNullable(serviceArea).flatMap(Codes::area);
    if ((serviceArea != null && area.isEmpty()) || ((breakdown == null) != (code == null))) {
      return List.of();
    }
    Set<Measure> asked =
        measures == null
            ? Trends.MEASURES
            : Arrays.stream(Measure.values())
                .filter(measure -> measures.contains(measure.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
    var part = breakdown == null || code == null ? null : new Trend.Part(breakdown, code);
    return trends.of(asked, area.orElse(null), part, currentActor.get(), today());
  }

  @QueryMapping
  List<ServiceAreaView> servicesToFix() {
    List<ServiceAreaCode> codes = trends.toFix(currentActor.get(), today());
    var areas = serviceAreas.named(codes);
    return codes.stream().map(areas::get).filter(Objects::nonNull).toList();
  }

  @QueryMapping
  List<Trends.Need> trainingNeeds(@Argument LocalDate quarter) {
    return trends.needs(Quarter.of(quarter), currentActor.get(), today());
  }

  private LocalDate today() {
    return clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
  }

  @SchemaMapping(typeName = "ReportingTrend", field = "breakdown")
  @Nullable Axis breakdown(Trend trend) {
    return trend.part() == null ? null : trend.part().axis();
  }

  @SchemaMapping(typeName = "ReportingTrend", field = "code")
  @Nullable String code(Trend trend) {
    return trend.part() == null ? null : trend.part().code();
  }

  @SchemaMapping(typeName = "ReportingTrend", field = "label")
  @Nullable String label(Trend trend, Locale locale) {
    return trend.part() == null
        ? null
        : words.part(trend.part().axis(), trend.part().code(), locale);
  }

  @SchemaMapping(typeName = "TrendPoint", field = "month")
  LocalDate month(Trend.Point point) {
    return point.month().atDay(1);
  }

  @SchemaMapping(typeName = "TrainingNeed", field = "label")
  String label(Trends.Need need, Locale locale) {
    return words.part(need.axis(), need.code(), locale);
  }

  @SchemaMapping(typeName = "TrainingNeed", field = "breakdown")
  String breakdown(Trends.Need need) {
    return need.axis().name();
  }

  @BatchMapping(typeName = "ReportingTrend", field = "serviceArea")
  Map<Trend, ServiceAreaView> serviceArea(List<Trend> all) {
    return areas(all, Trend::serviceArea);
  }

  @BatchMapping(typeName = "TrainingNeed", field = "serviceArea")
  Map<Trends.Need, ServiceAreaView> areaOfNeed(List<Trends.Need> all) {
    return areas(all, Trends.Need::serviceArea);
  }

  private <T> Map<T, ServiceAreaView> areas(
      List<T> all, Function<T, @Nullable ServiceAreaCode> whose) {
    var codes = new HashSet<ServiceAreaCode>();
    for (T one : all) {
      ServiceAreaCode code = whose.apply(one);
      if (code != null) {
        codes.add(code);
      }
    }
    var named = serviceAreas.named(codes);
    var found = new HashMap<T, ServiceAreaView>();
    for (T one : all) {
      ServiceAreaCode code = whose.apply(one);
      ServiceAreaView area = code == null ? null : named.get(code);
      if (area != null) {
        found.put(one, area);
      }
    }
    return found;
  }
}
