-- OpenPGP beside JOSE: the form follows from the partner's key, and the council signs with a key of its own.
alter table sharing.partner_key add column format text not null default 'JOSE'
  check (format in ('JOSE', 'OPENPGP'));
alter table sharing.partner_key_history add column format text not null default 'JOSE';
alter table sharing.partner_key alter column format drop default;

alter table sharing.referral_change add column format text not null default 'JOSE'
  check (format in ('JOSE', 'OPENPGP'));
alter table sharing.referral_change alter column format drop default;

alter table sharing.council_key drop constraint council_key_key_use_check;
alter table sharing.council_key add check (key_use in ('PACKS', 'REFERRALS', 'OPENPGP'));
