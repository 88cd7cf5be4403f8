-- What the front line is told, ready to read: one row a customer, written in the transaction of the
-- act that changes it. Everything here can be built again from the modules that own it.
create sequence restrictions.front_desk_revision;

create table restrictions.front_desk_person (
  customer_id uuid primary key,
  revision bigint not null,
  date_of_birth date,
  name_key text not null,
  counts_contacts boolean not null,
  content text not null
);

-- By what a customer can be recognised (T21). One value may belong to several customers.
create table restrictions.front_desk_identifier (
  kind text not null,
  value text not null,
  customer_id uuid not null,
  doubtful boolean not null,
  primary key (kind, value, customer_id)
);
create index on restrictions.front_desk_identifier (customer_id);

-- Officers, buildings and service areas as of now, and what of the policy the front line needs.
create table restrictions.front_desk_directory (
  kind text not null,
  id text not null,
  content text not null,
  primary key (kind, id)
);

-- One row; its revision says whether the directory that a node remembers is still the current one.
create table restrictions.front_desk_edition (
  name text primary key,
  revision bigint not null
);
insert into restrictions.front_desk_edition values ('directory', nextval('restrictions.front_desk_revision'));

-- Contacts that count towards a limit: from the customer, got through, no protected topic, not
-- caused by the council (P6.3a, F16).
create table restrictions.front_desk_contact (
  contact_id uuid primary key,
  customer_id uuid not null,
  at timestamptz not null,
  channel text not null
);
create index on restrictions.front_desk_contact (customer_id, at);

-- Customers with an appeal that waits for a decision, as the module that keeps appeals says.
create table restrictions.appeal_pending (
  customer_id uuid primary key
);
