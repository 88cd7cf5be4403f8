-- A hundred thousand invented people on the front desk's own tables, one in ten with the restrictions
-- of the demonstration's first restricted customer. For measuring only: nothing stands behind them.
with model as (
  select content from restrictions.front_desk_person where content like '%"rules"%'
   order by length(content) desc limit 1
), plain as (
  select content from restrictions.front_desk_person where content not like '%"rules"%' limit 1
), people as (
  select n, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id
    from generate_series(1, 100000) n
), person as (
  insert into restrictions.front_desk_person (customer_id, revision, date_of_birth, name_key, counts_contacts, content, records)
  select p.id, nextval('restrictions.front_desk_revision'), date '1950-01-01' + (p.n % 18000), 'bench ' || p.n, false,
         case when p.n % 10 = 0 then model.content else plain.content end, array[p.id]
    from people p, model, plain
  on conflict do nothing
)
insert into restrictions.front_desk_identifier (kind, value, customer_id, doubtful)
select kind, value, id, false from people p,
  lateral (values ('REFERENCE', 'B-' || p.n), ('EMAIL', 'bench' || p.n || '@example.org')) as v(kind, value)
on conflict do nothing;
analyze restrictions.front_desk_person;
analyze restrictions.front_desk_identifier;
