-- Whether what is appealed against is set aside until the appeal is decided (P10, T6).
create table appeals.suspension (
  id uuid primary key,
  appeal_id uuid not null references appeals.appeal,
  suspends boolean not null,
  restrictions text[] not null,
  reason text not null,
  by_actor text not null,
  at timestamptz not null,
  known_from timestamptz,
  known_by text,
  check (suspends = (cardinality(restrictions) > 0))
);
create index on appeals.suspension (appeal_id);
call foundation.track_history('appeals.suspension');

-- What a partly upheld appeal put gentler terms in the place of (P10.5, T7).
create table appeals.variation (
  id uuid primary key,
  appeal_id uuid not null references appeals.appeal,
  earlier uuid not null,
  later uuid not null,
  unique (appeal_id, earlier)
);
call foundation.append_only('appeals.variation');
