-- A complaint, request, tenancy or planning case that another system keeps (F16, T13).
create table intake.matter (
  id uuid primary key,
  version int not null,
  customer uuid not null references intake.customer,
  reference text not null,
  system text not null,
  subject text,
  service_area text not null,
  standard_due date,
  standard_missed boolean not null,
  decision_reached_on date,
  decided_by text,
  closing_letter_sent_on date,
  known_from timestamptz,
  known_by text,
  check ((decision_reached_on is null) = (decided_by is null)),
  check (closing_letter_sent_on is null or decision_reached_on is not null)
);
create unique index matter_once on intake.matter (customer, system, reference);
call foundation.track_history('intake.matter');

create table intake.contact (
  id uuid primary key,
  version int not null,
  customer uuid not null references intake.customer,
  matter uuid references intake.matter,
  service_area text not null,
  channel text not null,
  direction text not null,
  at timestamptz not null,
  cause text not null,
  statutory_topic text,
  minutes_spent int,
  speaker text not null,
  representative uuid references intake.representative,
  speaker_authority text,
  note text,
  offers_new_information boolean not null,
  disclosed_disability boolean not null,
  logged_by text not null,
  logged_at timestamptz not null,
  known_from timestamptz,
  known_by text
);
create index on intake.contact (customer, at desc, id desc);
create index on intake.contact (matter) where matter is not null;
call foundation.track_history('intake.contact');

create table intake.concern (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  customer uuid references intake.customer,
  unknown_person text,
  subject_capacity text,
  service_area text,
  owner_role text not null,
  summary text,
  reported_by text not null,
  reported_as text not null,
  reported_at timestamptz not null,
  status text not null,
  triaged_at timestamptz,
  triaged_by text,
  reason text,
  route text,
  feedback text,
  known_from timestamptz,
  known_by text,
  check (customer is not null or unknown_person is not null),
  check ((status = 'REPORTED') = (triaged_at is null)),
  check ((status = 'ROUTED_ELSEWHERE') = (route is not null))
);
create index on intake.concern (reported_at desc, id desc);
create index on intake.concern (service_area, reported_at desc);
create index on intake.concern (customer);
create index on intake.concern (reported_by);
call foundation.track_history('intake.concern');

create table intake.incident (
  id uuid primary key,
  version int not null,
  concern uuid not null references intake.concern,
  customer uuid references intake.customer,
  service_area text,
  occurred_on date not null,
  occurred_at time,
  channel text not null,
  contact uuid references intake.contact,
  behaviours text[] not null check (cardinality(behaviours) > 0),
  other_behaviour text,
  right_being_used text,
  affected text[] not null,
  affected_note text,
  minutes_spent int,
  stress boolean not null,
  hindered_performance boolean not null,
  distress boolean not null,
  impact_note text,
  customer_distressed boolean not null,
  account text not null,
  source_grade text not null,
  identity_confidence text not null,
  tested boolean not null,
  assault text,
  hate_strands text[] not null,
  hate_perceived_by text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  known_from timestamptz,
  known_by text,
  check (('OTHER' = any (behaviours)) = (other_behaviour is not null)),
  check ((cardinality(hate_strands) = 0) = (hate_perceived_by is null))
);
create index on intake.incident (concern);
create index on intake.incident (customer, occurred_on desc, id desc);
call foundation.track_history('intake.incident');

-- What an incident obliges the council to report onward (P9.5, P7.2, PR.4, T18).
create table intake.obligation (
  id uuid primary key,
  version int not null,
  incident uuid not null references intake.incident,
  kind text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  status text not null,
  reported_to text,
  reported_at timestamptz,
  reference text,
  not_reported_because text,
  answered_by text,
  answered_at timestamptz,
  known_from timestamptz,
  known_by text,
  check ((status = 'OPEN') = (answered_at is null)),
  check ((status = 'REPORTED') = (reported_at is not null)),
  check ((status = 'NOT_REPORTED') = (not_reported_because is not null)),
  unique (incident, kind)
);
create index on intake.obligation (due_at) where status = 'OPEN';
call foundation.track_history('intake.obligation');
