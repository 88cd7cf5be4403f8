-- What staff are told: a duty that is theirs, advice to read, feedback on what they reported, a correction.
-- A notice holds a code, days, counts and references of ours, never a word about a customer.
create table foundation.staff_notice (
  id uuid primary key,
  -- Either a person, or whoever fills a post, there or everywhere.
  to_actor text,
  to_role text,
  to_areas text[] not null default '{}',
  kind text not null,
  code text not null,
  -- Each as name=kind:value.
  parameters text[] not null default '{}',
  about_type text,
  about_id uuid,
  person_id uuid,
  answered_by text,
  urgency text not null check (urgency in ('IMMEDIATE', 'DIGEST')),
  duty uuid,
  once text,
  told_at timestamptz not null,
  told_by text not null,
  settled_at timestamptz,
  -- When it was handed on to be mailed at once; stays empty for what waits for the digest.
  posted_at timestamptz,
  check ((to_actor is null) <> (to_role is null)),
  check (to_role is not null or cardinality(to_areas) = 0),
  check ((about_type is null) = (about_id is null))
);
create unique index staff_notice_once on foundation.staff_notice (once) where once is not null;
create index on foundation.staff_notice (to_actor, id) where to_actor is not null;
create index on foundation.staff_notice (to_role, id) where to_role is not null;
create index on foundation.staff_notice (duty) where duty is not null;
create index on foundation.staff_notice (about_id) where about_id is not null;
create index on foundation.staff_notice (told_at) where urgency = 'IMMEDIATE' and posted_at is null and settled_at is null;

-- Who read a notice, and when; one receipt for each act of reading, which may cover several notices.
create table foundation.staff_notice_read (
  notice uuid not null references foundation.staff_notice,
  reader text not null,
  receipt uuid not null,
  read_at timestamptz not null,
  primary key (notice, reader, receipt)
);
create index on foundation.staff_notice_read (receipt);
call foundation.append_only('foundation.staff_notice_read');

-- The posts in which somebody was last signed in, since only their token says so, and the day for
-- which their digest was last made.
create table foundation.staff_seen (
  actor text primary key,
  roles text[] not null default '{}',
  service_areas text[] not null default '{}',
  seen_on date,
  digest_on date
);

-- Emails to officers. What they say is written when they are sent, from the notices they are about.
create table foundation.staff_email (
  id uuid primary key,
  to_actor text not null,
  kind text not null check (kind in ('IMMEDIATE', 'DIGEST')),
  state text not null check (state in ('WAITING', 'SENT', 'NOT_NEEDED', 'GIVEN_UP')),
  made_at timestamptz not null,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  -- While one node sends it, no other takes it; a node that dies loses it when this has passed.
  claimed_until timestamptz,
  ended_at timestamptz,
  last_fault text,
  check ((state = 'WAITING') = (ended_at is null))
);
create index on foundation.staff_email (next_attempt_at) where state = 'WAITING';
create index on foundation.staff_email (to_actor) where state = 'WAITING';

create table foundation.staff_email_notice (
  email uuid not null references foundation.staff_email,
  notice uuid not null references foundation.staff_notice,
  primary key (email, notice)
);
create index on foundation.staff_email_notice (notice);
