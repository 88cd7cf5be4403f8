package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.EqualityRate;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.QuarterlyReportId;
import org.evenhand.reporting.QuarterlyReportView;
import org.evenhand.reporting.QuarterlyReportView.Presentation;
import org.evenhand.reporting.ReportStatus;
import org.evenhand.reporting.Trends;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** PR.1: a report as a page and on paper, for everybody to read. */
class ReportPageTests extends ReportingModuleTest {

  @Autowired ReportPage page;
  @Autowired ReportSheets sheets;
  @Autowired Words words;

  private QuarterlyReportView report() {
    ServiceAreaCode other = newArea(null);
    return new QuarterlyReportView(
        new QuarterlyReportId(UUID.randomUUID()),
        0,
        Quarter.of(TODAY).minus(1),
        ReportStatus.DRAFT,
        NOW,
        null,
        "1.0",
        true,
        null,
        "Contacts rose & <we> caused \u201chalf\u201d of them.",
        List.of(
            Figure.of(Measure.INCIDENTS, null, 42),
            Figure.of(Measure.INCIDENTS, area, 30),
            Figure.of(Measure.INCIDENTS, other, 12),
            new Figure(Measure.INCIDENTS, null, Axis.FAMILY, "MANNER", BigDecimal.valueOf(40)),
            new Figure(Measure.INCIDENTS, null, Axis.FAMILY, "DEMANDS", BigDecimal.valueOf(4)),
            new Figure(
                Measure.INCIDENTS_PER_1000_CONTACTS, null, null, null, new BigDecimal("21.5"))),
        "abc",
        SOMEBODY,
        NOW,
        null,
        null,
        null,
        List.of(),
        null,
        null);
  }

  /** Two services with something, one with nothing, and nothing of much else. */
  private QuarterlyReportView withNone(ServiceAreaCode other, ServiceAreaCode quiet) {
    var figures = new ArrayList<>(report().figures());
    figures.removeIf(f -> f.serviceArea() != null);
    figures.add(Figure.of(Measure.INCIDENTS, area, 42));
    figures.add(Figure.of(Measure.INCIDENTS, other, 0));
    figures.add(Figure.of(Measure.INCIDENTS, quiet, 0));
    figures.add(Figure.of(Measure.CONTACTS, null, 12));
    figures.add(Figure.of(Measure.CONTACTS, area, 0));
    figures.add(Figure.of(Measure.CONTACTS, other, 12));
    for (String family : List.of("PERSISTENCE", "COOPERATION")) {
      figures.add(new Figure(Measure.INCIDENTS, null, Axis.FAMILY, family, BigDecimal.ZERO));
    }
    figures.add(Figure.of(Measure.APPEALS, null, 0));
    figures.add(Figure.of(Measure.FAULTS, null, 3));
    for (Fault fault : Fault.values()) {
      figures.add(
          new Figure(
              Measure.FAULTS,
              null,
              Axis.FAULT,
              fault.name(),
              BigDecimal.valueOf(fault == Fault.F19 ? 3 : 0)));
    }
    return with(report(), figures);
  }

  private static QuarterlyReportView with(QuarterlyReportView v, List<Figure> figures) {
    return new QuarterlyReportView(
        v.id(),
        v.version(),
        v.quarter(),
        ReportStatus.PRESENTED,
        v.cutOff(),
        v.policyVersionId(),
        v.policyLabel(),
        v.policyAdoptedOnly(),
        LocalDate.of(2027, 3, 1),
        v.commentary(),
        figures,
        v.digest(),
        v.draftedBy(),
        v.draftedAt(),
        SOMEBODY,
        NOW,
        "Read.",
        List.of(new Presentation("Leadership team", LocalDate.of(2026, 11, 20), SOMEBODY, NOW)),
        null,
        null);
  }

  /** Of one table: row headings and numbers. */
  private static List<String> rows(Document document, String caption) {
    var tables = document.getElementsByTagName("table");
    for (int i = 0; i < tables.getLength(); i++) {
      var table = (Element) tables.item(i);
      if (table.getElementsByTagName("caption").item(0).getTextContent().equals(caption)) {
        var body = (Element) table.getElementsByTagName("tbody").item(0);
        var found = new ArrayList<String>();
        var rows = body.getElementsByTagName("tr");
        for (int row = 0; row < rows.getLength(); row++) {
          found.add(
              Stream.iterate(rows.item(row).getFirstChild(), Node::getNextSibling)
                  .takeWhile(Objects::nonNull)
                  .filter(Element.class::isInstance)
                  .map(Node::getTextContent)
                  .collect(Collectors.joining(" = ")));
        }
        return found;
      }
    }
    return List.of();
  }

