-- The reasons as they are compared between customers (F17): lower case, nothing but letters and digits.
alter table restrictions.imposed add column rationale text generated always as (
  md5(btrim(regexp_replace(lower(why_this || ' ' || why_nothing_less), '[^[:alnum:]]+', ' ', 'g')))) stored;
alter table restrictions.imposed_history add column rationale text;
create index on restrictions.imposed (rationale);

-- A review shows how old the newest first-hand evidence was (F13), and whether a meeting held it.
alter table restrictions.review
  add column newest_evidence_on date,
  add column meeting_id uuid;

-- The customer may ask for a review at any time.
create table restrictions.review_request (
  id uuid primary key,
  version int not null,
  restriction_id uuid not null references restrictions.imposed,
  asked_by text not null check (asked_by in ('CUSTOMER', 'REPRESENTATIVE')),
  representative_id uuid,
  asked_on date not null,
  words text not null,
  answer_by date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  review_id uuid references restrictions.review,
  known_from timestamptz,
  known_by text,
  check ((asked_by = 'REPRESENTATIVE') = (representative_id is not null))
);
create unique index on restrictions.review_request (restriction_id) where review_id is null;
create index on restrictions.review_request (restriction_id, asked_on);
call foundation.track_history('restrictions.review_request');

-- A restriction that was not kept to, with what shows it (T10).
create table restrictions.breach (
  id uuid primary key,
  restriction_id uuid not null references restrictions.imposed,
  customer_id uuid not null,
  incident_id uuid not null,
  occurred_on date not null,
  proof_of_service text not null,
  proof_of_breach text not null,
  review_due_on date,
  reported_by text not null,
  reported_at timestamptz not null,
  unique (restriction_id, incident_id)
);
call foundation.append_only('restrictions.breach');

-- All live restrictions looked at in one meeting, twice a year.
create table restrictions.review_meeting (
  id uuid primary key,
  held_on date not null,
  attendance text[] not null,
  next_due_on date not null,
  held_by text not null,
  recorded_at timestamptz not null
);
call foundation.append_only('restrictions.review_meeting');

create table restrictions.review_meeting_item (
  meeting_id uuid not null references restrictions.review_meeting,
  restriction_id uuid not null references restrictions.imposed,
  outcome text not null check (outcome in ('CONTINUE', 'AMEND', 'LIFT')),
  reason text not null,
  primary key (meeting_id, restriction_id)
);
call foundation.append_only('restrictions.review_meeting_item');
