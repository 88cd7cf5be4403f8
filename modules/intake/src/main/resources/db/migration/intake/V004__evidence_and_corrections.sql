-- An incident that should never have stood: it stays readable and counts nowhere (T27).
alter table intake.incident add column voided_at timestamptz;
alter table intake.incident add column voided_by text;
alter table intake.incident add column void_reason text;
alter table intake.incident_history add column voided_at timestamptz;
alter table intake.incident_history add column voided_by text;
alter table intake.incident_history add column void_reason text;
alter table intake.incident add check ((voided_at is null) = (void_reason is null));

-- What was put right about an incident, and why. What it said before stands in its history.
create table intake.correction (
  id uuid primary key,
  version int not null,
  incident uuid not null references intake.incident,
  kind text not null check (kind in ('CORRECTED', 'MOVED', 'VOIDED')),
  reason text not null,
  customer_before uuid,
  customer_after uuid,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
create index on intake.correction (incident);
create index on intake.correction (customer_before);
call foundation.track_history('intake.correction');

-- A customer says that something on record is not so. Their words stay as they are.
create table intake.accuracy_challenge (
  id uuid primary key,
  version int not null,
  customer uuid not null references intake.customer,
  subject_type text not null,
  subject_id uuid not null,
  service_area text,
  recorded_by text not null,
  words text not null,
  received_on date not null,
  taken_by text not null,
  taken_at timestamptz not null,
  decide_by date not null,
  outcome text check (outcome in ('CORRECTED', 'NOTED_BESIDE', 'NOT_CHANGED')),
  reasons text,
  decided_by text,
  decided_at timestamptz,
  known_from timestamptz,
  known_by text,
  check ((outcome is null) = (decided_at is null)),
  check ((outcome is null) = (reasons is null))
);
create index on intake.accuracy_challenge (subject_id);
create index on intake.accuracy_challenge (customer);
create index on intake.accuracy_challenge (taken_at desc, id desc);
create unique index accuracy_challenged_once on intake.accuracy_challenge (subject_id) where outcome is null;
call foundation.track_history('intake.accuracy_challenge');

-- Somebody who was told what turned out otherwise, and is to be told that (T27).
create table intake.correction_telling (
  id uuid primary key,
  version int not null,
  correction uuid references intake.correction,
  challenge uuid references intake.accuracy_challenge,
  customer uuid,
  service_area text,
  recipient text not null,
  recipient_name text,
  told_through_type text not null,
  told_through_id uuid not null,
  opened_at timestamptz not null,
  due_on date not null,
  told_at timestamptz,
  how text,
  not_told_because text,
  answered_by text,
  answered_at timestamptz,
  known_from timestamptz,
  known_by text,
  check ((correction is null) <> (challenge is null)),
  check (told_at is null or not_told_because is null)
);
create index on intake.correction_telling (correction) where correction is not null;
create index on intake.correction_telling (challenge) where challenge is not null;
call foundation.track_history('intake.correction_telling');

-- What speaks for or against an account, or a document that came with a contact; the file itself is
-- foundation's.
create table intake.evidence (
  id uuid primary key,
  version int not null,
  subject_type text not null check (subject_type in ('Concern', 'Incident', 'Contact')),
  subject_id uuid not null,
  file uuid not null unique,
  what text not null,
  given_by text not null,
  made_on date,
  first_hand boolean not null,
  attached_by text not null,
  attached_at timestamptz not null,
  known_from timestamptz,
  known_by text
);
create index on intake.evidence (subject_id);
call foundation.track_history('intake.evidence');
