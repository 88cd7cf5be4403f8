-- A statement that nothing is in force, as it was given out (F7). It outlives nothing: what recognises
-- somebody in it can be erased with the row.
create sequence restrictions.nothing_in_force_number;
create table restrictions.nothing_in_force (
  id uuid primary key,
  reference text not null unique,
  customer_id uuid,
  said_of text,
  given text[] not null,
  at timestamptz not null,
  stated_by text not null
);
create index on restrictions.nothing_in_force (customer_id) where customer_id is not null;
create trigger never_changed before update on restrictions.nothing_in_force
  for each row execute function foundation.refuse_change();

-- Each print of a desk list: who holds a paper copy, until when, and of what.
create table restrictions.desk_list (
  id uuid primary key,
  building_id uuid not null,
  printed_at timestamptz not null,
  printed_by text not null,
  expires_at timestamptz not null,
  people int not null,
  digest text not null
);
create index on restrictions.desk_list (building_id, printed_at);
call foundation.append_only('restrictions.desk_list');
