-- What other systems say that they block, run by run, and what came of comparing it with the register
-- (F9). A row of a finding may be erased, never changed.
create table restrictions.external_block_run (
  id uuid primary key,
  system text not null,
  taken_at timestamptz not null,
  reported_at timestamptz not null,
  reported_by text not null,
  blocks int not null
);
create index on restrictions.external_block_run (system, reported_at);
call foundation.append_only('restrictions.external_block_run');

create table restrictions.external_block (
  run_id uuid not null references restrictions.external_block_run,
  subject uuid not null,
  position int not null,
  finding text not null check (finding in ('MATCHED', 'NOT_IDENTIFIED', 'NO_RESTRICTION',
    'RESTRICTION_ENDED', 'NOT_IN_FORCE', 'RESTRICTION_WITHOUT_BLOCK')),
  reference text,
  what text,
  since date,
  customer_id uuid,
  restriction_id uuid,
  primary key (run_id, subject)
);
create index on restrictions.external_block (subject);
create trigger never_changed before update on restrictions.external_block
  for each row execute function foundation.refuse_change();
