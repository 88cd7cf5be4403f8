-- A notice that is being written, one for each customer of a case. It goes when the notice is issued;
-- its history stays.
create table correspondence.notice_draft (
  id uuid primary key,
  version int not null,
  case_id uuid not null,
  customer_id uuid not null,
  why text not null,
  how_to_reach_us text not null,
  ombudsman text[] not null,
  planned_method text not null,
  planned_send_on date not null,
  planned_address text not null,
  lang text not null,
  variant text,
  saved_at timestamptz not null,
  saved_by text not null,
  known_from timestamptz,
  known_by text,
  unique (case_id, customer_id)
);
call foundation.track_history('correspondence.notice_draft');
