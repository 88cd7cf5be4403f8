-- Equality rates are counted with the figures and kept: counted again on another day they would tell
-- what somebody said in between (ADR 37).
alter table reporting.quarterly_report add column equality text not null default '';

alter table reporting.report_document drop constraint report_document_format_check;
alter table reporting.report_document add constraint report_document_format_check
  check (format in ('HTML', 'PDF', 'CSV', 'CSV_SCHEMA', 'ODS'));

-- That somebody on the staff has an interest in a record: it is their own, or of somebody close. They
-- say so themselves; of nobody is more held than that (ADR 37).
create table reporting.interest (
  id uuid primary key,
  version integer not null,
  actor text not null,
  person uuid not null,
  kind text not null check (kind in ('OWN_RECORD', 'FAMILY', 'SAME_ADDRESS', 'CLOSE')),
  declared_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index on reporting.interest (actor, person) where withdrawn_at is null;
