-- Public halves only. A retired key stays: what was sealed with it must stay explainable.
create table sharing.partner_key (
  id uuid primary key,
  partner uuid not null references sharing.partner,
  key_id text not null,
  key_use text not null check (key_use in ('ENCRYPTION', 'SIGNATURE')),
  algorithm text not null,
  public_key text not null,
  thumbprint text not null unique,
  valid_from date not null,
  valid_until date not null,
  added_at timestamptz not null,
  added_by text not null,
  retired_at timestamptz,
  retired_by text,
  retired_because text,
  known_from timestamptz,
  known_by text,
  unique (partner, key_id),
  check (valid_from <= valid_until)
);
create index on sharing.partner_key (partner, valid_from);
call foundation.track_history('sharing.partner_key');
