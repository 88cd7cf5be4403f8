-- That a response has to be recorded on the corporate CRM (P4.2), and how far that has come. One row
-- for each response; what it says about a notice's recording stands on the notice too.
create table correspondence.crm_recording (
  id uuid primary key,
  version int not null,
  subject_type text not null check (subject_type in ('Notice', 'PolicyShare')),
  subject_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  our_reference text not null,
  author text not null,
  service_areas text[] not null,
  opened_at timestamptz not null,
  due_on date not null,
  -- When and how the response was given; null while it was not.
  responded_at timestamptz,
  channel text,
  state text not null check (state in ('OPEN', 'REJECTED', 'DONE')),
  attempts int not null default 0,
  failures int not null default 0,
  next_attempt_at timestamptz,
  -- While one node hands it over, no other takes it; a node that dies loses it when this has passed.
  claimed_until timestamptz,
  system text,
  last_fault text,
  last_words text,
  reference text,
  recorded_at timestamptz,
  recorded_by text,
  unique (subject_type, subject_id),
  check ((responded_at is null) = (channel is null)),
  check ((state = 'DONE') = (reference is not null)),
  check ((reference is null) = (recorded_at is null)),
  check ((reference is null) = (recorded_by is null))
);
create index on correspondence.crm_recording (next_attempt_at) where state = 'OPEN';
create index on correspondence.crm_recording (state, due_on, id);
create index on correspondence.crm_recording (customer_id);

insert into correspondence.crm_recording
  (id, version, subject_type, subject_id, customer_id, kind, our_reference, author, service_areas,
   opened_at, due_on, responded_at, channel, state, next_attempt_at, reference, recorded_at,
   recorded_by)
select gen_random_uuid(), 0, 'Notice', n.id, n.customer_id,
       lower(replace(n.kind, '_', '-')) || '-notice', n.reference, n.signed_by, '{}',
       n.issued_at, n.crm_due_on, s.sent_at,
       case s.method when 'EMAIL' then 'EMAIL' when 'PORTAL' then 'PORTAL'
                     when 'HAND' then 'FACE_TO_FACE'
                     else case when s.method is null then null else 'LETTER' end end,
       case when n.crm_reference is null then 'OPEN' else 'DONE' end,
       case when n.crm_reference is null then s.sent_at end,
       n.crm_reference, n.crm_recorded_at, n.crm_recorded_by
  from correspondence.notice n
  left join correspondence.service_entry s on s.notice_id = n.id and s.position = 1;
