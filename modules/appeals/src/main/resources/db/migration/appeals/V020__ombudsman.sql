-- What an Ombudsman asks of the council about a decision: complaint, requests with their replies,
-- decision, and the remedies that it names (P10, F4).
create table appeals.ombudsman_complaint (
  id uuid primary key,
  version int not null,
  scheme text not null check (scheme in ('LOCAL_GOVERNMENT', 'HOUSING')),
  scheme_reference text not null,
  customer_id uuid not null,
  notice_id uuid,
  appeal_id uuid references appeals.appeal,
  case_id uuid,
  service_area_code text,
  received_on date not null,
  about text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  known_from timestamptz,
  known_by text,
  unique (scheme, scheme_reference),
  check (notice_id is not null or case_id is not null),
  check (appeal_id is null or notice_id is not null)
);
create index on appeals.ombudsman_complaint (customer_id, received_on);
create index on appeals.ombudsman_complaint (received_on desc, id desc);
create index on appeals.ombudsman_complaint (appeal_id) where appeal_id is not null;
call foundation.track_history('appeals.ombudsman_complaint');

create table appeals.ombudsman_request (
  id uuid primary key,
  complaint_id uuid not null references appeals.ombudsman_complaint,
  kind text not null check (kind in ('ENQUIRY', 'DRAFT_DECISION')),
  received_on date not null,
  due_on date not null,
  words text not null,
  files text[] not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text,
  check (received_on <= due_on)
);
create index on appeals.ombudsman_request (complaint_id);
call foundation.track_history('appeals.ombudsman_request');

create table appeals.ombudsman_reply (
  id uuid primary key,
  request_id uuid not null unique references appeals.ombudsman_request,
  sent_on date not null,
  words text not null,
  files text[] not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
call foundation.track_history('appeals.ombudsman_reply');

create table appeals.ombudsman_decision (
  id uuid primary key,
  complaint_id uuid not null unique references appeals.ombudsman_complaint,
  decided_on date not null,
  finding text not null,
  words text not null,
  files text[] not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
call foundation.track_history('appeals.ombudsman_decision');

create table appeals.ombudsman_remedy (
  id uuid primary key,
  complaint_id uuid not null references appeals.ombudsman_complaint,
  position int not null,
  kind text not null,
  ordered boolean not null,
  what text not null,
  amount_pence int check (amount_pence > 0),
  restriction_id uuid,
  owner text,
  owner_name text,
  due_on date not null,
  known_from timestamptz,
  known_by text,
  unique (complaint_id, position),
  check ((kind = 'PAYMENT') = (amount_pence is not null)),
  check ((kind in ('RESTRICTION_LIFTED', 'RESTRICTION_CHANGED')) = (restriction_id is not null)),
  check ((owner is null) = (owner_name is null))
);
create index on appeals.ombudsman_remedy (owner) where owner is not null;
call foundation.track_history('appeals.ombudsman_remedy');

create table appeals.remedy_completion (
  id uuid primary key,
  remedy_id uuid not null unique references appeals.ombudsman_remedy,
  done_on date not null,
  proof text not null,
  files text[] not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
call foundation.track_history('appeals.remedy_completion');
