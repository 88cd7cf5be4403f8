-- A decision that follows an earlier one: it takes its place from when the customer is told, or at
-- once where it only loosens (T9, T10). A row that was decided never changes.
alter table restrictions.imposed
  add column decision text not null default 'IMPOSED',
  add column first_id uuid,
  add column replaces_id uuid,
  add column loosens boolean not null default false,
  add column decided_on_appeal uuid,
  add column evidence_kind text,
  add column evidence_incident uuid,
  add column evidence_reference text,
  add column evidence_on date,
  add column no_evidence_because text,
  add column replaced_from timestamptz,
  add column suspended_on_appeal uuid,
  add column resume_decided_at timestamptz,
  add column resume_because text,
  add column resume_notice_id uuid,
  add column resumed_from timestamptz;
alter table restrictions.imposed_history
  add column decision text not null default 'IMPOSED',
  add column first_id uuid,
  add column replaces_id uuid,
  add column loosens boolean not null default false,
  add column decided_on_appeal uuid,
  add column evidence_kind text,
  add column evidence_incident uuid,
  add column evidence_reference text,
  add column evidence_on date,
  add column no_evidence_because text,
  add column replaced_from timestamptz,
  add column suspended_on_appeal uuid,
  add column resume_decided_at timestamptz,
  add column resume_because text,
  add column resume_notice_id uuid,
  add column resumed_from timestamptz;

alter table restrictions.imposed
  drop constraint imposed_check3,
  add constraint in_force_once_told check (
    emergency or loosens or nature = 'SUPPORTIVE' or status not in ('IN_FORCE', 'SUSPENDED')
    or notified_at is not null),
  add constraint what_follows_replaces check (
    decision in ('IMPOSED', 'VARIED', 'EXTENDED')
    and (decision = 'IMPOSED') = (replaces_id is null)
    and (decision = 'IMPOSED') = (first_id is null)),
  add constraint an_extension_has_evidence check ((decision = 'EXTENDED') = (evidence_kind is not null));
create index on restrictions.imposed (first_id) where first_id is not null;
create index on restrictions.imposed (replaces_id) where replaces_id is not null;
create index on restrictions.imposed (resume_notice_id) where resume_notice_id is not null;
