create sequence appeals.appeal_number;

create table appeals.appeal (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  notice_id uuid not null unique,
  customer_id uuid not null,
  case_id uuid,
  service_area_code text,
  status text not null check (status in ('LODGED', 'LATE', 'OUT_OF_TIME')),
  lodged_by text not null check (lodged_by in ('CUSTOMER', 'REPRESENTATIVE', 'TAKEN_DOWN')),
  representative_id uuid,
  adjustment text,
  channel text not null,
  received_on date not null,
  sent_on date,
  last_day date,
  in_time boolean not null,
  grounds text,
  grounds_received_on date,
  present_by date not null,
  work_to date not null,
  head_conflicted boolean not null,
  late_accepted boolean,
  late_reason text,
  late_decided_at timestamptz,
  late_decided_by text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  known_from timestamptz,
  known_by text,
  check ((lodged_by = 'REPRESENTATIVE') = (representative_id is not null)),
  check ((lodged_by = 'TAKEN_DOWN') = (adjustment is not null)),
  check (sent_on is null or sent_on <= received_on),
  check ((grounds is null) = (grounds_received_on is null)),
  check (work_to <= present_by),
  check ((late_accepted is null) = (late_decided_at is null)),
  check (not in_time or (status = 'LODGED' and late_accepted is null)),
  check (in_time or status <> 'LODGED' or late_accepted),
  check (status <> 'OUT_OF_TIME' or not late_accepted)
);
create index on appeals.appeal (customer_id, received_on);
create index on appeals.appeal (case_id) where case_id is not null;
create index on appeals.appeal (received_on desc, id desc);
call foundation.track_history('appeals.appeal');
