-- One row for each time this database's transaction counter began anew (a new cluster after a
-- restore): entries and seals are compared within an epoch only.
create table foundation.audit_epoch (
  epoch int generated always as identity primary key,
  system_identifier bigint not null,
  began_at timestamptz not null
);
call foundation.append_only('foundation.audit_epoch');

create table foundation.audit_entry (
  id bigint generated always as identity primary key,
  epoch int not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  kind char(1) not null check (kind in ('A', 'R')),
  actor text not null,
  role text,
  act text not null,
  object_type text,
  object_id uuid,
  person_id uuid,
  policy_version uuid,
  reason_code text,
  digest bytea
);
create index on foundation.audit_entry (epoch, transaction_id, id);
create index on foundation.audit_entry (person_id, id) where person_id is not null;
create index on foundation.audit_entry (object_id, id) where object_id is not null;
create index on foundation.audit_entry (actor, id);
call foundation.append_only('foundation.audit_entry');

-- The salt of an entry's digest. Erasing it makes the digest say nothing about anybody while the
-- chain stays verifiable (T26).
create table foundation.audit_salt (
  entry_id bigint primary key,
  salt bytea not null
);

-- A link of the chain: all entries of the transactions in [from_transaction, until_transaction).
create table foundation.audit_seal (
  seq bigint primary key,
  epoch int not null,
  from_transaction xid8 not null,
  until_transaction xid8 not null,
  entries bigint not null,
  last_entry_id bigint,
  previous_digest bytea not null,
  digest bytea not null,
  sealed_at timestamptz not null
);
call foundation.append_only('foundation.audit_seal');
