-- Jars as they were brought. What every node loads is what lies here, byte for byte.
create table pluginhost.artifact (
  sha256 text primary key,
  plugin_id text not null,
  version text not null,
  bytes bytea not null,
  spi_range text not null,
  provider text,
  uses text[] not null,
  signer_thumbprint text not null,
  signer_subject text not null,
  route text not null check (route in ('UPLOAD', 'FOLDER', 'COMMAND_LINE')),
  brought_at timestamptz not null,
  brought_by text not null
);
create index on pluginhost.artifact (plugin_id, brought_at);
call foundation.append_only('pluginhost.artifact');

-- What the nodes are to do. One that was uninstalled keeps its row: what it made may still be in
-- force, and it may come again.
create table pluginhost.plugin (
  id uuid primary key,
  version int not null,
  plugin_id text not null unique,
  state text not null check (state in ('STAGED', 'ENABLED', 'DISABLED', 'UNINSTALLED')),
  current text not null references pluginhost.artifact,
  previous text,
  staged text,
  disabled_because text,
  changed_at timestamptz not null,
  changed_by text not null,
  known_from timestamptz,
  known_by text,
  check (state <> 'ENABLED' or disabled_because is null)
);
call foundation.track_history('pluginhost.plugin');

-- Who is there, and what each of them made of it; written by the node itself.
create table pluginhost.node (
  id uuid primary key,
  name text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
create table pluginhost.node_plugin (
  node uuid not null references pluginhost.node on delete cascade,
  plugin_id text not null,
  version text,
  sha256 text,
  state text not null,
  problems text[] not null,
  calls bigint not null,
  failed bigint not null,
  timed_out bigint not null,
  mean_micros bigint not null,
  longest_micros bigint not null,
  reported_at timestamptz not null,
  primary key (node, plugin_id)
);
