-- The forms that settings were drawn with, each kept once.
create table restrictions.settings_form (
  digest text primary key,
  type_id text not null,
  settings_version int not null,
  descriptors text not null
);
call foundation.append_only('restrictions.settings_form');

create sequence restrictions.reference_number;

-- One action imposed on one customer. What was compiled on that day is what counts from then on.
create table restrictions.imposed (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  customer_id uuid not null,
  consideration_id uuid not null,
  type_id text not null,
  plugin_id text,
  plugin_version text,
  nature text not null check (nature in ('SUPPORTIVE', 'RESTRICTIVE', 'SAFETY')),
  appealable boolean not null,
  status text not null check (status in ('IMPOSED', 'IN_FORCE', 'SUSPENDED', 'LIFTED', 'LAPSED')),
  settings text not null,
  settings_version int not null,
  form_digest text not null references restrictions.settings_form,
  rules text not null,
  lead_service text not null,
  service_areas text[] not null,
  buildings text[] not null,
  whole_council boolean not null,
  corporate boolean not null,
  conduct text not null,
  harm text not null,
  why_this text not null,
  why_nothing_less text not null,
  answering text not null,
  ends_sooner_when text not null,
  starts_on date,
  ends_on date,
  permanent boolean not null,
  extreme_case_reason text,
  longer_term_reason text,
  review_on date not null,
  emergency boolean not null,
  emergency_reason text,
  notice_due_on date,
  lapses_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by text,
  policy_version uuid not null,
  imposed_at timestamptz not null,
  imposed_by text not null,
  imposed_as text not null,
  notice_id uuid,
  notified_at timestamptz,
  effective_from timestamptz,
  suspended_at timestamptz,
  suspended_because text,
  ended_at timestamptz,
  ended_by_actor text,
  end_reason text,
  known_from timestamptz,
  known_by text,
  check (nature = 'SUPPORTIVE' or permanent = (ends_on is null)),
  check (not permanent or extreme_case_reason is not null),
  check ((status in ('LIFTED', 'LAPSED')) = (ended_at is not null)),
  check (emergency or nature = 'SUPPORTIVE' or status not in ('IN_FORCE', 'SUSPENDED') or notified_at is not null),
  check (ends_on is null or starts_on is null or starts_on <= ends_on)
);
create index on restrictions.imposed (customer_id);
create index on restrictions.imposed (consideration_id);
create index on restrictions.imposed (status, review_on);
create index on restrictions.imposed (notice_id) where notice_id is not null;
call foundation.track_history('restrictions.imposed');

-- Which actions a notice tells of: one action can be in several notices (imposed, kept at review).
create table restrictions.told_by (
  notice_id uuid not null,
  restriction_id uuid not null references restrictions.imposed,
  imposes boolean not null,
  primary key (notice_id, restriction_id)
);
create index on restrictions.told_by (restriction_id);
call foundation.append_only('restrictions.told_by');

-- A review that was held: lifting is what follows unless there are reasons to keep (F2).
create table restrictions.review (
  id uuid primary key,
  restriction_id uuid not null references restrictions.imposed,
  outcome text not null check (outcome in ('LIFT', 'KEEP')),
  reasons text not null,
  next_review_on date,
  by_actor text not null,
  by_role text not null,
  at timestamptz not null,
  check ((outcome = 'KEEP') = (next_review_on is not null))
);
create index on restrictions.review (restriction_id, at);
call foundation.append_only('restrictions.review');
