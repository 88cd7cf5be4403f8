-- What was put right about the customer's records while an appeal was open (T27).
create table appeals.correction (
  id uuid primary key,
  appeal_id uuid not null references appeals.appeal,
  kind text not null,
  at timestamptz not null,
  by_actor text not null
);
create index on appeals.correction (appeal_id);
call foundation.append_only('appeals.correction');
