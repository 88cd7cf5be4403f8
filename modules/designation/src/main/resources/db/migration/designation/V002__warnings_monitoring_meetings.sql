-- At which stage a check was answered: whether there is new information is asked again at each (T3).
alter table designation.check_answer add column stage text not null default 'DECISION';
alter table designation.check_answer add column files text[] not null default '{}';
alter table designation.check_answer_history add column stage text;
alter table designation.check_answer_history add column files text[];

-- Finds reasons that say word for word what another decision said (F17).
create index determination_same_reasons on designation.determination (md5(reasons));

create sequence designation.warning_number;

-- A warning for named conduct (F20, P8.3.8). One record, whichever act created it: a letter of its
-- own, the policy shared with a warning, or an action of that kind.
create table designation.warning (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  customer_id uuid not null,
  consideration uuid references designation.consideration,
  conduct text,
  incidents text[] not null,
  what_follows text not null,
  policy_version uuid,
  policy_share uuid unique,
  notice uuid unique,
  action uuid unique,
  issued_at timestamptz not null,
  issued_by text not null,
  grounds text,
  challenged_on date,
  challenge_recorded_by text,
  challenge_recorded_at timestamptz,
  outcome text,
  outcome_reasons text,
  corrected_conduct text,
  decided_by text,
  decided_as text,
  decided_at timestamptz,
  known_from timestamptz,
  known_by text,
  check ((grounds is null) = (challenged_on is null)),
  check ((outcome is null) = (decided_at is null)),
  check (outcome is null or grounds is not null),
  check ((corrected_conduct is not null) = (outcome is not null and outcome = 'CORRECTED'))
);
create index on designation.warning (customer_id, issued_at desc);
create index on designation.warning (consideration) where consideration is not null;
call foundation.track_history('designation.warning');

-- A time in which conduct is watched before anything more is done.
create table designation.monitoring (
  id uuid primary key,
  version int not null,
  customer_id uuid not null,
  consideration uuid not null references designation.consideration,
  first_day date not null,
  last_day date not null,
  watched text not null,
  notice uuid not null,
  started_at timestamptz not null,
  started_by text not null,
  outcome text,
  outcome_reasons text,
  concluded_at timestamptz,
  concluded_by text,
  known_from timestamptz,
  known_by text,
  check (first_day <= last_day),
  check ((outcome is null) = (concluded_at is null))
);
create unique index monitored_once on designation.monitoring (consideration, customer_id) where concluded_at is null;
create index on designation.monitoring (customer_id, first_day desc);
call foundation.track_history('designation.monitoring');

-- Departments agree one approach (P8.3.9). The approach is open while a meeting is only arranged.
create table designation.strategy_meeting (
  id uuid primary key,
  version int not null,
  customer_id uuid not null,
  consideration uuid not null references designation.consideration,
  departments text[] not null,
  held_on date not null,
  approach text,
  action uuid unique,
  recorded_at timestamptz not null,
  recorded_by text not null,
  known_from timestamptz,
  known_by text
);
create index on designation.strategy_meeting (consideration, held_on);
create index on designation.strategy_meeting (customer_id, held_on desc);
call foundation.track_history('designation.strategy_meeting');

create table designation.strategy_action (
  id uuid primary key,
  version int not null,
  meeting uuid not null references designation.strategy_meeting,
  position int not null,
  what text not null,
  owner text not null,
  owner_role text not null,
  service_area text not null,
  due_on date not null,
  done_at timestamptz,
  done_by text,
  result text,
  known_from timestamptz,
  known_by text,
  unique (meeting, position),
  check ((done_at is null) = (result is null))
);
create index on designation.strategy_action (meeting, position);
call foundation.track_history('designation.strategy_action');
