-- Who besides the customer was told of a restriction, and who of them knows of its end (F11).
create table restrictions.telling (
  id uuid primary key,
  version int not null,
  restriction_id uuid not null references restrictions.imposed,
  told text not null check (told in ('SERVICE_AREA', 'PROVIDER', 'BUILDING', 'OFFICER')),
  told_key text not null,
  told_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  end_told_at timestamptz,
  end_acknowledged_at timestamptz,
  end_acknowledged_by text,
  known_from timestamptz,
  known_by text,
  unique (restriction_id, told, told_key),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check ((end_acknowledged_at is null) = (end_acknowledged_by is null)),
  check (end_acknowledged_at is null or end_told_at is not null)
);
create index on restrictions.telling (told, told_key) where end_acknowledged_at is null;
call foundation.track_history('restrictions.telling');

-- What is in force already was told to the services and buildings that it names.
insert into restrictions.telling (id, version, restriction_id, told, told_key, told_at)
select gen_random_uuid(), 0, i.id, 'SERVICE_AREA', a.code, i.effective_from
  from restrictions.imposed i, unnest(i.service_areas || i.lead_service) as a(code)
 where i.status in ('IN_FORCE', 'SUSPENDED') and i.nature <> 'SUPPORTIVE' and i.effective_from is not null
on conflict do nothing;
insert into restrictions.telling (id, version, restriction_id, told, told_key, told_at)
select gen_random_uuid(), 0, i.id, 'BUILDING', b.id, i.effective_from
  from restrictions.imposed i, unnest(i.buildings) as b(id)
 where i.status in ('IN_FORCE', 'SUSPENDED') and i.nature <> 'SUPPORTIVE' and i.effective_from is not null
on conflict do nothing;
