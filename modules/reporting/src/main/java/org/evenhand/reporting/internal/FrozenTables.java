package org.evenhand.reporting.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.MemberTables.Cell;
import org.evenhand.reporting.MemberTables.Kind;
import org.evenhand.reporting.MemberTables.Row;
import org.evenhand.reporting.MemberTables.Table;
import org.evenhand.reporting.Quarter;

/**
 * What members see of a report as text, made once: comma-separated values as in RFC 4180, a header,
 * one cell a line, row by row; without a number where it is withheld.
 */
final class FrozenTables {

  private static final String HEADER = "quarter,table,service_area,measure,number\r\n";

  private FrozenTables() {}

  static String csv(Quarter quarter, List<Table> tables) {
    return tables.stream()
        .flatMap(
            table ->
                table.rows().stream()
                    .flatMap(row -> row.cells().stream().map(cell -> line(table, row, cell))))
        .map(line -> quarter.firstDay() + "," + line + "\r\n")
        .collect(Collectors.joining("", HEADER, ""));
  }

  private static String line(Table table, Row row, Cell cell) {
    ServiceAreaCode area = row.serviceArea();
    return String.join(
        ",",
        table.kind().name(),
        area == null ? "" : area.value(),
        cell.measure().name(),
        Objects.toString(cell.number(), ""));
  }

  static List<Table> read(String csv) {
    var tables = new LinkedHashMap<Kind, LinkedHashMap<String, List<Cell>>>();
    csv.lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(
            parts ->
                tables
                    .computeIfAbsent(Kind.valueOf(parts[1]), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(parts[2], area -> new ArrayList<>())
                    .add(
                        new Cell(
                            Measure.valueOf(parts[3]),
                            parts[4].isEmpty() ? null : Integer.valueOf(parts[4]))));
    var read = new ArrayList<Table>();
    tables.forEach(
        (kind, rows) ->
            read.add(
                new Table(
                    kind,
                    rows.firstEntry().getValue().stream().map(Cell::measure).toList(),
                    rows.entrySet().stream()
                        .map(
                            row ->
                                new Row(
                                    row.getKey().isEmpty()
                                        ? null
                                        : new ServiceAreaCode(row.getKey()),
                                    row.getValue()))
                        .toList())));
    return read;
  }
}
