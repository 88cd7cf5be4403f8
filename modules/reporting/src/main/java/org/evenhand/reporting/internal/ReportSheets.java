package org.evenhand.reporting.internal;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.EqualityRate;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.QuarterlyReportView;
import org.evenhand.reporting.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A report as a workbook (OpenDocument, ADR 37): what it is, with its cut-off and the digest of its
 * figures; what each measure means; then a sheet for each table. Each sheet is one table that
 * begins at its first cell, with one row of headings.
 */
@Component
class ReportSheets {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

  /** Millimetres. */
  private static final double WIDE = 75;

  private static final BigDecimal NONE = BigDecimal.ZERO;

  private static final double NARROW = 32;
  private static final double WIDEST = 160;

  private final Words words;
  private final Messages messages;
  private final ServiceAreas serviceAreas;

  ReportSheets(Words words, Messages messages, ServiceAreas serviceAreas) {
    this.words = words;
    this.messages = messages;
    this.serviceAreas = serviceAreas;
  }

  byte[] ods(ReportReading reading, Locale locale) {
    QuarterlyReportView report = reading.report();
    var book = new SpreadSheet();
    book.appendSheet(about(report, locale));
    book.appendSheet(definitions(locale));
    book.appendSheet(council(report.figures(), locale));
    services(report.figures(), locale).forEach(book::appendSheet);
    for (Axis axis : Axis.values()) {
      if (report.figures().stream().anyMatch(f -> f.axis() == axis)) {
        book.appendSheet(parts(axis, report.figures(), locale));
      }
    }
    if (!reading.trainingNeeds().isEmpty()) {
      book.appendSheet(needs(reading.trainingNeeds(), locale));
    }
    if (!reading.rates().isEmpty()) {
      book.appendSheet(rates(reading.rates(), locale));
    }
    try (var out = new ByteArrayOutputStream()) {
      book.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sheet about(QuarterlyReportView report, Locale locale) {
    return sheet(
        say("sheet.ABOUT", locale),
        List.of(say("sheet.what", locale), say("sheet.is", locale)),
        List.of(
            List.of(say("sheet.quarter", locale), report.quarter().label()),
            List.of(say("sheet.firstDay", locale), report.quarter().firstDay().toString()),
            List.of(say("sheet.lastDay", locale), report.quarter().lastDay().toString()),
            List.of(
                say("sheet.cutOff", locale),
                MOMENT.format(ZonedDateTime.ofInstant(report.cutOff(), WorkingDays.LONDON))),
            List.of(
                say("sheet.policy", locale), Objects.requireNonNullElse(report.policyLabel(), "")),
            List.of(say("sheet.commentary", locale), report.commentary()),
            List.of(say("sheet.digest", locale), report.digest())),
        List.of(WIDE, WIDEST));
  }

  private Sheet definitions(Locale locale) {
    return sheet(
        say("sheet.DEFINITIONS", locale),
        List.of(
            say("sheet.code", locale), say("sheet.measure", locale), say("sheet.means", locale)),
        Arrays.stream(Measure.values())
            .map(m -> List.<Object>of(m.name(), words.name(m, locale), words.definition(m, locale)))
            .toList(),
        List.of(WIDE, WIDE, WIDEST));
  }

  private Sheet council(List<Figure> figures, Locale locale) {
    Map<Measure, BigDecimal> totals =
        numbers(figures, f -> f.axis() == null && f.serviceArea() == null);
    return sheet(
        say("sheet.COUNCIL", locale),
        List.of(say("sheet.measure", locale), say("sheet.number", locale)),
        Arrays.stream(Measure.values())
            .filter(totals::containsKey)
            .map(m -> List.<Object>of(words.name(m, locale), totals.get(m)))
            .toList(),
        List.of(WIDE, NARROW));
  }

  /** One row for each service, one column for each measure; nothing where there is no service. */
  private Stream<Sheet> services(List<Figure> figures, Locale locale) {
    List<ServiceAreaCode> areas =
        figures.stream()
            .filter(f -> f.axis() == null)
            .map(Figure::serviceArea)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    if (areas.isEmpty()) {
      return Stream.of();
    }
    Map<ServiceAreaCode, ServiceAreaView> named = serviceAreas.named(areas);
    List<Measure> columns =
        Arrays.stream(Measure.values())
            .filter(
                m ->
                    figures.stream()
                        .anyMatch(
                            f -> f.measure() == m && f.axis() == null && f.serviceArea() != null))
            .toList();
    var headings = new ArrayList<String>(List.of(say("sheet.service", locale)));
    columns.forEach(m -> headings.add(words.name(m, locale)));
    var rows = new ArrayList<List<Object>>();
    for (ServiceAreaCode area : areas) {
      Map<Measure, BigDecimal> of =
          numbers(figures, f -> f.axis() == null && area.equals(f.serviceArea()));
      ServiceAreaView view = named.get(area);
      var row = new ArrayList<Object>(List.of(view == null ? area.value() : view.name()));
      columns.forEach(
          m -> row.add(of.containsKey(m) ? of.get(m) : m.unit() == Measure.Unit.COUNT ? NONE : ""));
      rows.add(row);
    }
    var widths = new ArrayList<Double>(Collections.nCopies(columns.size() + 1, NARROW));
    widths.set(0, WIDE);
    return Stream.of(sheet(say("sheet.SERVICES", locale), headings, rows, widths));
  }

  private Sheet parts(Axis axis, List<Figure> figures, Locale locale) {
    Map<ServiceAreaCode, ServiceAreaView> named =
        serviceAreas.named(
            figures.stream()
                .filter(f -> f.axis() == axis)
                .map(Figure::serviceArea)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return sheet(
        words.axis(axis, locale),
        List.of(
            say("sheet.measure", locale),
            say("sheet.service", locale),
            say("sheet.part", locale),
            say("sheet.number", locale)),
        figures.stream()
            .filter(f -> f.axis() == axis)
            .sorted()
            .map(
                f ->
                    List.<Object>of(
                        words.name(f.measure(), locale),
                        name(f.serviceArea(), named, locale),
                        words.numbered(axis, Objects.requireNonNull(f.code()), locale),
                        f.number()))
            .toList(),
        List.of(WIDE, WIDE, WIDE, NARROW));
  }

  private Sheet needs(List<Trends.Need> needs, Locale locale) {
    Map<ServiceAreaCode, ServiceAreaView> named =
        serviceAreas.named(needs.stream().map(Trends.Need::serviceArea).distinct().toList());
    return sheet(
        say("sheet.NEEDS", locale),
        Stream.of("service", "what.more", "here", "ofHere", "elsewhere", "ofElsewhere")
            .map(heading -> say("sheet." + heading, locale))
            .toList(),
        needs.stream()
            .map(
                need ->
                    List.<Object>of(
                        name(need.serviceArea(), named, locale),
                        words.numbered(need.axis(), need.code(), locale),
                        BigDecimal.valueOf(need.here()),
                        BigDecimal.valueOf(need.ofHere()),
                        BigDecimal.valueOf(need.elsewhere()),
                        BigDecimal.valueOf(need.ofElsewhere())))
            .toList(),
        List.of(WIDE, WIDE, NARROW, NARROW, NARROW, NARROW));
  }

  /** Every answer has its line; one without numbers is withheld or was given by nobody. */
  private Sheet rates(List<EqualityRate> rates, Locale locale) {
    return sheet(
        say("sheet.EQUALITY", locale),
        Stream.of("characteristic", "answer", "people", "share", "low", "high")
            .map(heading -> say("sheet." + heading, locale))
            .toList(),
        rates.stream()
            .map(
                rate ->
                    List.<Object>of(
                        words.characteristic(rate.characteristic(), locale),
                        words.answer(rate.answer(), locale),
                        number(rate.people()),
                        number(rate.share()),
                        number(rate.low()),
                        number(rate.high())))
            .toList(),
        List.of(WIDE, WIDE, NARROW, NARROW, NARROW, NARROW));
  }

  private static Object number(@Nullable Number number) {
    return number == null ? "" : new BigDecimal(number.toString());
  }

  private String name(
      @Nullable ServiceAreaCode code, Map<ServiceAreaCode, ServiceAreaView> named, Locale locale) {
    if (code == null) {
      return say("sheet.COUNCIL", locale);
    }
    ServiceAreaView view = named.get(code);
    return view == null ? code.value() : view.name();
  }

  private static Map<Measure, BigDecimal> numbers(List<Figure> figures, Predicate<Figure> which) {
    return figures.stream()
        .filter(which)
        .collect(Collectors.toMap(Figure::measure, Figure::number, (a, b) -> a));
  }

  private static Sheet sheet(
      String name, List<String> headings, List<List<Object>> rows, List<Double> widths) {
    var sheet = new Sheet(name, rows.size() + 1, headings.size());
    var heading = new Style();
    heading.setBold(true);
    heading.setWrap(true);
    var wrapped = new Style();
    wrapped.setWrap(true);
    for (int column = 0; column < headings.size(); column++) {
      sheet.setColumnWidth(column, widths.get(column));
      sheet.getRange(0, column).setValue(headings.get(column));
      sheet.getRange(0, column).setStyle(heading);
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < headings.size(); column++) {
        Object value = rows.get(row).get(column);
        var cell = sheet.getRange(row + 1, column);
        cell.setValue(value instanceof BigDecimal number ? (Object) number.doubleValue() : value);
        if (value instanceof String) {
          cell.setStyle(wrapped);
        }
      }
    }
    return sheet;
  }

  private String say(String key, Locale locale) {
    return messages.say(key, Map.of(), locale);
  }
}
