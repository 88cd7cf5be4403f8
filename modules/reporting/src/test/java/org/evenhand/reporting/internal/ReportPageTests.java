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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.QuarterlyReportId;
import org.evenhand.reporting.QuarterlyReportView;
import org.evenhand.reporting.ReportStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** PR.1: a report as a page and on paper, for everybody to read. */
class ReportPageTests extends ReportingModuleTest {

  @Autowired ReportPage page;
  @Autowired ReportSheets sheets;

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

  @Test
  @DisplayName("each chart has a text alternative and its table, each number its definition")
  void everybodyCanReadIt() throws Exception {
    String html = page.html(report(), List.of(), List.of(), Locale.UK);

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
    byte[] pdf = page.pdf(report(), List.of(), List.of(), Locale.UK);

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
    byte[] ods = sheets.ods(report, Locale.UK);

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
