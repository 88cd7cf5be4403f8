-- Letters that go to the printer together, each in exactly one batch (P10.3).
create sequence correspondence.print_batch_number;

create table correspondence.print_batch (
  id uuid primary key,
  version int not null,
  reference text not null unique,
  post_on date not null,
  made_at timestamptz not null,
  made_by text not null,
  -- When its archive was put into the folder; null again while it is to be put there once more.
  handed_over_at timestamptz,
  posted_on date,
  confirmed_at timestamptz,
  confirmed_by text,
  known_from timestamptz,
  known_by text,
  check ((posted_on is null) = (confirmed_at is null)),
  check ((posted_on is null) = (confirmed_by is null))
);
create index on correspondence.print_batch (made_at desc, id desc);
create index on correspondence.print_batch (id) where handed_over_at is null;
call foundation.track_history('correspondence.print_batch');

create table correspondence.print_item (
  batch_id uuid not null references correspondence.print_batch,
  position int not null,
  notice_id uuid not null unique references correspondence.notice,
  method text not null check (method in ('FIRST_CLASS', 'SECOND_CLASS')),
  file_name text not null,
  digest text not null check (length(digest) = 64),
  primary key (batch_id, position)
);
call foundation.append_only('correspondence.print_item');
