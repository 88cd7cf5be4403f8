-- A referral: what is to be told to which partner, why the law lets it, and who decided (P8.2, T22).
-- Grounds and answers are documents; nothing in them is searched.
create sequence sharing.referral_number;

create table sharing.referral (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  person_id uuid not null,
  partner uuid not null references sharing.partner,
  agreement uuid references sharing.agreement,
  export text not null,
  schema_version text not null,
  purpose text not null,
  limbs text not null,
  lawful_basis text not null,
  legal_power text,
  emergency boolean not null,
  consent text not null,
  consent_reason text,
  special_data boolean not null,
  grounds text not null,
  answers text not null,
  expires_on date not null,
  status text not null check (status in ('PROPOSED', 'REFUSED', 'SHARED', 'WITHDRAWN')),
  proposed_at timestamptz not null,
  proposed_by text not null,
  viewed_at timestamptz,
  viewed_by text,
  view_in_favour boolean,
  view_reasons text,
  decided_at timestamptz,
  decided_by text,
  decided_as text,
  decision_reasons text,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text,
  known_from timestamptz,
  known_by text,
  check (decided_at is not null or status in ('PROPOSED', 'WITHDRAWN')),
  check ((withdrawn_at is null) = (status <> 'WITHDRAWN'))
);
create index on sharing.referral (person_id, id);
create index on sharing.referral (decided_at desc, id desc) where decided_at is not null;
call foundation.track_history('sharing.referral');

-- Each thing that the partner was told: the first, a correction, a withdrawal. The id is what the
-- partner knows it by, however often it is sealed anew.
create table sharing.referral_release (
  id uuid primary key,
  version int not null,
  referral uuid not null references sharing.referral,
  partner uuid not null references sharing.partner,
  number int not null,
  kind text not null check (kind in ('FIRST', 'CORRECTION', 'WITHDRAWAL')),
  answers text not null,
  because text,
  released_at timestamptz not null,
  released_by text not null,
  fetched_at timestamptz,
  acknowledged_at timestamptz,
  rejected_at timestamptz,
  rejected_because text,
  outcome text,
  outcome_at timestamptz,
  known_from timestamptz,
  known_by text,
  unique (referral, number)
);
call foundation.track_history('sharing.referral_release');

-- What a partner follows. Positions of one partner are given out under a lock on its row that is held
-- until the act is over, so none appears behind one that was read already.
create table sharing.referral_change (
  partner uuid not null references sharing.partner,
  position bigint not null,
  release uuid not null references sharing.referral_release,
  sealed text not null,
  key_name text not null,
  at timestamptz not null,
  primary key (partner, position)
);
create index on sharing.referral_change (release);
call foundation.append_only('sharing.referral_change');

-- Which machine client speaks for which partner.
create table sharing.partner_client (
  id uuid primary key,
  partner uuid not null references sharing.partner,
  client text not null unique,
  bound_at timestamptz not null,
  bound_by text not null
);
create index on sharing.partner_client (partner);
call foundation.append_only('sharing.partner_client');
