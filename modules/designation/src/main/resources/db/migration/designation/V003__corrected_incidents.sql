-- An incident that a case rested on and that speaks against its customer no more (T27). What was
-- considered stays as it was written; this takes it out again.
create table designation.dropped_incident (
  id uuid primary key,
  consideration uuid not null references designation.consideration,
  incident_id uuid not null,
  concern_id uuid,
  cause text not null check (cause in ('MOVED', 'VOIDED')),
  by_actor text not null,
  at timestamptz not null,
  unique (consideration, incident_id)
);
call foundation.append_only('designation.dropped_incident');

-- A determination looked at again, since something that it rests on turned out otherwise.
create table designation.recheck (
  id uuid primary key,
  version int not null,
  consideration uuid not null references designation.consideration,
  opened_at timestamptz not null,
  outcome text check (outcome in ('STANDS', 'FALLS')),
  reasons text,
  by_actor text,
  decided_at timestamptz,
  known_from timestamptz,
  known_by text,
  check ((outcome is null) = (decided_at is null)),
  check ((outcome is null) = (reasons is null))
);
create unique index rechecked_once on designation.recheck (consideration) where outcome is null;
create index on designation.recheck (consideration, opened_at);
call foundation.track_history('designation.recheck');
