-- A hundred thousand invented customers with a million contacts, and the matters, concerns, incidents
-- and cases that go with so many. For measuring only, on a database that is thrown away: rows are put
-- in by the set, past triggers and keys. Run again it does nothing.
\set ON_ERROR_STOP on
select count(*) > 0 as loaded from intake.customer where id = '00000000-0000-7001-8000-000000000001' \gset
\if :loaded
  \echo history is loaded
\else
\timing on
begin;
set local session_replication_role = replica;
set local synchronous_commit = off;
set local work_mem = '64MB';
set local maintenance_work_mem = '256MB';

create function pg_temp.id(kind int, n bigint) returns uuid language sql immutable
  as $$ select ('00000000-0000-7' || lpad(to_hex(kind), 3, '0') || '-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create function pg_temp.pick(names text[], n bigint) returns text language sql immutable
  as $$ select names[1 + (hashint8(n)::bigint & 2147483647) % cardinality(names)] $$;

create temp table word on commit drop as select
  array['Aisha','Alan','Amina','Amy','Andrew','Anna','Ben','Beth','Carl','Carol','Chloe','Chris','Daniel','David','Dawn','Derek','Ellie','Emma','Eric','Farah','Fiona','Frank','Gareth','Gemma','George','Grace','Hannah','Harry','Helen','Ian','Imran','Iris','Jack','James','Jane','Jean','Joan','John','Joyce','Karen','Kate','Keith','Kevin','Laura','Lee','Lily','Liam','Linda','Lucy','Maria','Mark','Mary','Megan','Mohammed','Nadia','Neil','Nina','Oliver','Olivia','Pat','Paul','Peter','Priya','Rachel','Ravi','Rita','Robert','Rosa','Ruth','Sam','Sara','Sean','Shaun','Sonia','Steven','Susan','Tariq','Tina','Tom','Vera','Victor','Wendy','William','Yusuf','Zoe'] as first,
  array['Adams','Ahmed','Ali','Allen','Anderson','Bailey','Baker','Barnes','Begum','Bell','Bennett','Brown','Butler','Carter','Chapman','Clark','Collins','Cook','Cooper','Cox','Davies','Davis','Dixon','Edwards','Ellis','Evans','Fisher','Foster','Fox','Graham','Grant','Gray','Green','Griffiths','Hall','Harris','Harrison','Harvey','Hill','Holmes','Hughes','Hunt','Hussain','Jackson','James','Jenkins','Johnson','Jones','Kaur','Kelly','Khan','King','Knight','Lee','Lewis','Lloyd','Marshall','Martin','Mason','Matthews','Miller','Mills','Mitchell','Moore','Morgan','Morris','Murphy','Murray','Owen','Palmer','Parker','Patel','Phillips','Powell','Price','Reid','Reynolds','Richards','Richardson','Roberts','Robinson','Rogers','Rose','Russell','Saunders','Scott','Shaw','Simpson','Singh','Smith','Stevens','Stewart','Taylor','Thomas','Thompson','Turner','Walker','Walsh','Ward','Watson','Webb','White','Wilkinson','Williams','Wilson','Wood','Wright','Young'] as last,
  array['housing','planning','environment','revenues','leisure'] as area,
  array['PHONE','EMAIL','PHONE','WEB_FORM','FACE_TO_FACE','LETTER','PHONE','PORTAL'] as channel,
  array['FIRST_CONTACT','MISSED_STANDARD','PROGRESS_WITHIN_STANDARD','SAME_AGAIN','MISSED_STANDARD','NEW_INFORMATION','FIRST_CONTACT','SAME_AGAIN'] as cause,
  array['OFFENSIVE_REMARKS','DEMANDS_ON_TIME','PARALLEL_APPROACHES','DECISION_NOT_ACCEPTED','REPEATED_WITH_VARIATIONS','COOPERATION_WITHHELD'] as behaviour;

insert into intake.customer (id, version, reference, kind, name, name_key, date_of_birth, elected_member, vulnerable, capacity_in_doubt, registered_on, known_from, known_by)
select pg_temp.id(1, n), 0,
       'C-' || upper(lpad(to_hex(n / 65536), 4, '0')) || '-' || upper(lpad(to_hex(n % 65536), 4, '0')),
       case when n % 50 = 0 then 'ORGANISATION' else 'INDIVIDUAL' end, name, lower(name),
       case when n % 50 <> 0 and n % 7 <> 0 then date '1935-01-01' + (hashint8(n) & 2147483647) % 27000 end,
       false, n % 40 = 0, false, date '2022-01-01' + (n % 1700)::int, now(), 'benchmark'
  from generate_series(1, 100000) n, word w,
  lateral (select pg_temp.pick(w.first, n * 3 + 1) || ' ' || pg_temp.pick(w.last, n * 7 + 2)
    || case when n % 3 = 0 then '-' || pg_temp.pick(w.last, n * 11 + 3) else '' end as name) as called;

insert into intake.customer_identifier (id, version, customer, kind, value, shown, confidence, known_from, known_by)
select pg_temp.id(2, n * 3 + k), 0, pg_temp.id(1, n), kind, value, value, 'PROBABLE', now(), 'benchmark'
  from generate_series(1, 100000) n,
  lateral (values (0, 'TELEPHONE', '+447' || lpad((100000000 + n)::text, 9, '0')),
                  (1, 'EMAIL', 'history' || n || '@example.org'),
                  (2, 'ADDRESS', 'B' || 70 + n % 20 || ' ' || n % 9 || 'AB/' || n % 300 || ' mill lane')) as v(k, kind, value);

-- Most customers ring a few times; two hundred of them have a history of a thousand contacts and more.
create temp table load on commit drop as
select n, pg_temp.id(1, n) as customer,
       case when n <= 200 then 1000 + (n * 37) % 1500 else (hashint8(n * 5) & 2147483647) % 15 end as contacts
  from generate_series(1, 100000) n;

insert into intake.matter (id, version, customer, reference, system, subject, service_area, standard_due, standard_missed, decision_reached_on, decided_by, closing_letter_sent_on, known_from, known_by)
select pg_temp.id(3, l.n * 100 + k), 0, l.customer, 'M-' || l.n || '-' || k, 'casework', 'A matter of record', pg_temp.pick(w.area, l.n + k),
       due, (l.n + k) % 5 = 0,
       case when (l.n + k) % 3 <> 0 then due + ((l.n * k) % 30)::int - 15 end,
       case when (l.n + k) % 3 <> 0 then 'officer-of-record' end,
       case when (l.n + k) % 3 = 1 then due + ((l.n * k) % 30)::int - 10 end,
       now(), 'benchmark'
  from load l, word w, generate_series(1, case when l.n <= 200 then 20 else (l.contacts + 4) / 5 end) k,
  lateral (select date '2024-06-01' + ((l.n * 13 + k * 17) % 850)::int as due) as d;

insert into intake.contact (id, version, customer, matter, service_area, channel, direction, at, cause, statutory_topic, minutes_spent, speaker, note, offers_new_information, disclosed_disability, logged_by, logged_at, known_from, known_by)
select pg_temp.id(4, row_number() over ()), 0, l.customer,
       case when k % 4 <> 0 then pg_temp.id(3, l.n * 100 + 1 + k % case when l.n <= 200 then 20 else (l.contacts + 4) / 5 end) end,
       pg_temp.pick(w.area, l.n + k), pg_temp.pick(w.channel, l.n * 3 + k), case when k % 9 = 0 then 'OUT' else 'IN' end,
       at, pg_temp.pick(w.cause, l.n * 7 + k), case when k % 23 = 0 then 'COMPLAINT' end, 3 + k % 25, 'SELF',
       'Asked how the matter stands and what happens next.', false, false, 'officer-' || k % 40, at, at, 'benchmark'
  from load l, word w, generate_series(1, l.contacts) k,
  lateral (select timestamptz '2023-11-01 08:00Z' + ((l.n * 7919 + k * 104729) % 1500000) * interval '1 minute' as at) as t;

insert into intake.concern (id, version, reference, customer, subject_capacity, service_area, owner_role, summary, reported_by, reported_as, reported_at, status, triaged_at, triaged_by, feedback, known_from, known_by)
select pg_temp.id(5, l.n * 100 + k), 0, 'K-' || upper(lpad(to_hex(l.n), 5, '0')) || '-' || lpad(k::text, 3, '0'), l.customer, 'CUSTOMER', t.area,
       'HEAD_OF_SERVICE', 'Calls about ' || lower(pg_temp.pick(w.last, l.n + k)) || ' house, the boiler and the stairwell', 'officer-' || k, 'OFFICER',
       at, 'ACCEPTED', at + interval '1 day', 'head-of-record', 'Thank you.', at, 'benchmark'
  from load l, word w, generate_series(1, case when l.n <= 200 then 30 when l.n % 4 = 0 then 1 else 0 end) k,
  lateral (select pg_temp.pick(w.area, l.n + k) as area,
    timestamptz '2024-01-10 09:00Z' + ((l.n * 31 + k * 97) % 1000) * interval '1 day' as at) as t;

insert into intake.incident (id, version, concern, customer, service_area, occurred_on, channel, behaviours, affected, minutes_spent, stress, hindered_performance, distress, customer_distressed, account, source_grade, identity_confidence, tested, hate_strands, recorded_by, recorded_at, known_from, known_by)
select pg_temp.id(6, row_number() over ()), 0, c.id, c.customer, c.service_area, c.reported_at::date - k, 'PHONE',
       array[pg_temp.pick(w.behaviour, hashtext(c.reference) + k)], array['STAFF'], 10 + k, true, k = 1, false, false,
       'The call was ended after two requests to speak calmly about the repair of the boiler.', 'FIRST_HAND', 'CONFIRMED', true, '{}',
       'officer-' || k, c.reported_at, c.reported_at, 'benchmark'
  from intake.concern c, word w, generate_series(1, 2) k
 where c.known_by = 'benchmark';

insert into designation.consideration (id, version, reference, customer_id, status, lead_service, other_services, buildings, whole_council, why, opened_at, opened_by, opened_as, determine_by, known_from, known_by)
select pg_temp.id(7, l.n), 0, 'D-' || lpad(l.n::text, 6, '0'), l.customer, 'OPEN', 'housing', '{}', '{}', false,
       'Calls about the boiler, many a day', now() - interval '3 days', 'head-of-record', 'HEAD_OF_SERVICE', current_date + 20, now(), 'benchmark'
  from load l where l.n <= 200;
insert into designation.considered_concern (id, consideration, concern_id)
select pg_temp.id(8, l.n), pg_temp.id(7, l.n), pg_temp.id(5, l.n * 100 + 1) from load l where l.n <= 200;
commit;
vacuum (analyze) intake.customer, intake.customer_identifier, intake.matter, intake.contact, intake.concern, intake.incident, designation.consideration;
\endif
select (select count(*) from intake.customer) as customers, (select count(*) from intake.contact) as contacts,
       (select count(*) from intake.matter) as matters, (select count(*) from intake.incident) as incidents;
