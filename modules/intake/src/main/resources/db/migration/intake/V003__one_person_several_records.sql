-- That two records are about the same person: a dated link. Nothing is moved or rewritten by it; every
-- record stays where it was made, and the link can be ended (T21, T27).
create table intake.customer_merge (
  id uuid primary key,
  version int not null,
  kept uuid not null references intake.customer,
  merged uuid not null references intake.customer,
  ground text not null,
  agreeing text[] not null,
  confidence text not null,
  why text not null,
  evidence text,
  merged_at timestamptz not null,
  merged_by text not null,
  merged_as text not null,
  unmerged_at timestamptz,
  unmerged_by text,
  unmerged_as text,
  unmerged_because text,
  known_from timestamptz,
  known_by text,
  check (kept <> merged),
  check ((unmerged_at is null) = (unmerged_because is null))
);
create unique index merged_once on intake.customer_merge (merged) where unmerged_at is null;
create index on intake.customer_merge (kept);
create index on intake.customer_merge (merged);
call foundation.track_history('intake.customer_merge');

-- The record under which a person is kept today: the asked one unless it was merged.
create function intake.kept_record(asked uuid) returns uuid
language sql stable parallel safe
as $$
  with recursive up (id, far) as (
    select $1, 0
    union all
    select m.kept, up.far + 1 from up join intake.customer_merge m on m.merged = up.id and m.unmerged_at is null
  )
  select id from up order by far desc limit 1
$$;

-- A record with all that were merged into it, itself first.
create function intake.records_under(asked uuid) returns uuid[]
language sql stable parallel safe
as $$
  with recursive down (id, far) as (
    select $1, 0
    union all
    select m.merged, down.far + 1 from down join intake.customer_merge m on m.kept = down.id and m.unmerged_at is null
  )
  select array_agg(id order by far, id) from down
$$;

-- All records about the same person, the kept one first.
create function intake.records_of(asked uuid) returns uuid[]
language sql stable parallel safe
as $$ select intake.records_under(intake.kept_record($1)) $$;

-- Two people who live together, or one of whom looks after the other: who else may be affected (F14).
create table intake.household_link (
  id uuid primary key,
  version int not null,
  customer uuid not null references intake.customer,
  other uuid not null references intake.customer,
  other_is text not null,
  starts_on date not null,
  ends_on date,
  recorded_by text not null,
  known_from timestamptz,
  known_by text,
  check (customer <> other),
  check (ends_on is null or starts_on <= ends_on)
);
create unique index household_once on intake.household_link (least(customer, other), greatest(customer, other))
  where ends_on is null;
create index on intake.household_link (customer);
create index on intake.household_link (other);
call foundation.track_history('intake.household_link');

-- A place that is visited, by its number in the national gazetteer; no person.
create table intake.property (
  id uuid primary key,
  version int not null,
  uprn text not null unique,
  address_line text not null,
  postcode text not null,
  access_note text,
  recorded_on date not null,
  known_from timestamptz,
  known_by text
);
call foundation.track_history('intake.property');

-- What customers said of themselves for equality reports, apart from all else. No history: what is
-- erased here is gone.
create table intake.equality_answer (
  customer uuid not null references intake.customer,
  characteristic text not null,
  answer text not null,
  said_on date not null,
  recorded_by text not null,
  primary key (customer, characteristic)
);

-- Search: English words of what was written, and identifiers by their beginning.
create function intake.words_of(a text, b text, c text, d text) returns tsvector
language sql immutable parallel safe
as $$
  select to_tsvector('pg_catalog.english'::regconfig,
    coalesce($1, '') || ' ' || coalesce($2, '') || ' ' || coalesce($3, '') || ' ' || coalesce($4, ''))
$$;
create index concern_words on intake.concern using gin (intake.words_of(summary, unknown_person, null, null));
create index incident_words on intake.incident
  using gin (intake.words_of(account, other_behaviour, affected_note, impact_note));
create index identifier_beginning on intake.customer_identifier (kind, value text_pattern_ops)
  where ended_on is null;
create index on intake.customer (date_of_birth, name_key) where date_of_birth is not null;

-- Names that look alike, the likest first. Its own threshold: what a session sets changes nothing.
create function intake.similar_names(asked text, at_most int)
returns table (customer uuid, likeness real)
language sql stable parallel safe
set pg_trgm.similarity_threshold = 0.5
as $$
  select c.id, public.similarity(c.name_key, $1)
    from intake.customer c
   where c.name_key operator(public.%) $1
   order by 2 desc, 1
   limit $2
$$;
