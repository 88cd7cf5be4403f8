-- For which purposes the client that registered a webhook might look: with commas between. Whoever was there
-- before could see all of them.
alter table sharing.webhook add column purposes text not null
  default 'MANAGE,IDENTIFY_WIDER_ISSUES,SAFEGUARD';
alter table sharing.webhook_history add column purposes text not null
  default 'MANAGE,IDENTIFY_WIDER_ISSUES,SAFEGUARD';
alter table sharing.webhook alter column purposes drop default;
