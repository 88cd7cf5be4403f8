-- Certificates that plugins may be signed with, each for ids that begin in a certain way. One that
-- is revoked stays: what it signed must stay explainable.
create table pluginhost.signing_key (
  id uuid primary key,
  thumbprint text not null unique,
  certificate bytea not null,
  subject text not null,
  valid_until timestamptz not null,
  id_prefixes text[] not null check (cardinality(id_prefixes) > 0),
  takes_over_from uuid,
  trusted_at timestamptz not null,
  trusted_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_because text,
  known_from timestamptz,
  known_by text,
  check ((revoked_at is null) = (revoked_because is null))
);
call foundation.track_history('pluginhost.signing_key');
