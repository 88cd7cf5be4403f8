-- A version of the written policy. Its text, figures, authority and carve-outs are documents that are
-- written once: from the day it is in use they cannot change, whoever tries.
create table policy.policy_version (
  id uuid primary key,
  version int not null,
  label text not null unique,
  change_kind text not null check (change_kind in ('CREATION', 'MAJOR', 'UPDATE')),
  status text not null check (status in ('DRAFT', 'ADOPTED', 'APPROVED')),
  document text not null,
  figures text not null,
  authority text not null,
  carve_outs text not null,
  drafted_at timestamptz not null,
  drafted_by text not null,
  in_force_from timestamptz,
  review_due date,
  adopted_at timestamptz,
  adopted_by text,
  adoption_reason text,
  approved_at timestamptz,
  approved_by text,
  known_from timestamptz,
  known_by text,
  check ((status = 'DRAFT') = (in_force_from is null)),
  check ((in_force_from is null) = (review_due is null)),
  check ((adopted_at is null) = (adoption_reason is null)),
  check ((status = 'APPROVED') = (approved_at is not null)),
  check (status <> 'ADOPTED' or adopted_at is not null)
);
-- One version in force at a time: each begins at an instant of its own.
create unique index policy_version_in_force on policy.policy_version (in_force_from) where in_force_from is not null;
-- There is one first policy.
create unique index policy_version_created on policy.policy_version (change_kind)
  where change_kind = 'CREATION' and status <> 'DRAFT';
call foundation.track_history('policy.policy_version');

create function policy.keep_what_is_in_use() returns trigger
language plpgsql
as $$
begin
  if old.status = 'DRAFT' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or (new.label, new.change_kind, new.document, new.figures, new.authority, new.carve_outs,
      new.in_force_from, new.review_due, new.adopted_at, new.adoption_reason)
      is distinct from (old.label, old.change_kind, old.document, old.figures, old.authority, old.carve_outs,
      old.in_force_from, old.review_due, old.adopted_at, old.adoption_reason)
      or new.status = 'DRAFT' or (old.status = 'APPROVED' and new.status <> 'APPROVED') then
    raise exception 'a version of the policy that is in use does not change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger keep_what_is_in_use before update or delete on policy.policy_version
  for each row execute function policy.keep_what_is_in_use();

create table policy.policy_approval (
  id uuid primary key,
  version int not null,
  policy_version uuid not null references policy.policy_version,
  step text not null,
  given_by text not null,
  given_on date not null,
  reference text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  known_from timestamptz,
  known_by text,
  unique (policy_version, step)
);
call foundation.track_history('policy.policy_approval');

create table policy.policy_consultation (
  id uuid primary key,
  version int not null,
  policy_version uuid not null references policy.policy_version,
  consultee text not null,
  answered_on date not null,
  answer text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  known_from timestamptz,
  known_by text,
  unique (policy_version, consultee)
);
call foundation.track_history('policy.policy_consultation');

-- A finding of the linter that somebody lets stand, and why.
create table policy.accepted_finding (
  id uuid primary key,
  version int not null,
  policy_version uuid not null references policy.policy_version,
  code text not null,
  clause text not null,
  reason text not null,
  accepted_at timestamptz not null,
  accepted_by text not null,
  known_from timestamptz,
  known_by text,
  unique (policy_version, code, clause)
);
call foundation.track_history('policy.accepted_finding');

-- That somebody who works here has read a version and will follow it (PP.1).
create table policy.read_confirmation (
  policy_version uuid not null references policy.policy_version,
  actor text not null,
  confirmed_at timestamptz not null,
  primary key (policy_version, actor)
);
call foundation.append_only('policy.read_confirmation');
