package org.evenhand.reporting;

/** In what form a published report is kept. */
public enum ReportFormat {
  /** An accessible page with charts, each with its text alternative and its table beside it. */
  HTML("text/html", "html"),
  /** The same for paper, tagged for assistive technology, with its tables. */
  PDF("application/pdf", "pdf"),
  /** The figures as comma-separated values: what the digest of the report is of. */
  CSV("text/csv", "csv"),
  /** What the columns of the comma-separated values mean, as a table schema. */
  CSV_SCHEMA("application/json", "schema.json"),
  /** The same figures as a workbook (OpenDocument): a sheet for each table, and definitions. */
  ODS("application/vnd.oasis.opendocument.spreadsheet", "ods");

  private final String type;
  private final String ending;

  ReportFormat(String type, String ending) {
    this.type = type;
    this.ending = ending;
  }

  /** The media type. */
  public String type() {
    return type;
  }

  /** How a file's name ends. */
  public String ending() {
    return ending;
  }
}
