create sequence correspondence.notice_number;

create table correspondence.notice (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  kind text not null,
  status text not null check (status in ('ISSUED', 'SERVED', 'RETURNED')),
  customer_id uuid not null,
  addressee text not null,
  case_id uuid,
  policy_version_id uuid not null,
  designates boolean not null,
  restricts boolean not null,
  appealable boolean not null,
  planned_method text not null,
  planned_send_on date not null,
  planned_address text not null,
  lang text not null,
  issued_at timestamptz not null,
  signed_by text not null,
  signatory text not null,
  signed_by_head boolean not null,
  printed_last_appeal_day date,
  notified_at timestamptz,
  notified_on date,
  notified_actually boolean,
  last_appeal_day date,
  crm_due_on date not null,
  crm_reference text,
  crm_recorded_at timestamptz,
  crm_recorded_by text,
  known_from timestamptz,
  known_by text,
  check (appealable = (printed_last_appeal_day is not null)),
  check ((status = 'SERVED') = (notified_at is not null)),
  check ((notified_at is null) = (notified_on is null)),
  check ((notified_at is null) = (notified_actually is null)),
  check ((last_appeal_day is not null) = (appealable and notified_at is not null)),
  check ((crm_reference is null) = (crm_recorded_at is null))
);
create index on correspondence.notice (customer_id, issued_at desc, id desc);
create index on correspondence.notice (case_id, issued_at) where case_id is not null;
call foundation.track_history('correspondence.notice');

-- What the customer reads: written once with the notice. The parts are kept as they were handed in.
create table correspondence.notice_letter (
  notice_id uuid primary key references correspondence.notice,
  parts text not null,
  html text not null,
  plain text not null,
  digest text not null check (length(digest) = 64)
);
call foundation.append_only('correspondence.notice_letter');

create table correspondence.service_entry (
  notice_id uuid not null references correspondence.notice,
  position int not null,
  attempt int not null,
  method text not null,
  address text not null,
  sent_at timestamptz not null,
  outcome text not null check (outcome in ('SENT', 'DELIVERED', 'RETURNED', 'REFUSED')),
  delivered_at timestamptz,
  evidence text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (notice_id, position),
  check ((outcome = 'DELIVERED') = (delivered_at is not null))
);
call foundation.append_only('correspondence.service_entry');

create table correspondence.policy_share (
  id uuid primary key,
  customer_id uuid not null,
  policy_version_id uuid not null,
  policy_version_label text not null,
  method text not null,
  shared_at timestamptz not null,
  with_warning boolean not null,
  what_will_follow text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  check (with_warning = (what_will_follow is not null))
);
create index on correspondence.policy_share (customer_id, shared_at desc, id desc);
call foundation.append_only('correspondence.policy_share');
