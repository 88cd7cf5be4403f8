-- :incidents incidents and as many contacts over :years years, and what follows from them, as reporting noted
-- it: ids, days, codes. For measuring only: nothing stands behind them. Facts are made by a rebuild.
\set ON_ERROR_STOP on
set session_replication_role = replica;
delete from reporting.quarterly_report where quarter < date '2021-01-01';
delete from reporting.noted where tags @> array['BENCHMARK:YES'] or subject::text like '00000000-000%-7000-9%';
create temporary table area as
  select code, row_number() over (order by code) - 1 as n, count(*) over () as most from foundation.service_area;
create temporary table day_of as
  select i, date '2011-01-01' + (i::bigint * 365 * :years / :incidents)::int as day,
         timestamptz '2011-01-01 09:00Z' + i * interval '1 second' + (i::bigint * 365 * :years / :incidents)::int * interval '1 day' as at,
         (select code from area where n = i % most) as service_area,
         ('00000000-0000-7000-8000-' || lpad(((i::bigint * 7919) % 50000)::text, 12, '0'))::uuid as person
    from generate_series(1, :incidents) as i;
create function pg_temp.id(kind int, i int) returns uuid immutable return
  ('00000000-000' || kind || '-7000-9000-' || lpad(i::text, 12, '0'))::uuid;
insert into reporting.noted (kind, subject, at, person, service_area, day, tags)
  select 'INCIDENT', pg_temp.id(1, i), at, person, service_area, day,
         array['CHANNEL:' || (array['PHONE', 'EMAIL', 'FACE_TO_FACE', 'POST', 'PORTAL'])[1 + i % 5],
               'BEHAVIOUR:B' || i % 18, 'FAMILY:' || (array['MANNER', 'DEMANDS', 'PERSISTENCE', 'ARGUMENT', 'COOPERATION'])[1 + i % 5]]
         || case when i % 25 = 0 then array['STRAND:RACE'] else '{}' end
    from day_of;
insert into reporting.noted (kind, subject, at, person, service_area, day, flag, tags)
  select 'CONTACT', pg_temp.id(2, i), at, person, service_area, day, i % 3 = 0,
         array['CHANNEL:' || (array['PHONE', 'EMAIL', 'FACE_TO_FACE', 'POST', 'PORTAL'])[1 + i % 5],
               'CAUSE:' || (array['MISSED_STANDARD', 'FIRST_CONTACT', 'SAME_AGAIN'])[1 + i % 3]]
    from day_of;
insert into reporting.noted (kind, subject, at, person, day)
  select 'ATTRIBUTION', pg_temp.id(1, i), at + interval '1 hour', person, day from day_of where i % 50 = 1;
insert into reporting.noted (kind, subject, at, service_area, day)
  select 'CORRECTION', pg_temp.id(1, i), at + interval '2 hours', service_area, day - 1 from day_of where i % 40 = 2;
insert into reporting.noted (kind, subject, at, day)
  select 'VOID', pg_temp.id(1, i), at + interval '3 hours', day from day_of where i % 100 = 3;
insert into reporting.noted (kind, subject, at, person, related, day)
  select 'MERGE', pg_temp.id(3, i), at, person, ('00000000-0000-7000-8000-' || lpad(((i::bigint * 7919 + 1) % 50000)::text, 12, '0'))::uuid, day
    from day_of where i % 2000 = 4;
insert into reporting.noted (kind, subject, at, person, service_area, related, day, due, tags)
  select 'DUTY', pg_temp.id(4, i), at, person, service_area, pg_temp.id(1, i), day, day + 1,
         array[(array['OBLIGATION:POLICE_REPORT', 'OBLIGATION:RECORD_ON_CRM', 'DUTY:CONTACT_DISPOSITION', 'DUTY:REVIEW_RESTRICTION'])[1 + (i / 10) % 4]]
    from day_of where i % 10 = 0;
insert into reporting.noted (kind, subject, at, day)
  select 'DISCHARGE', pg_temp.id(4, i), at + (i % 7) * interval '8 hours', day + (i % 7) / 3 from day_of where i % 10 = 0 and i % 130 <> 0;
insert into reporting.noted (kind, subject, at, related, day, flag, tags)
  select 'ONWARD_REPORT', pg_temp.id(9, i), at + interval '1 day', pg_temp.id(1, i), day + 1, true, array['OBLIGATION:HATE_INCIDENT_REPORT'] from day_of where i % 50 = 0;
insert into reporting.noted (kind, subject, at, person, service_area, day, flag)
  select 'CASE', pg_temp.id(5, i), at, person, service_area, day, i % 4 = 0 from day_of where i % 50 = 0;
insert into reporting.noted (kind, subject, at, person, service_area, day, tags)
  select 'DETERMINATION', pg_temp.id(5, i), at + interval '9 days', person, service_area, day + 9,
         array['CATEGORY:' || (array['UNREASONABLE', 'PERSISTENT_WITH_CAUSE', 'NOT_UNREASONABLE'])[1 + (i / 50) % 3]] from day_of where i % 50 = 0;
insert into reporting.noted (kind, subject, at, person, related, day)
  select 'WARNING', pg_temp.id(6, i), at + interval '10 days', person, pg_temp.id(5, i), day + 10 from day_of where i % 100 = 0;
insert into reporting.noted (kind, subject, at, person, service_area, related, day, tags)
  select kind, pg_temp.id(7, i), at + interval '12 days', person, service_area, pg_temp.id(5, i), day + 12, array['TYPE:evenhand.time-slot', 'NATURE:RESTRICTIVE']
    from day_of, unnest(array['RESTRICTION', 'EFFECT']) as kind where i % 100 = 50;
insert into reporting.noted (kind, subject, at, person, service_area, day, tags)
  select 'ENDING', pg_temp.id(7, i), at + interval '150 days', person, service_area, day + 150, array['ENDING:LIFTED'] from day_of where i % 100 = 50 and i % 1300 <> 50;
insert into reporting.noted (kind, subject, at, person, related, day, flag)
  select 'APPEAL', pg_temp.id(8, i), at + interval '30 days', person, pg_temp.id(5, i), day + 30, true from day_of where i % 500 = 50;
set session_replication_role = origin;
analyze reporting.noted;
