-- Where a partner wants to hear that there is something to fetch. Secrets are sealed; while one is
-- changed the one before it signs too, until its day has come.
create table sharing.webhook (
  id uuid primary key,
  version int not null,
  partner uuid not null references sharing.partner,
  url text not null,
  secret text not null,
  secret_before text,
  secret_before_until timestamptz,
  registered_at timestamptz not null,
  registered_by text not null,
  ended_at timestamptz,
  known_from timestamptz,
  known_by text,
  check ((secret_before is null) = (secret_before_until is null))
);
create unique index webhook_live_once on sharing.webhook (partner) where ended_at is null;
call foundation.track_history('sharing.webhook');

-- What was or is to be said there; nothing personal is in it.
create table sharing.webhook_delivery (
  id uuid primary key,
  webhook uuid not null references sharing.webhook,
  event text not null check (event in ('REFERRAL_CHANGED', 'TEST')),
  position bigint not null,
  state text not null check (state in ('OPEN', 'DONE', 'DEAD')),
  opened_at timestamptz not null,
  attempts int not null default 0,
  next_attempt_at timestamptz,
  claimed_until timestamptz,
  last_status int,
  last_fault text,
  delivered_at timestamptz
);
create index on sharing.webhook_delivery (next_attempt_at) where state = 'OPEN';
create index on sharing.webhook_delivery (webhook, id);
