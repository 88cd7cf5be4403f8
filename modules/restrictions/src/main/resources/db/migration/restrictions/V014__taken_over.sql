-- A register that the council kept before, taken over entry by entry. What was imposed elsewhere is an
-- action like any other; what is not known of it is a finding, never made up (T9, F1, F2, F17).
create table restrictions.register_import (
  id uuid primary key,
  source text not null,
  at timestamptz not null,
  by_actor text not null,
  entries int not null
);
call foundation.append_only('restrictions.register_import');

alter table restrictions.imposed add column taken_over boolean not null default false;
alter table restrictions.imposed_history add column taken_over boolean not null default false;
-- An end that nobody recorded is no permanence.
alter table restrictions.imposed
  drop constraint imposed_check,
  add constraint ends_or_permanent check (
    nature = 'SUPPORTIVE' or permanent = (ends_on is null) or (taken_over and not permanent));

-- What the earlier register said that this one has no other place for.
create table restrictions.taken_over (
  id uuid primary key,
  restriction_id uuid not null unique references restrictions.imposed,
  import_id uuid not null references restrictions.register_import,
  source text not null,
  source_reference text not null,
  digest text not null,
  decided_by text,
  sent_how text,
  sent_on date,
  notified_at timestamptz,
  review_on date,
  appeal_told boolean not null,
  wording text,
  known_from timestamptz,
  known_by text,
  unique (source, source_reference),
  check ((sent_how is null) = (sent_on is null)),
  check ((sent_on is null) = (notified_at is null))
);
create index on restrictions.taken_over (import_id);
call foundation.track_history('restrictions.taken_over');
