-- The records that are about the same person, the one under which the row stands included: contacts
-- keep the record on which they were logged.
alter table restrictions.front_desk_person add column records uuid[];
update restrictions.front_desk_person set records = array[customer_id];
alter table restrictions.front_desk_person alter column records set not null;
