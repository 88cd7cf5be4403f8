-- The forms in which a published report is kept, made when it was published.
create table reporting.report_document (
  report uuid not null references reporting.quarterly_report,
  format text not null check (format in ('HTML', 'PDF', 'CSV', 'CSV_SCHEMA')),
  file uuid not null,
  primary key (report, format)
);
call foundation.append_only('reporting.report_document');
