-- How far an appeal goes after it came in (P10.4, P10.5). What a row rules out by itself stays a check.
alter table appeals.appeal
  drop constraint appeal_status_check,
  drop constraint appeal_check6,
  drop constraint appeal_check7,
  add column ground_codes text[] not null default '{}',
  add constraint appeal_status check (
    status in ('LODGED', 'LATE', 'OUT_OF_TIME', 'PRESENTED', 'DETERMINED', 'ANSWERED', 'WITHDRAWN')),
  add constraint appeal_in_time_is_not_late check (
    not in_time or (status not in ('LATE', 'OUT_OF_TIME') and late_accepted is null)),
  add constraint appeal_late_is_taken_in_first check (
    in_time or status in ('LATE', 'OUT_OF_TIME', 'WITHDRAWN') or late_accepted);
alter table appeals.appeal_history add column ground_codes text[] not null default '{}';

-- Who looks into it, where somebody was named; the latest counts (T6).
create table appeals.investigator (
  id uuid primary key,
  appeal_id uuid not null references appeals.appeal,
  person text not null,
  name text not null,
  outside_body text,
  why text not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
create index on appeals.investigator (appeal_id);
call foundation.track_history('appeals.investigator');

-- What somebody said of their own part in the decision appealed against (T6).
create table appeals.conflict_declaration (
  id uuid primary key,
  appeal_id uuid not null references appeals.appeal,
  person text not null,
  part text not null check (
    part in ('NONE', 'CONSIDERED', 'ADVISED', 'DECIDED', 'DECIDERS_LINE_MANAGER', 'PERSONAL')),
  words text,
  at timestamptz not null,
  known_from timestamptz,
  known_by text,
  check ((part = 'NONE') or words is not null)
);
create index on appeals.conflict_declaration (appeal_id);
call foundation.track_history('appeals.conflict_declaration');

create table appeals.investigation_entry (
  id uuid primary key,
  appeal_id uuid not null references appeals.appeal,
  kind text not null check (kind in ('PLAN', 'INTERVIEW', 'EVIDENCE', 'NEW_INFORMATION')),
  about text,
  held_on date,
  words text not null,
  new_information boolean,
  files text[] not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text,
  check ((kind in ('INTERVIEW', 'EVIDENCE')) = (about is not null)),
  check ((kind = 'INTERVIEW') = (held_on is not null)),
  check ((kind = 'NEW_INFORMATION') = (new_information is not null))
);
create index on appeals.investigation_entry (appeal_id);
call foundation.track_history('appeals.investigation_entry');

create table appeals.findings (
  id uuid primary key,
  appeal_id uuid not null unique references appeals.appeal,
  presented_to text not null,
  presented_to_name text not null,
  customers_case text not null,
  summary text not null,
  decide_by date not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text
);
call foundation.track_history('appeals.findings');

create table appeals.ground_finding (
  id uuid primary key,
  appeal_id uuid not null references appeals.appeal,
  ground text not null,
  borne_out text not null check (borne_out in ('YES', 'PARTLY', 'NO')),
  words text not null,
  known_from timestamptz,
  known_by text,
  unique (appeal_id, ground)
);
call foundation.track_history('appeals.ground_finding');

create table appeals.option (
  id uuid primary key,
  appeal_id uuid not null references appeals.appeal,
  position int not null,
  what text not null,
  effect text not null,
  known_from timestamptz,
  known_by text,
  unique (appeal_id, position)
);
call foundation.track_history('appeals.option');

-- The letters about an appeal itself; correspondence keeps them.
create table appeals.letter (
  id uuid primary key,
  appeal_id uuid not null references appeals.appeal,
  kind text not null check (kind in ('ACKNOWLEDGEMENT', 'OUTCOME')),
  notice_id uuid not null,
  by_actor text not null,
  at timestamptz not null,
  unique (appeal_id, kind)
);
call foundation.append_only('appeals.letter');
