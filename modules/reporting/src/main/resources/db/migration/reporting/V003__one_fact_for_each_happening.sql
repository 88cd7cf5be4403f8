-- What was noted, of every kind. A note keeps its place in the order in which notes were taken, so
-- that figures can be counted again as of any place (PR.1).
do $$
declare
  c text;
begin
  for c in select conname from pg_constraint where conrelid = 'reporting.noted'::regclass and contype = 'c'
  loop
    execute format('alter table reporting.noted drop constraint %I', c);
  end loop;
end
$$;
alter table reporting.noted rename column caused_by_us to flag;
alter table reporting.noted
  add column position bigint generated always as identity,
  add column related uuid,
  add column due date,
  add column tags text[] not null default '{}';
create unique index on reporting.noted (position);
create index on reporting.noted (subject);

-- One row for each happening, made from what was noted about its subject and made again at will.
create table reporting.fact (
  kind text not null,
  subject uuid not null,
  person uuid,
  service_area text,
  related uuid,
  day date not null,
  quarter date generated always as (date_trunc('quarter', day::timestamp)::date) stored,
  due date,
  until date,
  flag boolean,
  hours integer,
  tags text[] not null default '{}',
  primary key (subject, kind)
);
create index on reporting.fact (quarter, kind, service_area);
create index on reporting.fact (related) where related is not null;
create index on reporting.fact (kind, person) where kind = 'RESTRICTION';
create index on reporting.fact (kind, until);

-- Which record counts as which person, where two turned out to be one.
create table reporting.same_person (
  person uuid primary key,
  counts_as uuid not null
);

insert into reporting.fact (kind, subject, person, service_area, day)
  select 'INCIDENT', incident, person, service_area, day from reporting.incident_fact;
insert into reporting.fact (kind, subject, person, service_area, day, flag)
  select 'CONTACT', contact, person, service_area, day, caused_by_us from reporting.contact_fact;
drop table reporting.incident_fact;
drop table reporting.contact_fact;
