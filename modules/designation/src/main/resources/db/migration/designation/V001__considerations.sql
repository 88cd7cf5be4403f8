-- What letters and colleagues call a case.
create sequence designation.reference_number;

create table designation.consideration (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  customer_id uuid not null,
  status text not null check (status in ('OPEN', 'DETERMINED', 'CLOSED')),
  lead_service text not null,
  other_services text[] not null,
  buildings text[] not null,
  whole_council boolean not null,
  organisation_risk text,
  why text not null,
  opened_at timestamptz not null,
  opened_by text not null,
  opened_as text not null,
  determine_by date not null,
  close_cause text,
  close_reason text,
  closed_by text,
  closed_at timestamptz,
  known_from timestamptz,
  known_by text,
  check ((status = 'CLOSED') = (closed_at is not null))
);
create index on designation.consideration (customer_id);
create index on designation.consideration (lead_service, status);
create index on designation.consideration using gin (other_services);
-- One service considers one customer once at a time.
create unique index considered_once on designation.consideration (customer_id, lead_service)
  where status = 'OPEN';
call foundation.track_history('designation.consideration');

-- The rest is only ever added to: an answer given again leaves what was said before. Tables with
-- words about people keep history rather than refuse every change, so that words can be erased one
-- day and the erasure be seen; tables with ids alone refuse.
create table designation.considered_concern (
  id uuid primary key,
  consideration uuid not null references designation.consideration,
  concern_id uuid not null,
  unique (consideration, concern_id)
);
create index on designation.considered_concern (concern_id);
call foundation.append_only('designation.considered_concern');

-- The incidents considered. In a group, each bound member has incidents of their own.
create table designation.considered_incident (
  id uuid primary key,
  consideration uuid not null references designation.consideration,
  incident_id uuid not null,
  member_id uuid,
  unique (consideration, incident_id)
);
create index on designation.considered_incident (incident_id);
create index on designation.considered_incident (member_id) where member_id is not null;
call foundation.append_only('designation.considered_incident');

create table designation.check_answer (
  id uuid primary key,
  consideration uuid not null references designation.consideration,
  kind text not null,
  answer text not null,
  evidence text not null,
  reason text,
  decided_by text,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
create index on designation.check_answer (consideration, at);
call foundation.track_history('designation.check_answer');

create table designation.representation (
  id uuid primary key,
  consideration uuid not null references designation.consideration,
  kind text not null,
  on_day date not null,
  by_date date,
  account text,
  reason text,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
create index on designation.representation (consideration, at);
call foundation.track_history('designation.representation');

-- The Head of Customer Services told, twice in the life of a case at most.
create table designation.advice (
  id uuid primary key,
  consideration uuid not null references designation.consideration,
  kind text not null,
  note text,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text,
  unique (consideration, kind)
);
call foundation.track_history('designation.advice');

create table designation.advice_receipt (
  id uuid primary key,
  consideration uuid not null,
  kind text not null,
  by_actor text not null,
  at timestamptz not null,
  unique (consideration, kind),
  foreign key (consideration, kind) references designation.advice (consideration, kind)
);
call foundation.append_only('designation.advice_receipt');

create table designation.assessment (
  id uuid primary key,
  consideration uuid not null references designation.consideration,
  could_arise text not null,
  circumstances text not null,
  affected text[] not null,
  others_affected text,
  warning_dispensed_because text,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
create index on designation.assessment (consideration, at);
call foundation.track_history('designation.assessment');

create table designation.unrelated_matter (
  id uuid primary key,
  assessment uuid not null references designation.assessment,
  matter_id uuid not null,
  reason text not null,
  known_from timestamptz,
  known_by text,
  unique (assessment, matter_id)
);
call foundation.track_history('designation.unrelated_matter');

create table designation.protection (
  id uuid primary key,
  consideration uuid not null references designation.consideration,
  safeguarding_lead text not null,
  may_proceed boolean not null,
  reasons text not null,
  notice_to text,
  notice_on date,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
create index on designation.protection (consideration, at);
call foundation.track_history('designation.protection');

create table designation.determination (
  id uuid primary key,
  consideration uuid not null unique references designation.consideration,
  category text not null,
  grievance text not null,
  grievance_reasons text not null,
  hinders boolean not null,
  hindrance text not null,
  pattern text not null,
  our_share text,
  manner text,
  restrictive_allowed boolean not null,
  reasons text not null,
  policy_version uuid not null,
  policy_adopted_only boolean not null,
  by_actor text not null,
  decided_as text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
call foundation.track_history('designation.determination');

create table designation.involvement (
  id uuid primary key,
  consideration uuid not null references designation.consideration,
  person text not null,
  kind text not null,
  note text,
  recorded_by text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
create index on designation.involvement (consideration, at);
create index on designation.involvement (person);
call foundation.track_history('designation.involvement');
