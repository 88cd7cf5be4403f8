-- What was handed on of a case: for whom, who asked, and the archive itself (F7, question 31).
create table sharing.evidence_pack (
  id uuid primary key,
  version int not null,
  case_id uuid not null,
  person_id uuid not null,
  purpose text not null,
  recipient text not null,
  requested_by text not null,
  reference text,
  file uuid not null unique,
  key_thumbprint text not null,
  chain_head text,
  made_by text not null,
  made_at timestamptz not null
);
create index on sharing.evidence_pack (case_id, made_at);
call foundation.append_only('sharing.evidence_pack');

-- The council's key that packs are signed with: drawn once, the same on every node.
create table sharing.pack_key (
  only_one boolean primary key default true check (only_one),
  private_key bytea not null,
  public_key bytea not null
);
call foundation.append_only('sharing.pack_key');
