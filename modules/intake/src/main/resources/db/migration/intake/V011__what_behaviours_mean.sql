-- What falls under a behaviour and what does not; and behaviours of plugins that belong to no
-- family, as OTHER does (P7.1, T28).
alter table intake.behaviour alter column family drop not null;
alter table intake.behaviour_history alter column family drop not null;
alter table intake.behaviour add column description_en text;
alter table intake.behaviour add column description_cy text;
alter table intake.behaviour_history add column description_en text;
alter table intake.behaviour_history add column description_cy text;
alter table intake.behaviour add check (until_day is null or until_day >= from_day);
