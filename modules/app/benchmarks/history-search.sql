-- What a customer search does in the database: twenty by name with their identifiers, and the read log.
\set n random(1, 100000)
select c.id, c.reference, c.kind, c.name, c.date_of_birth,
       (select jsonb_agg(jsonb_build_array(i.kind, i.value, i.shown, i.confidence) order by i.id)
          from intake.customer_identifier i where i.customer = c.id and i.ended_on is null) as identifiers
  from intake.customer c
 where c.name_key like '%' || split_part((select w.name_key from intake.customer w where w.id = ('00000000-0000-7001-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid), ' ', 1) || '%'
   and c.name_key like '%' || split_part((select w.name_key from intake.customer w where w.id = ('00000000-0000-7001-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid), ' ', 2) || '%'
 order by c.name_key, c.id
 limit 21;
insert into foundation.audit_entry (epoch, at, kind, actor, role, act, object_type, person_id)
select 1, now(), 'R', 'officer', 'OFFICER', 'customers', 'Customer', '00000000-0000-7000-8000-000000000001' from generate_series(1, 20);
