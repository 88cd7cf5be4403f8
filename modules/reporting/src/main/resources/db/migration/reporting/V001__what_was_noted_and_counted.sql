-- What reporting heard of, as it heard it: ids, days and codes, nothing that names anybody. Figures
-- are counted from here alone, so they stay what they are when personal records are erased.
create table reporting.noted (
  kind text not null,
  subject uuid not null,
  at timestamptz not null,
  person uuid,
  service_area text,
  day date,
  caused_by_us boolean,
  primary key (kind, subject, at),
  check (kind in ('INCIDENT', 'ATTRIBUTION', 'CONTACT')),
  check (kind = 'ATTRIBUTION' or day is not null)
);
call foundation.append_only('reporting.noted');

-- One row for each incident, made from what was noted about it and made again at will.
create table reporting.incident_fact (
  incident uuid primary key,
  person uuid,
  service_area text,
  day date not null,
  quarter date not null
);
create index on reporting.incident_fact (quarter, service_area);

-- One row for each contact that a customer made.
create table reporting.contact_fact (
  contact uuid primary key,
  person uuid not null,
  service_area text not null,
  day date not null,
  quarter date not null,
  caused_by_us boolean not null
);
create index on reporting.contact_fact (quarter, service_area);
