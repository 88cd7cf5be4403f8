-- What the front line was told can be told again: each row of the projection as it was at each of its
-- revisions. A check names the revisions that it saw, so no clock has to tell which they were.
alter table restrictions.front_desk_person add column known_from timestamptz, add column known_by text;
create table restrictions.front_desk_person_history (
  known_until timestamptz not null, ended_by text not null, like restrictions.front_desk_person);
comment on table restrictions.front_desk_person_history is
  'history-only: what the rows of front_desk_person said before, and in which period that was believed';
create index on restrictions.front_desk_person_history (customer_id, revision);
create trigger keep_history before insert or update or delete on restrictions.front_desk_person
  for each row execute function foundation.keep_history();

-- Of the directory, each row says with which edition it came.
alter table restrictions.front_desk_directory add column edition bigint,
  add column known_from timestamptz, add column known_by text;
update restrictions.front_desk_directory
   set edition = (select revision from restrictions.front_desk_edition where name = 'directory');
alter table restrictions.front_desk_directory alter column edition set not null;
create table restrictions.front_desk_directory_history (
  known_until timestamptz not null, ended_by text not null, like restrictions.front_desk_directory);
comment on table restrictions.front_desk_directory_history is
  'history-only: what the rows of front_desk_directory said before, and in which period that was believed';
create index on restrictions.front_desk_directory_history (kind, id, edition);
create trigger keep_history before insert or update or delete on restrictions.front_desk_directory
  for each row execute function foundation.keep_history();

-- The days on which the council was closed, as some release knew them: three years from one on.
create table restrictions.calendar_known (
  digest text primary key,
  first_year int not null,
  holidays date[] not null
);
call foundation.append_only('restrictions.calendar_known');
