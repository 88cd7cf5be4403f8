package org.evenhand.reporting.internal;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.evenhand.correspondence.Paper;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.QuarterlyReportView;
import org.evenhand.reporting.RecommendationView;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * A report as a page that everybody can read: each chart has its text alternative and its table
 * beside it, each number its definition. On paper a chart and its table are one: each bar lies
 * under its part, so that nobody has to look from one to the other.
 */
@Component
class ReportPage {

  /** Pixels of the longest bar. */
  private static final int LONGEST = 320;

  private static final int BAR = 26;

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

  /** One line of a table, and the bar that stands for it. */
  public record Line(String label, String number, int width, int top) {
    /** Of the longest bar. */
    public int percent() {
      return Math.max(1, 100 * width / LONGEST);
    }
  }

  /** One table, with its chart where there is something to compare. */
  public record Part(String heading, List<Line> lines, String told, int height, String id) {
    public Part {
      lines = List.copyOf(lines);
    }

    public boolean drawn() {
      return lines.size() > 1;
    }
  }

  /** One measure. */
  public record Section(String name, String definition, String total, List<Part> parts) {
    public Section {
      parts = List.copyOf(parts);
    }
  }

  String html(
      QuarterlyReportView report,
      List<RecommendationView> recommended,
      List<RecommendationView> followedUp,
      Locale locale) {
    return page(report, recommended, followedUp, locale, true);
  }

  byte[] pdf(
      QuarterlyReportView report,
      List<RecommendationView> recommended,
      List<RecommendationView> followedUp,
      Locale locale) {
    return paper.pdf(page(report, recommended, followedUp, locale, false));
  }

  private String page(
      QuarterlyReportView report,
      List<RecommendationView> recommended,
      List<RecommendationView> followedUp,
      Locale locale,
      boolean charts) {
    List<Section> sections =
        Stream.of(Measure.values())
            .map(measure -> section(measure, report.figures(), locale))
            .toList();
    return engine.process(
        "quarterly",
        new Context(
            locale,
            Map.of(
                "report",
                report,
                "period",
                DAY.format(report.quarter().firstDay())
                    + " to "
                    + DAY.format(report.quarter().lastDay()),
                "cutOff",
                MOMENT.format(ZonedDateTime.ofInstant(report.cutOff(), WorkingDays.LONDON)),
                "sections",
                sections.stream()
                    .filter(s -> !s.parts().isEmpty() || !s.total().equals("0"))
                    .toList(),
                "nothing",
                sections.stream()
                    .filter(s -> s.parts().isEmpty() && s.total().equals("0"))
                    .map(Section::name)
                    .toList(),
                "recommended",
                recommended,
                "followedUp",
                followedUp,
                "charts",
                charts)));
  }

  private Section section(Measure measure, List<Figure> figures, Locale locale) {
    List<Figure> of = figures.stream().filter(f -> f.measure() == measure).toList();
    var parts = new ArrayList<Part>();
    var areas =
        serviceAreas.named(
            of.stream().map(Figure::serviceArea).filter(Objects::nonNull).distinct().toList());
    part(
        parts,
        measure,
        "By service",
        "area",
        of.stream().filter(f -> f.axis() == null && f.serviceArea() != null).toList(),
        f -> {
          ServiceAreaCode code = Objects.requireNonNull(f.serviceArea());
          ServiceAreaView area = areas.get(code);
          return area == null ? code.value() : area.name();
        },
        locale);
    for (Axis axis : measure.axes()) {
      part(
          parts,
          measure,
          words.axis(axis, locale),
          axis.name().toLowerCase(Locale.ROOT),
          of.stream().filter(f -> f.axis() == axis && f.serviceArea() == null).toList(),
          f -> words.part(axis, Objects.requireNonNull(f.code()), locale),
          locale);
    }
    String total =
        of.stream()
            .filter(f -> f.axis() == null && f.serviceArea() == null)
            .map(f -> f.number().toPlainString())
            .findFirst()
            .orElse(parts.isEmpty() ? "0" : "");
    return new Section(
        words.name(measure, locale), words.definition(measure, locale), total, parts);
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
    List<Figure> some = figures.stream().filter(f -> f.number().signum() > 0).toList();
    if (some.isEmpty()) {
      return;
    }
    BigDecimal most =
        some.stream().map(Figure::number).max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
    var lines = new ArrayList<Line>();
    some.stream()
        .sorted((a, b) -> b.number().compareTo(a.number()))
        .forEach(
            f ->
                lines.add(
                    new Line(
                        label.of(f),
                        f.number().toPlainString(),
                        Math.max(
                            1, (int) (LONGEST * f.number().doubleValue() / most.doubleValue())),
                        lines.size() * BAR)));
    parts.add(
        new Part(
            heading,
            lines,
            words.chart(
                measure, lines.getFirst().label(), lines.getFirst().number(), lines.size(), locale),
            lines.size() * BAR + 4,
            measure.name().toLowerCase(Locale.ROOT) + "-" + id));
  }
}
