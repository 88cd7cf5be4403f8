create extension if not exists pg_trgm with schema public;

create table intake.customer (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  kind text not null,
  name text not null,
  name_key text not null,
  date_of_birth date,
  elected_member boolean not null,
  vulnerable boolean not null,
  vulnerability_note text,
  capacity_in_doubt boolean not null,
  capacity_note text,
  preferred_language text,
  safe_contact text,
  registered_on date not null,
  known_from timestamptz,
  known_by text
);
create index on intake.customer (name_key, id);
create index customer_name_words on intake.customer using gin (name_key public.gin_trgm_ops);
call foundation.track_history('intake.customer');

-- A means to recognise somebody. The value is in one form for everybody, so that equal is equal;
-- what the customer gave is kept beside it to be shown.
create table intake.customer_identifier (
  id uuid primary key,
  version int not null,
  customer uuid not null references intake.customer,
  kind text not null,
  value text not null,
  shown text not null,
  confidence text not null,
  ended_on date,
  known_from timestamptz,
  known_by text
);
create index on intake.customer_identifier (customer);
create index on intake.customer_identifier (kind, value) where ended_on is null;
create unique index identifier_once on intake.customer_identifier (customer, kind, value) where ended_on is null;
call foundation.track_history('intake.customer_identifier');

create table intake.group_membership (
  id uuid primary key,
  version int not null,
  group_customer uuid not null references intake.customer,
  member uuid not null references intake.customer,
  joined_on date not null,
  left_on date,
  known_from timestamptz,
  known_by text,
  check (group_customer <> member)
);
create unique index member_once on intake.group_membership (group_customer, member) where left_on is null;
create index on intake.group_membership (member);
call foundation.track_history('intake.group_membership');

create table intake.representative (
  id uuid primary key,
  version int not null,
  customer uuid not null references intake.customer,
  name text not null,
  organisation text,
  capacity text not null,
  authority text not null,
  authority_seen_on date,
  telephone text,
  email text,
  starts_on date not null,
  ends_on date,
  known_from timestamptz,
  known_by text,
  check (ends_on is null or starts_on <= ends_on)
);
create index on intake.representative (customer);
call foundation.track_history('intake.representative');

create table intake.adjustment (
  id uuid primary key,
  version int not null,
  customer uuid not null references intake.customer,
  code text not null,
  description text,
  channels_needed text[] not null,
  channels_unusable text[] not null,
  status text not null,
  requested_on date not null,
  requested_by text not null,
  decide_by date not null,
  decided_at timestamptz,
  decided_by text,
  decided_as text,
  reason text,
  policy_version uuid,
  known_from timestamptz,
  known_by text,
  check ((status = 'REQUESTED') = (decided_at is null))
);
create index on intake.adjustment (customer);
call foundation.track_history('intake.adjustment');
