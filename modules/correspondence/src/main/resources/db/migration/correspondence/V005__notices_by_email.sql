-- The sending of a notice that is planned to go by email (T9): one row for each.
create table correspondence.notice_email (
  notice_id uuid primary key references correspondence.notice,
  address text not null,
  state text not null check (state in ('WAITING', 'SENT', 'BOUNCED', 'NOT_NEEDED', 'HELD')),
  next_attempt_at timestamptz not null,
  attempts int not null default 0,
  -- While one node sends it, no other takes it; a node that dies loses it when this has passed.
  claimed_until timestamptz,
  -- An attempt began and what became of it was not noted: it may have gone out.
  uncertain boolean not null default false,
  -- When the copy that every sending leaves in our own mailbox was seen there.
  copy_seen_at timestamptz,
  ended_at timestamptz,
  last_fault text,
  check ((state = 'WAITING') = (ended_at is null))
);
create index on correspondence.notice_email (next_attempt_at) where state = 'WAITING';

-- How far the mailbox was read to which letters come back.
create table correspondence.mailbox_progress (
  mailbox text primary key,
  validity bigint not null,
  last_uid bigint not null
);
