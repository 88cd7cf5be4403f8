-- What kind of case it is there; and finding it again by its system and number (F16, T13).
alter table intake.matter add column kind text not null default 'OTHER';
alter table intake.matter_history add column kind text not null default 'OTHER';
create index matter_found_again on intake.matter (lower(system), lower(reference));

-- What else is about a matter. What a contact is about stands with the contact; a row here says why
-- that was undone.
create table intake.matter_link (
  id uuid primary key,
  version int not null,
  matter uuid not null references intake.matter,
  linked_type text not null,
  linked uuid not null,
  linked_at timestamptz not null,
  linked_by text not null,
  unlinked_at timestamptz,
  unlinked_by text,
  unlink_reason text,
  known_from timestamptz,
  known_by text,
  check ((unlinked_at is null) = (unlink_reason is null))
);
create unique index linked_once on intake.matter_link (matter, linked) where unlinked_at is null;
create index on intake.matter_link (linked);
call foundation.track_history('intake.matter_link');

-- A right that was recognised in what was said, and why somebody says that it was none (F18).
alter table intake.contact add column topic_recognised boolean not null default false;
alter table intake.contact add column not_a_right_because text;
alter table intake.contact_history add column topic_recognised boolean not null default false;
alter table intake.contact_history add column not_a_right_because text;

-- Customers whose contact something restricts, and since when (F19).
create table intake.managed_customer (
  id uuid primary key references intake.customer,
  version int not null,
  since timestamptz not null,
  until timestamptz,
  known_from timestamptz,
  known_by text
);
call foundation.track_history('intake.managed_customer');

-- What became of a contact that needs an answer; a row stands for the need (F19).
create table intake.contact_disposition (
  id uuid primary key,
  version int not null,
  contact uuid not null unique references intake.contact,
  opened_at timestamptz not null,
  due_on date not null,
  outcome text,
  reason text,
  routed_to text,
  answer_on date,
  read_for text[] not null,
  found text[] not null,
  disposed_by text,
  disposed_at timestamptz,
  known_from timestamptz,
  known_by text,
  check ((outcome is null) = (disposed_at is null)),
  check (outcome is distinct from 'FILED' or reason is not null),
  check ((outcome is not distinct from 'TO_BE_ANSWERED') = (answer_on is not null)),
  check ((outcome is not distinct from 'ROUTED') = (routed_to is not null))
);
create index on intake.contact_disposition (due_on, id) where outcome is null;
call foundation.track_history('intake.contact_disposition');

-- The officer or member whom a concern is about; they never see or decide it (T19).
alter table intake.concern add column subject_actor text;
alter table intake.concern_history add column subject_actor text;
create index on intake.concern (subject_actor) where subject_actor is not null;

-- The other route that a concern takes, step by step (T19).
create table intake.concern_route (
  id uuid primary key,
  version int not null,
  concern uuid not null unique references intake.concern,
  route text not null,
  status text not null,
  sent_at timestamptz not null,
  received_at timestamptz,
  received_by text,
  assessment text,
  assessed_at timestamptz,
  assessed_by text,
  referred_to text,
  referral_reason text,
  referred_at timestamptz,
  referred_by text,
  outcome text,
  conclusion text,
  concluded_at timestamptz,
  concluded_by text,
  known_from timestamptz,
  known_by text,
  check ((status = 'CONCLUDED') = (outcome is not null))
);
call foundation.track_history('intake.concern_route');

-- What the reporter of a concern was told: the outcome in neutral words, no story (P4.1).
create table intake.concern_feedback (
  id uuid primary key,
  concern uuid not null references intake.concern,
  at timestamptz not null,
  code text not null,
  words text
);
create index on intake.concern_feedback (concern, at);
call foundation.append_only('intake.concern_feedback');

-- A report that somebody began and has not sent; nobody else sees it.
create table intake.concern_draft (
  id uuid primary key,
  version int not null,
  author text not null,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  customer uuid references intake.customer,
  unknown_person text,
  service_area text,
  summary text,
  occurred_on date,
  occurred_at time,
  channel text,
  behaviours text[] not null,
  other_behaviour text,
  account text,
  known_from timestamptz,
  known_by text
);
create index on intake.concern_draft (author, saved_at desc);
call foundation.track_history('intake.concern_draft');

-- Consultation before harassment is reported (P9.4), the route of a report (T18), and the absence
-- that decides whether an injury is reportable.
alter table intake.obligation add column needs_consultation boolean not null default false;
alter table intake.obligation add column consulted_at timestamptz;
alter table intake.obligation add column consulted_by text;
alter table intake.obligation add column consulted_as text;
alter table intake.obligation add column advice text;
alter table intake.obligation add column advice_words text;
alter table intake.obligation add column could_not_wait_because text;
alter table intake.obligation add column route text;
alter table intake.obligation add column absent_from date;
alter table intake.obligation add column back_on date;
alter table intake.obligation_history add column needs_consultation boolean not null default false;
alter table intake.obligation_history add column consulted_at timestamptz;
alter table intake.obligation_history add column consulted_by text;
alter table intake.obligation_history add column consulted_as text;
alter table intake.obligation_history add column advice text;
alter table intake.obligation_history add column advice_words text;
alter table intake.obligation_history add column could_not_wait_because text;
alter table intake.obligation_history add column route text;
alter table intake.obligation_history add column absent_from date;
alter table intake.obligation_history add column back_on date;

-- Behaviours beside the policy's own: the council's and those of plugins. Retired, never deleted.
create table intake.behaviour (
  id uuid primary key,
  version int not null,
  code text not null unique,
  source text not null,
  plugin text,
  family text not null,
  pattern_only boolean not null,
  words_en text not null,
  words_cy text,
  opens text[] not null,
  from_day date not null,
  until_day date,
  defined_at timestamptz not null,
  defined_by text not null,
  retired_because text,
  known_from timestamptz,
  known_by text,
  check ((source = 'PLUGIN') = (plugin is not null))
);
call foundation.track_history('intake.behaviour');
