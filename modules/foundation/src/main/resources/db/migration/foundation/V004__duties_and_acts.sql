create table foundation.duty (
  id uuid primary key,
  version int not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  person_id uuid,
  owner_role text not null,
  owner_actor text,
  service_area_code text,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  due_on date not null,
  fell_due_at timestamptz,
  discharged_at timestamptz,
  discharged_by text,
  discharge_reference text,
  discharge_reason text,
  known_from timestamptz,
  known_by text
);
create index on foundation.duty (due_at) where discharged_at is null and fell_due_at is null;
create index on foundation.duty (due_on, id) where discharged_at is null;
create index on foundation.duty (subject_id);
create unique index duty_open_once on foundation.duty (kind, subject_id) where discharged_at is null;
call foundation.track_history('foundation.duty');

-- The first successful result of an act under its idempotency key, for 30 days.
create table foundation.idempotent_act (
  actor text not null,
  act text not null,
  key text not null,
  body_digest bytea not null,
  result_id uuid,
  warnings text[] not null default '{}',
  at timestamptz not null,
  primary key (actor, act, key)
);
create index on foundation.idempotent_act (at);