  private static Document parsed(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                html.replaceFirst("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @DisplayName("question 15, PR.1: what there was none of is told, F1 to F20 line by line")
  void tellsWhatThereWasNoneOf() throws Exception {
    ServiceAreaCode other = newArea(null);
    ServiceAreaCode quiet = newArea(null);
    String html = page.html(reading(withNone(other, quiet)), Locale.UK);
    Files.writeString(Path.of("target", "report-none.html"), html);
    Document document = parsed(html);

    assertThat(rows(document, "Incidents: by family of conduct"))
        .containsExactly(
            "How people are treated = 40",
            "What is asked for, of whom, and how fast = 4",
            "None of these: How often the same matter comes back; "
                + "Working together towards an answer = 0");
    assertThat(rows(document, "Incidents: by service"))
        .containsExactly("Area " + area + " = 42", "Area " + other + " = 0");
    assertThat(rows(document, "Contacts: by service"))
        .containsExactly("Area " + other + " = 12", "Area " + area + " = 0");
    assertThat(html)
        .contains("Services in which nothing was counted: Area " + quiet + ".")
        .contains("Presented to Leadership team on 20 November 2026.")
        .contains("to be reviewed by 1 March 2027");
    List<String> faults = rows(document, "Faults in how the policy was followed: by fault");
    assertThat(faults).hasSize(20).startsWith("F19: Contact not answered = 3");
    assertThat(faults.subList(1, 20))
        .allMatch(row -> row.endsWith(" = 0"))
        .extracting(row -> row.substring(0, row.indexOf(':')))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 20).filter(n -> n != 19).mapToObj(n -> "F" + n).toList());
    assertThat(listed(document, "Counted, and none")).containsExactly("Appeals");
    assertThat(listed(document, "Not told"))
        .as("neither none nor some: this report does not say")
        .contains("Warnings", "Share of contacts that we caused")
        .doesNotContain("Appeals", "Incidents");

    byte[] pdf = page.pdf(reading(withNone(other, quiet)), Locale.UK);
    Files.write(Path.of("target", "report-none.pdf"), pdf);
    assertThat(PdfUa.faults(pdf)).isEmpty();
    try (var paperForm = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(paperForm))
          .contains("F20: No warning given 0")
          .contains("Services in which nothing was counted")
          .contains("Counted, and none");
    }
  }

  /** The list under a heading. */
  private static List<String> listed(Document document, String heading) {
    var headings = document.getElementsByTagName("h2");
    for (int i = 0; i < headings.getLength(); i++) {
      if (headings.item(i).getTextContent().equals(heading)) {
        var items = ((Element) headings.item(i).getParentNode()).getElementsByTagName("li");
        return IntStream.range(0, items.getLength())
            .mapToObj(item -> items.item(item).getTextContent())
            .toList();
      }
    }
    return List.of();
  }

  @Test
  @DisplayName("P4.1, P4.2: a head's own part: by kind too, and nothing is called none that is not")
  void aHeadsPart() throws Exception {
    var report =
        with(
            report(),
            List.of(
                Figure.of(Measure.INCIDENTS, area, 3),
                new Figure(Measure.INCIDENTS, area, Axis.FAMILY, "MANNER", BigDecimal.TWO),
                Figure.of(Measure.APPEALS, area, 0),
                new Figure(
                    Measure.OBLIGATIONS, area, Axis.OBLIGATION, "POLICE_REPORT", BigDecimal.ONE)));
    String html = page.html(reading(report), Locale.UK);
    Document document = parsed(html);

    assertThat(rows(document, "Incidents: by family of conduct"))
        .containsExactly("How people are treated = 2");
    assertThat(rows(document, "Duties to report or record: by what must be reported or recorded"))
        .singleElement()
        .satisfies(row -> assertThat(row).endsWith(" = 1"));
    assertThat(listed(document, "Counted, and none")).containsExactly("Appeals");
    assertThat(html).doesNotContain("Whole council: ").doesNotContain("meets everybody alike");
  }

  @Test
  @DisplayName("PR.1, P4.1: training needs and equality rates are read with it, in every form")
  void hasWhatIsReadWithIt() throws Exception {
    var reading =
        new ReportReading(
            report(),
            List.of(
                new Trends.Need(area, Axis.FAMILY, "MANNER", 12, 15, 10, 40, 0.55, 0.93),
                new Trends.Need(area, Axis.FAULT, "F19", 6, 7, 1, 30, 0.49, 0.97)),
            List.of(
                new EqualityRate(EqualityCharacteristic.DISABILITY, "YES", 55, 0.21, 0.12, 0.33),
                new EqualityRate(EqualityCharacteristic.DISABILITY, "NO", null, null, null, null)),
            List.of(),
            List.of());
    Document document = parsed(page.html(reading, Locale.UK));

    assertThat(rows(document, "Training needs by service"))
        .containsExactly(
            "Area " + area + " = How people are treated = 12 of 15 = 10 of 40",
            "Area " + area + " = F19: Contact not answered = 6 of 7 = 1 of 30");
    assertThat(rows(document, "Restrictions by what people said of themselves"))
        .containsExactly("Disability = Yes = 55 = 21% = 12 to 33%");
    byte[] pdf = page.pdf(reading, Locale.UK);
    assertThat(PdfUa.faults(pdf)).isEmpty();
    try (var paperForm = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(paperForm))
          .contains("Where training is needed")
          .contains("12 to 33%");
    }
    var book = new SpreadSheet(new ByteArrayInputStream(sheets.ods(reading, Locale.UK)));
    assertThat(cells(book.getSheet("Training needs")))
        .contains(List.of("Area " + area, "How people are treated", 12.0, 15.0, 10.0, 40.0));
    assertThat(cells(book.getSheet("Training needs")))
        .contains(List.of("Area " + area, "F19: Contact not answered", 6.0, 7.0, 1.0, 30.0));
    assertThat(cells(book.getSheet("Equality rates")))
        .contains(List.of("Disability", "Yes", 55.0, 0.21, 0.12, 0.33))
        .hasSize(3);
    for (EqualityCharacteristic characteristic : EqualityCharacteristic.values()) {
      assertThat(words.characteristic(characteristic, Locale.UK)).doesNotStartWith("equality.");
      assertThat(characteristic.answers())
          .extracting(answer -> words.answer(answer, Locale.UK))
          .noneMatch(said -> said.startsWith("equality."));
    }
  }

  private static ReportReading reading(QuarterlyReportView report) {
    return new ReportReading(report, List.of(), List.of(), List.of(), List.of());
  }

  @Test
  @DisplayName("each chart has a text alternative and its table, each number its definition")
  void everybodyCanReadIt() throws Exception {
    String html = page.html(reading(report()), Locale.UK);

    Path kept = Path.of("target", "report.html");
    Files.writeString(kept, html);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    html.replaceFirst("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
    var charts = document.getElementsByTagName("svg");
    assertThat(charts.getLength()).isEqualTo(2);
    for (int i = 0; i < charts.getLength(); i++) {
      var chart = (Element) charts.item(i);
      assertThat(chart.getAttribute("role")).isEqualTo("img");
      for (String id : chart.getAttribute("aria-labelledby").split(" ")) {
        assertThat(html).contains("id=\"" + id + "\"");
      }
      assertThat(chart.getElementsByTagName("rect").getLength()).isEqualTo(2);
    }
    assertThat(document.getElementsByTagName("caption").getLength()).isEqualTo(2);
    assertThat(html)
        .contains("Contacts rose &amp; &lt;we&gt; caused")
        .contains("How people are treated")
        .contains("the longest is How people are treated with 40")
        .contains("Incidents that happened in the quarter")
        .contains("1 July 2026 to 30 September 2026")
        .contains("21.5")
        .contains("before its approvals are complete")
        .doesNotContain("${")
        .doesNotContain("measure.");
  }

  @Test
  @DisplayName("on paper it has the same numbers and bars, its alternative in words, and PDF/UA-1")
  void isSetForPaper() throws IOException {
    byte[] pdf = page.pdf(reading(report()), Locale.UK);

    Files.write(Path.of("target", "report.pdf"), pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Quarterly report 2026/27 Q2")
          .contains("Whole council: 42")
          .contains("the longest is How people are treated with 40")
          .contains("How people are treated");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Quarterly report 2026/27 Q2");
    }
    assertThat(PdfUa.faults(pdf)).isEmpty();
  }

  private static List<List<Object>> cells(Sheet sheet) {
    return Arrays.stream(sheet.getDataRange().getValues()).map(Arrays::asList).toList();
  }

  @Test
  @DisplayName("as a workbook: what it is, definitions, and a sheet for each table")
  void isAWorkbook() throws IOException {
    QuarterlyReportView report = report();
    byte[] ods = sheets.ods(reading(report), Locale.UK);

    Files.write(Path.of("target", "report.ods"), ods);
    var book = new SpreadSheet(new ByteArrayInputStream(ods));
    assertThat(book.getSheets())
        .extracting(Sheet::getName)
        .containsExactly(
            "About", "Definitions", "Whole council", "By service", "By family of conduct");
    assertThat(cells(book.getSheet("About")))
        .contains(List.of("Quarter", "2026/27 Q2"))
        .contains(List.of("SHA-256 of the figures as comma-separated values", "abc"))
        .contains(List.of("Counted on", "23 November 2026 at 09:00"));
    assertThat(cells(book.getSheet("Definitions"))).hasSize(Measure.values().length + 1);
    assertThat(cells(book.getSheet("Whole council")))
        .contains(List.of("Incidents", 42.0))
        .contains(List.of("Incidents for each thousand contacts", 21.5));
    assertThat(cells(book.getSheet("By service")))
        .contains(List.of("Area " + area, 30.0))
        .hasSize(3);
    assertThat(cells(book.getSheet("By family of conduct")))
        .contains(List.of("Incidents", "Whole council", "How people are treated", 40.0));
  }
}
