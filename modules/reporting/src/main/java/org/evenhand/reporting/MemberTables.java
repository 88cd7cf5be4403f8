package org.evenhand.reporting;

import java.time.Instant;
import java.util.List;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may see of a published report: a fixed set of tables, without filters, each number
 * rounded down to a multiple of the policy's small number, small ones withheld (PR.2). It is made
 * once, when the report is published, and kept.
 *
 * @param small what numbers are rounded down to a multiple of
 * @param csv the tables as they are kept, as comma-separated values
 * @param digest SHA-256 of these, in hexadecimal
 */
public record MemberTables(
    Quarter quarter,
    Instant publishedAt,
    int small,
    List<Table> tables,
    String csv,
    String digest) {

  /** Which tables there are. */
  public enum Kind {
    /** Incidents and contacts by service area, and for the whole council. */
    SERVICE_AREAS,
    /** Cases, warnings, restrictions and appeals of the whole council. */
    COUNCIL
  }

  /** Rows that have the same columns. */
  public record Table(Kind kind, List<Measure> columns, List<Row> rows) {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param serviceArea null for the whole council
   */
  public record Row(@Nullable ServiceAreaCode serviceArea, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * @param number null where it is withheld
   */
  public record Cell(Measure measure, @Nullable Integer number) {}

  public MemberTables {
    tables = List.copyOf(tables);
  }
}
