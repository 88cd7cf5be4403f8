package org.evenhand.reporting.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.correspondence.Paper;
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
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * A report as a page that everybody can read: each chart has its text alternative and its table
 * beside it, each number its definition; what there was none of is named too, in short. On paper a
 * chart and its table are one: each bar lies under its part, so that nobody has to look from one to
 * the other.
 */
@Component
class ReportPage {

  /** Pixels of the longest bar. */
  private static final int LONGEST = 320;

  private static final int BAR = 26;

  /** Where each part has its line, also where there was none of it (question 15). */
  private static final Set<Measure> ONE_BY_ONE =
      EnumSet.of(Measure.FAULTS, Measure.FAULTS_PREVENTED);

  private static final Comparator<Figure> MOST_FIRST =
      Comparator.comparing(Figure::number)
          .reversed()
          .thenComparingInt(
              f -> f.axis() == null ? 0 : Parts.of(f.measure(), f.axis()).indexOf(f.code()))
          .thenComparing(Comparator.naturalOrder());

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

  private final TemplateEngine engine = new TemplateEngine();
  private final Words words;
  private final ServiceAreas serviceAreas;
  private final Paper paper;

  ReportPage(Words words, ServiceAreas serviceAreas, Paper paper) {
    this.words = words;
    this.serviceAreas = serviceAreas;
    this.paper = paper;
    var resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("reports/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(resolver);
  }

  /** One line of a table, and the bar that stands for it; none where there was nothing. */
  public record Line(String label, String number, int width, int top) {
    /** Of the longest bar. */
    public int percent() {
      return width == 0 ? 0 : Math.max(1, 100 * width / LONGEST);
    }
  }

  /**
   * One table, with its chart where there is something to compare.
   *
   * @param none what there was nothing of, where that is not told line by line
   */
  public record Part(
      String heading, List<Line> lines, List<String> none, String told, int height, String id) {
    public Part {
      lines = List.copyOf(lines);
      none = List.copyOf(none);
    }

    public boolean drawn() {
      return lines.stream().filter(line -> line.width() > 0).count() > 1;
    }
  }

  /** One measure. */
  public record Section(String name, String definition, String total, List<Part> parts) {
    public Section {
      parts = List.copyOf(parts);
    }
  }

  /** What a service has more of than the rest of the council. */
  public record NeedLine(String service, String what, String here, String elsewhere) {}

  /** A share by what people said of themselves. */
  public record RateLine(String about, String answer, String people, String share, String range) {}

  String html(ReportReading reading, Locale locale) {
    return page(reading, locale, true);
  }

  byte[] pdf(ReportReading reading, Locale locale) {
    return paper.pdf(page(reading, locale, false));
  }

  private String page(ReportReading reading, Locale locale, boolean charts) {
    QuarterlyReportView report = reading.report();
    List<Figure> figures = report.figures();
    var names =
        new Names(
            serviceAreas.named(
                figures.stream()
                    .map(Figure::serviceArea)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList()));
    Set<ServiceAreaCode> quiet = quiet(figures);
    Map<Measure, List<Figure>> told =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    Figure::measure, () -> new EnumMap<>(Measure.class), Collectors.toList()));
    var sections = new ArrayList<Section>();
    var none = new ArrayList<String>();
    told.forEach(
        (measure, of) -> {
          if (ONE_BY_ONE.contains(measure) || of.stream().anyMatch(f -> f.number().signum() != 0)) {
            sections.add(section(measure, of, quiet, names, locale));
          } else {
            none.add(words.name(measure, locale));
          }
        });
    var values = new HashMap<String, Object>();
    values.put("report", report);
    values.put(
        "period",
        DAY.format(report.quarter().firstDay()) + " to " + DAY.format(report.quarter().lastDay()));
    values.put("cutOff", moment(report.cutOff()));
    values.put("day", DAY);
    values.put("sections", sections);
    values.put("none", none);
    values.put(
        "notTold",
        Stream.of(Measure.values())
            .filter(measure -> !told.containsKey(measure))
            .map(measure -> words.name(measure, locale))
            .toList());
    values.put("quiet", quiet.stream().map(names::of).sorted().toList());
    values.put("needs", needs(reading.trainingNeeds(), names, locale));
    values.put("ratesTold", !reading.rates().isEmpty());
    values.put("rates", rates(reading.rates(), locale));
    values.put("recommended", reading.recommended());
    values.put("followedUp", reading.followedUp());
    values.put("charts", charts);
    return engine.process("quarterly", new Context(locale, values));
  }

  private static String moment(Instant at) {
    return MOMENT.format(at.atZone(WorkingDays.LONDON));
  }

  /** Services of which nothing was counted at all; said once, and not again with each measure. */
  private static Set<ServiceAreaCode> quiet(List<Figure> figures) {
    var quiet = new HashSet<ServiceAreaCode>();
    figures.stream().map(Figure::serviceArea).filter(Objects::nonNull).forEach(quiet::add);
    figures.stream()
        .filter(f -> f.number().signum() != 0 && f.serviceArea() != null)
        .map(Figure::serviceArea)
        .forEach(quiet::remove);
    return quiet;
  }

  private Section section(
      Measure measure,
      List<Figure> figures,
      Set<ServiceAreaCode> quiet,
      Names names,
      Locale locale) {
    var parts = new ArrayList<Part>();
    part(
        parts,
        measure,
        "By service",
        "area",
        figures.stream()
            .filter(f -> f.axis() == null && f.serviceArea() != null)
            .filter(f -> !quiet.contains(f.serviceArea()))
            .toList(),
        f -> names.of(f.serviceArea()),
        locale);
    boolean whole = figures.stream().anyMatch(f -> f.serviceArea() == null);
    boolean several = figures.stream().map(Figure::serviceArea).distinct().count() > 1;
    for (Axis axis : measure.axes()) {
      part(
          parts,
          measure,
          words.axis(axis, locale),
          axis.name().toLowerCase(Locale.ROOT),
          figures.stream()
              .filter(f -> f.axis() == axis && (!whole || f.serviceArea() == null))
              .toList(),
          f ->
              (whole || !several ? "" : names.of(f.serviceArea()) + ": ")
                  + words.numbered(axis, Objects.requireNonNull(f.code()), locale),
          locale);
    }
    return new Section(
        words.name(measure, locale),
        words.definition(measure, locale),
        figures.stream()
            .filter(f -> f.axis() == null && f.serviceArea() == null)
            .map(f -> f.number().toPlainString())
            .findFirst()
            .orElse(""),
        parts);
  }

  /** What services are called. */
  private record Names(Map<ServiceAreaCode, ServiceAreaView> areas) {
    String of(@Nullable ServiceAreaCode code) {
      ServiceAreaView area = code == null ? null : areas.get(code);
      return area == null ? Objects.toString(code, "") : area.name();
    }
  }

  private interface Label {
    String of(Figure figure);
  }

  private void part(
      List<Part> parts,
      Measure measure,
      String heading,
      String id,
      List<Figure> figures,
      Label label,
      Locale locale) {
    boolean oneByOne = ONE_BY_ONE.contains(measure) && id.equals("fault");
    List<Figure> shown =
        figures.stream()
            .filter(f -> oneByOne || f.number().signum() > 0)
            .sorted(MOST_FIRST)
            .toList();
    List<String> none =
        figures.stream().filter(f -> !shown.contains(f)).sorted(MOST_FIRST).map(label::of).toList();
    if (shown.isEmpty() && none.isEmpty()) {
      return;
    }
    double most = shown.stream().mapToDouble(f -> f.number().doubleValue()).max().orElse(0);
    var lines = new ArrayList<Line>();
    shown.forEach(
        f ->
            lines.add(
                new Line(
                    label.of(f),
                    f.number().toPlainString(),
                    f.number().signum() == 0
                        ? 0
                        : Math.max(1, (int) (LONGEST * f.number().doubleValue() / most)),
                    lines.size() * BAR)));
    int bars = (int) lines.stream().filter(line -> line.width() > 0).count();
    parts.add(
        new Part(
            heading,
            lines,
            none,
            bars == 0
                ? ""
                : words.chart(
                    measure, lines.getFirst().label(), lines.getFirst().number(), bars, locale),
            lines.size() * BAR + 4,
            measure.name().toLowerCase(Locale.ROOT) + "-" + id));
  }

  private List<NeedLine> needs(List<Trends.Need> needs, Names names, Locale locale) {
    return needs.stream()
        .map(
            need ->
                new NeedLine(
                    names.of(need.serviceArea()),
                    words.numbered(need.axis(), need.code(), locale),
                    of(need.here(), need.ofHere()),
                    of(need.elsewhere(), need.ofElsewhere())))
        .toList();
  }

  private static String of(long part, long whole) {
    return part + " of " + whole;
  }

  private List<RateLine> rates(List<EqualityRate> rates, Locale locale) {
    return rates.stream()
        .filter(rate -> !rate.withheld())
        .map(
            rate ->
                new RateLine(
                    words.characteristic(rate.characteristic(), locale),
                    words.answer(rate.answer(), locale),
                    String.valueOf(rate.people()),
                    percent(rate.share()) + "%",
                    percent(rate.low()) + " to " + percent(rate.high()) + "%"))
        .toList();
  }

  private static String percent(@Nullable Double share) {
    return String.valueOf(Math.round(100 * Objects.requireNonNull(share)));
  }
}
