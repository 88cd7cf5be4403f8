-- Columns that said whose something was believed to be: where it turned out to be somebody else's, the
-- link to the first person is cut after its period, and the thing itself stays (T26, T27).
create table foundation.person_link (
  in_schema text not null,
  in_table text not null,
  in_column text not null,
  primary key (in_schema, in_table, in_column)
);
comment on table foundation.person_link is 'declared: only migrations write it';

create procedure foundation.links_person(kept regclass, one text)
language sql
as $$
  insert into foundation.person_link
  select n.nspname, c.relname, one
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = kept
$$;

-- Of these rows and of what they said before: no word that they were these persons'. Like erase_content,
-- the one way into history, and only to nothing.
create function foundation.cut_links(linked text, one text, persons uuid[], ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  kept regclass := linked::regclass;
  s text; t text;
begin
  select n.nspname, c.relname into s, t
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = kept;
  if not exists (select from foundation.person_link
    where in_schema = s and in_table = t and in_column = one) then
    raise exception '% of %.% was not declared a link', one, s, t;
  end if;
  execute format('update %1$s set %2$I = null, version = version + 1 where id = any ($1) and %2$I = any ($2)', kept, one)
    using ids, persons;
  execute format('update %1$I.%2$I set %3$I = null where id = any ($1) and %3$I = any ($2)', s, t || '_history', one)
    using ids, persons;
end
$$;

-- What else is here speaks of staff, places, acts and codes; events hold ids and days; chunks, bases of
-- answers and salts are deleted. What comes later has to say for itself what it is.
insert into foundation.content_column
select 'foundation', split_part(one, '.', 1), split_part(one, '.', 2), false, null
  from foundation.undeclared_content('foundation') one;
