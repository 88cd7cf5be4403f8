-- The role under which the application works. Migrations run as the owner of the tables.
do $$
begin
  if not exists (select from pg_roles where rolname = 'evenhand_app') then
    create role evenhand_app nologin;
  end if;
end
$$;
grant evenhand_app to current_user;

-- The actor and the moment of a transaction, set by the application when it begins.
create function foundation.acting() returns text
language sql stable parallel safe
as $$ select coalesce(nullif(current_setting('evenhand.actor', true), ''), 'system') $$;

create function foundation.moment() returns timestamptz
language sql stable parallel safe
as $$ select coalesce(nullif(current_setting('evenhand.moment', true), '')::timestamptz, transaction_timestamp()) $$;

-- History with two time axes. The valid axis is the business's own columns (starts_on, ends_on ...).
-- The known axis is kept here: every row says since when it is known and by whom; what it said before
-- stands in <table>_history with the period in which it was believed.
create function foundation.keep_history() returns trigger
language plpgsql security definer set search_path = pg_catalog
as $$
begin
  if tg_op = 'INSERT' then
    new.known_from := foundation.moment();
    new.known_by := foundation.acting();
    return new;
  end if;
  execute format('insert into %I.%I select $2, $3, ($1).*', tg_table_schema, tg_table_name || '_history')
    using old, greatest(foundation.moment(), old.known_from), foundation.acting();
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.known_from := greatest(foundation.moment(), old.known_from);
  new.known_by := foundation.acting();
  return new;
end
$$;

-- A column added to the table later is added to its history too, at the end of both.
-- Call once for a table that has the columns known_from timestamptz and known_by text.
create procedure foundation.track_history(tracked regclass)
language plpgsql
as $$
declare
  s text; t text;
begin
  select n.nspname, c.relname into s, t
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = tracked;
  execute format('create table %I.%I (known_until timestamptz not null, ended_by text not null, like %s)',
    s, t || '_history', tracked);
  execute format('comment on table %I.%I is %L', s, t || '_history',
    'history-only: what the rows of ' || t || ' said before, and in which period that was believed');
  execute format('create index on %I.%I (id, known_from)', s, t || '_history');
  execute format('create trigger keep_history before insert or update or delete on %s for each row execute function foundation.keep_history()', tracked);
end
$$;

create function foundation.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'rows of %.% are only ever added', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;

-- Call once for a table whose rows may never change.
create procedure foundation.append_only(kept regclass)
language plpgsql
as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function foundation.refuse_change()', kept);
  execute format('create trigger append_only_whole before truncate on %s for each statement execute function foundation.refuse_change()', kept);
  execute format('comment on table %s is %L', kept, 'append-only: ' || coalesce(obj_description(kept, 'pg_class'), ''));
end
$$;

-- What the application may do in a module's schema: read and write its tables, only add to
-- append-only ones, only read what the history triggers keep.
create procedure foundation.grant_application(module text)
language plpgsql
as $$
declare
  t record;
begin
  execute format('grant usage on schema %I to evenhand_app', module);
  execute format('grant usage, select on all sequences in schema %I to evenhand_app', module);
  execute format('grant execute on all functions in schema %I to evenhand_app', module);
  for t in
    select c.oid::regclass as name, coalesce(obj_description(c.oid, 'pg_class'), '') as said
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = module and c.relkind in ('r', 'p', 'v') and c.relname <> 'flyway_history'
  loop
    execute format('revoke all on %s from evenhand_app', t.name);
    if t.said like 'append-only:%' then
      execute format('grant select, insert on %s to evenhand_app', t.name);
    elsif t.said like 'history-only:%' then
      execute format('grant select on %s to evenhand_app', t.name);
    else
      execute format('grant select, insert, update, delete on %s to evenhand_app', t.name);
    end if;
  end loop;
end
$$;
