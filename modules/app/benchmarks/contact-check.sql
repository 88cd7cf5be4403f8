-- What the contact check does in the database: the same read, and the same read-log insert.
\set n random(1, 100000)
with given as (
  select g.kind, g.value from unnest(array['REFERENCE', 'EMAIL'], array['B-' || :n, 'bench' || :n || '@example.org']) as g(kind, value)
), hit as (
  select i.customer_id, i.kind,
         i.doubtful or count(*) over (partition by i.kind, i.value) > 1 as shared
    from given g
    join restrictions.front_desk_identifier i on i.kind = g.kind and i.value = g.value
), candidate as (
  select customer_id, array_agg(kind) as matched, coalesce(array_agg(kind) filter (where shared), '{}') as shared
    from hit group by customer_id
   order by count(*) filter (where not shared) desc, count(*) desc, customer_id limit 4
)
select e.revision as edition, null as directory, p.customer_id, p.revision, p.name_key, p.date_of_birth, p.content,
       c.matched, c.shared, null as counted
  from restrictions.front_desk_edition e
  left join (candidate c join restrictions.front_desk_person p on p.customer_id = c.customer_id) on true
 where e.name = 'directory';
insert into foundation.audit_entry (epoch, at, kind, actor, role, act, object_type, person_id)
values (1, now(), 'R', 'officer', 'OFFICER', 'contactCheck', 'Customer', '00000000-0000-7000-8000-000000000001');
