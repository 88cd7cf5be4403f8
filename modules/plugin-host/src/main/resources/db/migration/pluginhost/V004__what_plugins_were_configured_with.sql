-- What plugins were configured with, once and again: the newest version counts.
create table pluginhost.configuration (
  plugin uuid not null references pluginhost.plugin,
  version int not null check (version > 0),
  settings jsonb not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (plugin, version)
);
call foundation.append_only('pluginhost.configuration');

-- Secrets of plugins, sealed. A new one takes the place of the old, which is good for nothing more;
-- the audit trail says who set one, and when.
create table pluginhost.secret (
  plugin uuid not null references pluginhost.plugin,
  key text not null,
  sealed bytea not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (plugin, key)
);
