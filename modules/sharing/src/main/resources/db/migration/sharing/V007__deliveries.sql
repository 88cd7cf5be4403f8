-- By which way sealed data are taken to a partner; null where its machine fetches them.
alter table sharing.partner add column delivery text;
alter table sharing.partner_history add column delivery text;

-- One sending of a version by that way, at once the obligation and the outbox: one for each entry
-- that the partner's machine would follow.
create table sharing.referral_delivery (
  id uuid primary key,
  release uuid not null references sharing.referral_release,
  partner uuid not null,
  position bigint not null,
  delivery text not null,
  state text not null check (state in ('OPEN', 'REJECTED', 'DONE', 'NOT_NEEDED')),
  opened_at timestamptz not null,
  attempts int not null default 0,
  failures int not null default 0,
  next_attempt_at timestamptz,
  -- While one node hands it over, no other takes it; a node that dies loses it when this has passed.
  claimed_until timestamptz,
  last_fault text,
  last_words text,
  reference text,
  delivered_at timestamptz,
  unique (partner, position),
  foreign key (partner, position) references sharing.referral_change,
  check ((state = 'DONE') = (reference is not null)),
  check ((reference is null) = (delivered_at is null))
);
create index on sharing.referral_delivery (next_attempt_at) where state = 'OPEN';
create index on sharing.referral_delivery (release);
