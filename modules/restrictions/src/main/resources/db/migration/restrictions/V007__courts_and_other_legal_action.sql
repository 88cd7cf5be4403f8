-- What a court or the police said a person may not do. It outranks what the council decided (T11).
create sequence restrictions.court_terms_number;

create table restrictions.court_terms (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  customer_id uuid not null,
  kind text not null check (kind in
    ('INJUNCTION', 'UNDERTAKING', 'BAIL_CONDITION', 'CRIMINAL_BEHAVIOUR_ORDER', 'RESTRAINING_ORDER', 'OTHER')),
  court text not null,
  case_number text not null,
  made_on date not null,
  terms text not null,
  rules text not null,
  valid_from date not null,
  valid_until date,
  served_on date not null,
  served_by text not null,
  check_on date not null,
  injunction_id uuid,
  recorded_by text not null,
  recorded_as text not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by_actor text,
  end_reason text,
  known_from timestamptz,
  known_by text,
  check (valid_until is null or valid_until >= valid_from),
  check ((ended_at is null) = (end_reason is null))
);
create index on restrictions.court_terms (customer_id);
call foundation.track_history('restrictions.court_terms');

-- An injunction that the council may seek: tied to an exclusion that was breached (P8.3.13, T11).
create sequence restrictions.injunction_number;

create table restrictions.injunction (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  restriction_id uuid not null references restrictions.imposed,
  customer_id uuid not null,
  breaches text not null,
  reasons text not null,
  advice_by text not null,
  advice_on date not null,
  advice text not null,
  youth_consulted_with text,
  youth_consulted_on date,
  youth_outcome text,
  capacity_lead text,
  capacity_reasons text,
  litigation_friend text,
  authority_roles text[] not null,
  authority_scheme text not null,
  policy_version uuid not null,
  authorised_by text not null,
  authorised_as text not null,
  as_deputy boolean not null,
  authorised_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text,
  known_from timestamptz,
  known_by text,
  check ((youth_consulted_with is null) = (youth_consulted_on is null)),
  check ((withdrawn_at is null) = (withdrawn_because is null))
);
create unique index on restrictions.injunction (restriction_id) where withdrawn_at is null;
create index on restrictions.injunction (customer_id);
call foundation.track_history('restrictions.injunction');

-- Other legal action for the rights of staff (P9.5).
create sequence restrictions.legal_action_number;

create table restrictions.legal_action (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  customer_id uuid not null,
  restriction_id uuid references restrictions.imposed,
  kind text not null check (kind in
    ('CIVIL_CLAIM', 'PROSECUTION', 'PROTECTION_NOTICE', 'TENANCY_PROCEEDINGS', 'OTHER')),
  about text not null,
  authority text not null,
  authorised_by text not null,
  external_reference text,
  stage text not null check (stage in
    ('CONSIDERED', 'AUTHORISED', 'LETTER_SENT', 'BEGUN', 'HEARD', 'CONCLUDED', 'WITHDRAWN')),
  outcome text,
  next_step_on date,
  recorded_at timestamptz not null,
  known_from timestamptz,
  known_by text,
  check (stage <> 'CONCLUDED' or outcome is not null)
);
create index on restrictions.legal_action (customer_id);
call foundation.track_history('restrictions.legal_action');

create table restrictions.legal_action_step (
  id uuid primary key,
  legal_action_id uuid not null references restrictions.legal_action,
  stage text not null,
  note text not null,
  by_actor text not null,
  at timestamptz not null
);
create index on restrictions.legal_action_step (legal_action_id, at);
call foundation.append_only('restrictions.legal_action_step');
