-- Which appeal lifted a restriction: the same is not imposed again for what the appeal was about (P10.5).
alter table restrictions.imposed add column lifted_on_appeal uuid;
alter table restrictions.imposed_history add column lifted_on_appeal uuid;
