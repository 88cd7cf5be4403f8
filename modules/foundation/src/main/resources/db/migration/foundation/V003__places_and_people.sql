create table foundation.service_area (
  id uuid primary key,
  version int not null,
  code text not null unique,
  name text not null,
  commissioned boolean not null,
  provider text,
  contract_reference text,
  telephone text,
  email text,
  ended_on date,
  known_from timestamptz,
  known_by text,
  check (commissioned = (provider is not null))
);
call foundation.track_history('foundation.service_area');

create table foundation.building (
  id uuid primary key,
  version int not null,
  code text not null unique,
  name text not null,
  address text not null,
  service_area_code text,
  tenant_homes boolean not null,
  polling_place boolean not null,
  public_meetings boolean not null,
  closed_on date,
  known_from timestamptz,
  known_by text
);
call foundation.track_history('foundation.building');

-- Zones and closures are written anew with each change of their building; each keeps its own history,
-- so that a building can be shown whole as it was known at any instant.
create table foundation.building_zone (
  building uuid not null references foundation.building on delete cascade,
  position int not null,
  code text not null,
  name text not null,
  common_part_of_homes boolean not null,
  id uuid not null default uuidv7(),
  known_from timestamptz,
  known_by text,
  primary key (building, position)
);
call foundation.track_history('foundation.building_zone');

create table foundation.building_closure (
  building uuid not null references foundation.building on delete cascade,
  position int not null,
  first_day date not null,
  last_day date not null,
  reason text not null,
  id uuid not null default uuidv7(),
  known_from timestamptz,
  known_by text,
  primary key (building, position),
  check (first_day <= last_day)
);
call foundation.track_history('foundation.building_closure');

-- Somebody who works here, as far as the front line must be able to reach them.
create table foundation.officer (
  id uuid primary key,
  version int not null,
  actor text not null unique,
  name text not null,
  post text not null,
  service_area_code text,
  telephone text,
  email text,
  deputy uuid references foundation.officer,
  left_on date,
  known_from timestamptz,
  known_by text
);
call foundation.track_history('foundation.officer');

create table foundation.officer_absence (
  officer uuid not null references foundation.officer on delete cascade,
  position int not null,
  first_day date not null,
  last_day date not null,
  id uuid not null default uuidv7(),
  known_from timestamptz,
  known_by text,
  primary key (officer, position),
  check (first_day <= last_day)
);
call foundation.track_history('foundation.officer_absence');

create table foundation.assignment (
  id uuid primary key,
  version int not null,
  officer uuid not null references foundation.officer,
  kind text not null,
  subject_type text,
  subject_id text,
  first_day date not null,
  last_day date,
  known_from timestamptz,
  known_by text,
  check (last_day is null or first_day <= last_day)
);
create index on foundation.assignment (officer);
create index on foundation.assignment (kind, subject_id);
call foundation.track_history('foundation.assignment');

create table foundation.acting_appointment (
  id uuid primary key,
  version int not null,
  actor text not null,
  post text not null,
  service_areas text[] not null,
  cause text not null,
  first_day date not null,
  last_day date not null,
  reason text not null,
  ended_at timestamptz,
  known_from timestamptz,
  known_by text,
  check (first_day <= last_day)
);
create index on foundation.acting_appointment (actor, last_day);
call foundation.track_history('foundation.acting_appointment');
