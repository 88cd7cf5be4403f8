create table sharing.partner (
  id uuid primary key,
  version int not null,
  name text not null,
  kind text not null,
  standing text not null,
  protocol_version text,
  signed_on date,
  valid_until date,
  designated_officer text,
  secure_address text,
  known_from timestamptz,
  known_by text,
  check (signed_on is null or valid_until is null or signed_on <= valid_until)
);
create unique index partner_name_once on sharing.partner (lower(name));
call foundation.track_history('sharing.partner');

-- One agreement is for one purpose with one partner; two of the same never overlap. Whoever records
-- one holds the partner's row meanwhile.
create table sharing.agreement (
  id uuid primary key,
  version int not null,
  partner uuid not null references sharing.partner,
  purpose text not null,
  limbs text not null,
  lawful_basis text not null,
  legal_power text,
  extra_conditions text,
  reference text not null,
  valid_from date not null,
  valid_until date not null,
  known_from timestamptz,
  known_by text,
  check (valid_from <= valid_until)
);
create index on sharing.agreement (partner, valid_from);
call foundation.track_history('sharing.agreement');
