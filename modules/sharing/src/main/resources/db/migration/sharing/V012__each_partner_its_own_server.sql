-- How a partner is reached by a way: every configuration that was made, by key. Secrets are apart, sealed for this
-- partner, way and key alone.
create table sharing.delivery_configuration (
  partner uuid not null references sharing.partner,
  way text not null,
  number int not null,
  settings text not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (partner, way, number)
);
call foundation.append_only('sharing.delivery_configuration');

create table sharing.delivery_secret (
  partner uuid not null references sharing.partner,
  way text not null,
  key text not null,
  sealed text not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (partner, way, key)
);
