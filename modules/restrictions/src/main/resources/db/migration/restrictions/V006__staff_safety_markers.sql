-- The second register (T17): how staff stay safe, with a person or at a place. No row refuses anybody anything.
create sequence restrictions.marker_number;

create table restrictions.marker (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  customer_id uuid,
  uprn text,
  property_id uuid,
  address_key text,
  tenancy_id uuid,
  incident_id uuid not null,
  category text not null,
  precautions text[] not null check (
    cardinality(precautions) > 0
    and precautions <@ array[
      'VISIT_IN_PAIRS', 'RING_BEFORE_VISITING', 'REPORT_IN_BEFORE_AND_AFTER', 'CARRY_ALARM', 'ANIMAL_SECURED_FIRST',
      'PROTECTIVE_CLOTHING', 'MEET_IN_PAIRS', 'MEET_WITHIN_SIGHT', 'WAY_OUT_CLEAR', 'COLLEAGUE_LISTENS']),
  note text not null check (length(note) between 1 and 300),
  identification text not null check (identification in ('CONFIRMED', 'PROBABLE', 'UNCERTAIN')),
  lead_service text not null,
  about_child boolean not null,
  safeguarding_lead text,
  safeguarding_reasons text,
  safeguarding_notice_to text,
  told_on date,
  told_how text,
  not_told_because text,
  not_told_by text,
  not_told_review_on date,
  review_on date not null,
  ends_on date not null,
  policy_version uuid not null,
  placed_at timestamptz not null,
  placed_by text not null,
  placed_as text not null,
  ended_at timestamptz,
  ended_by_actor text,
  end_cause text check (end_cause in ('DECIDED', 'REVIEW', 'CHALLENGE', 'EXPIRED', 'TENANCY_ENDED')),
  end_reason text,
  end_told_on date,
  end_told_how text,
  keep_until date,
  known_from timestamptz,
  known_by text,
  check ((customer_id is null) <> (uprn is null)),
  check (customer_id is null or identification <> 'UNCERTAIN'),
  check (tenancy_id is null or uprn is not null),
  check (not about_child or safeguarding_lead is not null),
  check ((not_told_because is null) = (not_told_by is null) and (not_told_because is null) = (not_told_review_on is null)),
  check ((ended_at is null) = (end_cause is null) and (ended_at is null) = (keep_until is null)),
  check (review_on <= ends_on)
);
create index on restrictions.marker (customer_id);
create index on restrictions.marker (uprn);
create index on restrictions.marker (address_key);
create index on restrictions.marker (incident_id);
create index on restrictions.marker (tenancy_id) where tenancy_id is not null;
call foundation.track_history('restrictions.marker');

create table restrictions.marker_review (
  id uuid primary key,
  marker_id uuid not null references restrictions.marker,
  outcome text not null check (outcome in ('KEEP', 'END')),
  reasons text not null,
  next_review_on date,
  by_actor text not null,
  by_role text not null,
  at timestamptz not null,
  check ((outcome = 'KEEP') = (next_review_on is not null))
);
create index on restrictions.marker_review (marker_id, at);
call foundation.append_only('restrictions.marker_review');

-- The person's own word about it, and the answer of somebody who had no part in it.
create table restrictions.marker_challenge (
  id uuid primary key,
  version int not null,
  marker_id uuid not null references restrictions.marker,
  grounds text not null,
  received_on date not null,
  answer_by date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  outcome text check (outcome in ('STANDS', 'ENDS')),
  reasons text,
  answered_by text,
  answered_as text,
  answered_at timestamptz,
  known_from timestamptz,
  known_by text,
  check ((outcome is null) = (answered_at is null))
);
create index on restrictions.marker_challenge (marker_id);
create unique index on restrictions.marker_challenge (marker_id) where outcome is null;
call foundation.track_history('restrictions.marker_challenge');

-- Who read which state of it; whoever holds it is told of its end (F11).
create table restrictions.marker_acknowledgement (
  marker_id uuid not null references restrictions.marker,
  marker_version int not null,
  actor text not null,
  at timestamptz not null,
  primary key (marker_id, actor, marker_version)
);
call foundation.append_only('restrictions.marker_acknowledgement');

-- What the front line is told of a place, whoever is there (T21); as ready to read as the rest of the projection.
create table restrictions.front_desk_place (
  place text primary key,
  content text not null
);
