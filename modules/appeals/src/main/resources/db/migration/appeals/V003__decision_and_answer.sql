-- What a member of the Corporate Management Team decided (P10.5).
create table appeals.determination (
  id uuid primary key,
  appeal_id uuid not null unique references appeals.appeal,
  outcome text not null check (outcome in ('UPHELD', 'PARTLY_UPHELD', 'DISMISSED')),
  reasons text not null,
  findings_set_aside boolean not null,
  lifted text[] not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text,
  check (outcome <> 'DISMISSED' or (not findings_set_aside and cardinality(lifted) = 0))
);
call foundation.track_history('appeals.determination');

create table appeals.ground_decision (
  id uuid primary key,
  appeal_id uuid not null references appeals.appeal,
  ground text not null,
  accepted text not null check (accepted in ('YES', 'PARTLY', 'NO')),
  reasons text not null,
  known_from timestamptz,
  known_by text,
  unique (appeal_id, ground)
);
call foundation.track_history('appeals.ground_decision');

-- An appeal that the customer took back, in their words.
create table appeals.withdrawal (
  id uuid primary key,
  appeal_id uuid not null unique references appeals.appeal,
  received_on date not null,
  words text not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
call foundation.track_history('appeals.withdrawal');

-- The local clock for telling the customer, once there is something to tell (T7).
alter table appeals.appeal add column tell_by date;
alter table appeals.appeal_history add column tell_by date;
