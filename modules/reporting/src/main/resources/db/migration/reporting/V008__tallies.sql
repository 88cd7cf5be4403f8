-- All of history at once takes longer than a statement may take elsewhere.
set local statement_timeout = 0;

-- What happens often is tallied as it is noted, so that a quarter is read and not counted (ADR 36):
-- each row is a sum over facts, moved by what its fact was and is now. Slots let several move the same sum at once.
create table reporting.tally (
  month date not null,
  kind text not null,
  -- empty for none
  service_area text not null,
  -- empty for the total
  tag text not null,
  slot smallint not null,
  number bigint not null,
  flagged bigint not null,
  nobodys bigint not null,
  primary key (month, kind, service_area, tag, slot)
) with (fillfactor = 70);

-- Of whom there are facts in a quarter, and how many; two records of one person are one.
create table reporting.person_tally (
  quarter date not null,
  kind text not null,
  -- empty for none, * for the whole council
  service_area text not null,
  person uuid not null,
  number bigint not null,
  primary key (quarter, kind, service_area, person)
);

-- How many people that is.
create table reporting.people_tally (
  quarter date not null,
  kind text not null,
  service_area text not null,
  slot smallint not null,
  people bigint not null,
  primary key (quarter, kind, service_area, slot)
) with (fillfactor = 70);

insert into reporting.tally
  select date_trunc('month', f.day::timestamp)::date, f.kind, coalesce(f.service_area, ''), t.tag, 0,
         count(*), count(*) filter (where f.flag), count(*) filter (where f.person is null)
    from reporting.fact f, unnest(array_append(f.tags, '')) as t (tag)
   where f.kind in ('INCIDENT', 'HATE_INCIDENT', 'CONTACT')
   group by 1, 2, 3, 4;
insert into reporting.person_tally
  select f.quarter, f.kind, p.place, coalesce(s.counts_as, f.person), count(*)
    from reporting.fact f
    left join reporting.same_person s on s.person = f.person
    cross join unnest(array[coalesce(f.service_area, ''), '*']) as p (place)
   where f.kind in ('INCIDENT', 'CONTACT') and f.person is not null
   group by 1, 2, 3, 4;
insert into reporting.people_tally
  select quarter, kind, service_area, 0, count(*) from reporting.person_tally group by 1, 2, 3;

-- What is counted when it is read is found by its day, not by its history.
create index on reporting.fact using gist (daterange(day, until)) where kind = 'IN_FORCE';
create index on reporting.fact (due) where kind = 'DUTY';
create index on reporting.fact (until) where kind = 'DUTY';
create index on reporting.fact (person, kind) where person is not null;
create index on reporting.fact (quarter, kind) where kind not in ('INCIDENT', 'HATE_INCIDENT', 'CONTACT');
drop index reporting.fact_kind_until_idx;
drop index reporting.fact_kind_person_idx;
drop index reporting.fact_quarter_kind_service_area_idx;
create index on reporting.fact (day) where kind = 'FINDING';
