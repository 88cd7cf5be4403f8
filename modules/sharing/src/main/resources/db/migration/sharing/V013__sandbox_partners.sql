-- A sandbox partner is told of nobody who lives: what it is told is about no person, and what is about no person is told
-- to nobody else. Nobody decided on it either.
alter table sharing.partner add column sandbox boolean not null default false;
alter table sharing.partner_history add column sandbox boolean not null default false;
alter table sharing.partner alter column sandbox drop default;

create sequence sharing.synthetic_number;
alter table sharing.referral alter column person_id drop not null;
alter table sharing.referral_history alter column person_id drop not null;
alter table sharing.referral drop constraint referral_check;
alter table sharing.referral add constraint referral_decided
  check (person_id is null or decided_at is not null or status in ('PROPOSED', 'WITHDRAWN'));
alter table sharing.referral add constraint referral_synthetic_undecided
  check (person_id is not null or (decided_at is null and agreement is null));
create index on sharing.referral (partner, proposed_at) where person_id is null;
