-- One row for each plugin file that was ever taken into use, whatever node was first.
create table pluginhost.plugin_release (
  id uuid primary key,
  plugin_id text not null,
  version text not null,
  sha256 text not null,
  installed_at timestamptz not null,
  unique (plugin_id, version, sha256)
);
call foundation.append_only('pluginhost.plugin_release');
