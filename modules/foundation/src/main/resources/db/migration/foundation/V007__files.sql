-- A file from the moment it is announced. The row names each step of its life with its time, so it
-- needs no history; what is in it lies in the chunks, and is gone when they are deleted (T26).
create table foundation.file (
  id uuid primary key,
  version int not null,
  name text not null,
  type text not null,
  size bigint not null check (size > 0),
  digest bytea not null check (octet_length(digest) = 32),
  uploaded_by text not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  received_at timestamptz,
  scan text,
  owner_type text,
  owner_id uuid,
  person_id uuid,
  kept_at timestamptz,
  check ((received_at is null) = (scan is null)),
  check ((kept_at is null) = (owner_id is null)),
  check (kept_at is null or received_at is not null)
);
create index on foundation.file (uploaded_by) where kept_at is null;
create index on foundation.file (expires_at) where kept_at is null;
create index on foundation.file (owner_id) where owner_id is not null;

create table foundation.file_chunk (
  file uuid not null references foundation.file on delete cascade,
  position int not null,
  bytes bytea not null,
  primary key (file, position)
);
-- Pictures, sound and documents are compressed already: they are laid beside the row as they are.
alter table foundation.file_chunk alter column bytes set storage external;
create trigger never_changed before update on foundation.file_chunk
  for each row execute function foundation.refuse_change();

-- What download links are signed with. Drawn by the database's own generator of random numbers.
create table foundation.file_link_key (
  only_one boolean primary key default true check (only_one),
  key bytea not null
);
insert into foundation.file_link_key (key)
  select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
