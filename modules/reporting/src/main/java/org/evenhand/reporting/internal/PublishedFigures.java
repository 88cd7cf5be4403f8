package org.evenhand.reporting.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Withheld;
import org.evenhand.reporting.IncidentFiguresView;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.MemberTables;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.QuarterlyReports;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Figures by area as elected members see them: the rows of the tables that a published report has
 * for them, and nothing besides (PR.2). Whatever is asked for, a number is the same, so that no two
 * answers can be subtracted.
 */
@Component
class PublishedFigures {

  private final QuarterlyReports reports;

  PublishedFigures(QuarterlyReports reports) {
    this.reports = reports;
  }

  /** Of quarters whose report is published; of all areas where none is named. */
  List<IncidentFiguresView> incidents(
      Collection<ServiceAreaCode> areas, Collection<Quarter> quarters) {
    return quarters.stream()
        .flatMap(quarter -> reports.forMembers(quarter).stream())
        .flatMap(
            tables ->
                tables.tables().stream()
                    .filter(table -> table.kind() == MemberTables.Kind.SERVICE_AREAS)
                    .flatMap(table -> table.rows().stream())
                    .filter(row -> row.serviceArea() != null)
                    .filter(row -> areas.isEmpty() || areas.contains(row.serviceArea()))
                    .map(row -> view(tables.quarter(), row)))
        .toList();
  }

  private static IncidentFiguresView view(Quarter quarter, MemberTables.Row row) {
    var withheld = new ArrayList<Withheld>();
    withheld.add(new Withheld("incidentsOfUnknownPeople", "NOT_IN_THE_TABLES"));
    return new IncidentFiguresView(
        row.serviceArea(),
        quarter,
        shown(row, Measure.INCIDENTS, "incidents", withheld),
        shown(row, Measure.PEOPLE, "people", withheld),
        null,
        shown(row, Measure.CONTACTS, "contacts", withheld),
        shown(row, Measure.CONTACTS_CAUSED_BY_US, "contactsCausedByUs", withheld),
        true,
        withheld);
  }

  private static @Nullable Integer shown(
      MemberTables.Row row, Measure measure, String field, List<Withheld> withheld) {
    for (MemberTables.Cell cell : row.cells()) {
      if (cell.measure() == measure && cell.number() != null) {
        return cell.number();
      }
    }
    withheld.add(new Withheld(field, "SMALL_NUMBER"));
    return null;
  }
}
