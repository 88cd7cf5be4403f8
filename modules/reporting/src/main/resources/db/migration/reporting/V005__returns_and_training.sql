-- What each commissioned service has to report on each quarter (PR.3); a row is there from the day
-- after the quarter, so that a missing one can be seen.
create table reporting.service_return (
  id uuid primary key,
  version integer not null,
  service_area text not null,
  provider text not null,
  quarter date not null,
  due_on date not null,
  contacts integer,
  contacts_caused_by_us integer,
  incidents integer,
  warnings integer,
  restrictions integer,
  appeals integer,
  policy_adopted boolean,
  words text,
  submitted_by text,
  submitted_at timestamptz,
  unique (service_area, quarter),
  check ((submitted_at is null) = (words is null))
);

-- Sessions on the policy and the CRM, and what was done to promote the scheme (P4.1).
create table reporting.training_session (
  id uuid primary key,
  kind text not null check (kind in ('POLICY', 'CRM', 'PROMOTION')),
  title text not null,
  held_on date not null,
  service_area text,
  policy_version uuid,
  attended text[] not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
call foundation.append_only('reporting.training_session');

-- That somebody read a version of the policy and accepted it (P4.1, PP.1).
create table reporting.policy_acceptance (
  id uuid primary key,
  policy_version uuid not null,
  actor text not null,
  accepted_at timestamptz not null,
  unique (policy_version, actor)
);
call foundation.append_only('reporting.policy_acceptance');
