-- The council's signing keys: drawn once for each use, the same on every node. The private half is
-- sealed with a secret that the database does not know. Where there is none (an earlier release kept
-- its key open) a key signs nothing any more and only shows what was signed with it.
create table sharing.council_key (
  thumbprint text primary key,
  key_use text not null check (key_use in ('PACKS', 'REFERRALS')),
  public_key text not null,
  sealed text,
  drawn_at timestamptz not null
);
create unique index council_key_signs on sharing.council_key (key_use) where sealed is not null;
call foundation.append_only('sharing.council_key');

insert into sharing.council_key (thumbprint, key_use, public_key, drawn_at)
select translate(encode(sha256(convert_to(k.jwk, 'UTF8')), 'base64'), '+/=', '-_'), 'PACKS', k.jwk, now()
  from (select '{"crv":"Ed25519","kty":"OKP","x":"'
            || translate(encode(substring(public_key from 13), 'base64'), '+/=', '-_') || '"}' as jwk
          from sharing.pack_key) k;
drop table sharing.pack_key;
