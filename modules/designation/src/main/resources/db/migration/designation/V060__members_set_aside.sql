-- Findings about one bound member of a group that an appeal set aside; the others' stand (T15, P10.5).
create table designation.member_set_aside (
  id uuid primary key,
  consideration uuid not null references designation.consideration,
  member_id uuid not null,
  reasons text not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text,
  unique (consideration, member_id)
);
call foundation.track_history('designation.member_set_aside');
