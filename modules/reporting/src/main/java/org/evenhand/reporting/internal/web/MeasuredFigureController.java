package org.evenhand.reporting.internal.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Figures;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.Period;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.internal.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;

/** Every measure with its definition (T23), and what it came to in a quarter. */
@Controller
class MeasuredFigureController {

  private final Figures figures;
  private final Words words;
  private final ServiceAreas serviceAreas;
  private final CurrentActor currentActor;
  private final Clock clock;

  MeasuredFigureController(
      Figures figures,
      Words words,
      ServiceAreas serviceAreas,
      CurrentActor currentActor,
      Clock clock) {
    this.figures = figures;
    this.words = words;
    this.serviceAreas = serviceAreas;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  List<Measure> figureDefinitions() {
    return Arrays.asList(Measure.values());
  }

  @QueryMapping
  List<Figure> quarterFigures(
      @Argument LocalDate quarter, @Argument @Nullable List<String> measures) {
    return chosen(figures.measured(Quarter.of(quarter), currentActor.get(), today()), measures);
  }

  @QueryMapping
  List<Figure> periodFigures(
      @Argument LocalDate from, @Argument LocalDate to, @Argument @Nullable List<String> measures)
      throws BindException {
    Period period =
        Period.between(from, to).orElseThrow(() -> new BindException(this, "periodFigures"));
    return chosen(figures.measured(period, currentActor.get(), today()), measures);
  }

  private LocalDate today() {
    return clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
  }

  private static List<Figure> chosen(List<Figure> figures, @Nullable List<String> measures) {
    return figures.stream()
        .filter(figure -> measures == null || measures.contains(figure.measure().name()))
        .toList();
  }

  @SchemaMapping(typeName = "FigureDefinition", field = "code")
  String code(Measure measure) {
    return measure.name();
  }

  @SchemaMapping(typeName = "FigureDefinition", field = "name")
  String name(Measure measure, Locale locale) {
    return words.name(measure, locale);
  }

  @SchemaMapping(typeName = "FigureDefinition", field = "definition")
  String definition(Measure measure, Locale locale) {
    return words.definition(measure, locale);
  }

  @SchemaMapping(typeName = "FigureDefinition", field = "unit")
  Measure.Unit unit(Measure measure) {
    return measure.unit();
  }

  @SchemaMapping(typeName = "FigureDefinition", field = "breakdowns")
  List<Axis> breakdowns(Measure measure) {
    return measure.axes();
  }

  @SchemaMapping(typeName = "FigureDefinition", field = "oneOfFive")
  boolean oneOfFive(Measure measure) {
    return measure.oneOfFive();
  }

  @SchemaMapping(typeName = "MeasuredFigure", field = "breakdown")
  @Nullable Axis breakdown(Figure figure) {
    return figure.axis();
  }

  @SchemaMapping(typeName = "MeasuredFigure", field = "label")
  @Nullable String label(Figure figure, Locale locale) {
    Axis axis = figure.axis();
    String code = figure.code();
    return axis == null || code == null ? null : words.part(axis, code, locale);
  }

  @SchemaMapping(typeName = "MeasuredFigure", field = "number")
  BigDecimal number(Figure figure) {
    return figure.number();
  }

  @BatchMapping(typeName = "MeasuredFigure", field = "serviceArea")
  Map<Figure, ServiceAreaView> serviceArea(List<Figure> all) {
    var areas =
        serviceAreas.named(
            all.stream().map(Figure::serviceArea).filter(Objects::nonNull).distinct().toList());
    var found = new HashMap<Figure, ServiceAreaView>();
    for (Figure figure : all) {
      ServiceAreaView area = figure.serviceArea() == null ? null : areas.get(figure.serviceArea());
      if (area != null) {
        found.put(figure, area);
      }
    }
    return found;
  }
}
