-- Which columns hold what was said or known of people, and which hold none of it. A module declares
-- both beside its tables; a text that is declared neither way fails its test (T26).
create table foundation.content_column (
  in_schema text not null,
  in_table text not null,
  in_column text not null,
  personal boolean not null,
  -- In SQL, over the row's own columns; null for a column that is never replaced.
  replaced_by text,
  primary key (in_schema, in_table, in_column),
  check (personal = (replaced_by is not null))
);
comment on table foundation.content_column is 'declared: only migrations write it';

-- As before; what only migrations declare can be read.
create or replace procedure foundation.grant_application(module text)
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
    elsif t.said like 'history-only:%' or t.said like 'declared:%' then
      execute format('grant select on %s to evenhand_app', t.name);
    else
      execute format('grant select, insert, update, delete on %s to evenhand_app', t.name);
    end if;
  end loop;
end
$$;

-- What stands where something was erased: it says so, and when.
create function foundation.erased_words() returns text
language sql stable parallel safe
as $$ select '[erased ' || to_char(foundation.moment() at time zone 'Europe/London', 'YYYY-MM-DD') || ']' $$;

-- Which columns of a table are erased with its rows: texts become words that say so, or nothing where
-- they are searched by (emptied), or the row's id where they must differ (numbered); lists become
-- empty, flags false, dates and numbers null. What was null stays null.
create procedure foundation.holds_personal(
  kept regclass, columns text[], emptied text[] default '{}', numbered text[] default '{}')
language plpgsql
as $$
declare
  s text; t text; one text; kind text; as_sql text;
begin
  select n.nspname, c.relname into s, t
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = kept;
  if not exists (select from pg_attribute where attrelid = kept and attname = 'erased_at' and not attisdropped) then
    execute format('alter table %s add column erased_at timestamptz', kept);
    if to_regclass(format('%I.%I', s, t || '_history')) is not null then
      execute format('alter table %I.%I add column erased_at timestamptz', s, t || '_history');
    end if;
  end if;
  foreach one in array columns || emptied || numbered loop
    select format_type(atttypid, null) into kind
      from pg_attribute where attrelid = kept and attname = one and not attisdropped;
    as_sql := case
      when one = any (emptied) then quote_literal('')
      when one = any (numbered) then 'id::text'
      when kind in ('text', 'character varying') then 'foundation.erased_words()'
      when kind like '%[]' or kind in ('json', 'jsonb') then quote_literal('{}') || '::' || kind
      when kind = 'bytea' then quote_literal('') || '::bytea'
      when kind = 'boolean' then 'false'
      when kind in ('date', 'integer', 'numeric', 'uuid', 'timestamp with time zone', 'time without time zone')
        then 'null'
    end;
    if as_sql is null then
      raise exception 'no way is known to erase %.% of %', s, one, kind;
    end if;
    insert into foundation.content_column values (s, t, one, true, as_sql);
  end loop;
end
$$;

-- Which texts of a table say nothing of anybody's life: codes, references of ours, digests, actors.
create procedure foundation.holds_no_personal(kept regclass, columns text[])
language sql
as $$
  insert into foundation.content_column
  select n.nspname, c.relname, one, false, null
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(columns) one
   where c.oid = kept
$$;

-- The texts of a module that nobody has declared, as table.column. Histories follow their tables.
create function foundation.undeclared_content(module text) returns setof text
language sql stable
as $$
  select c.relname || '.' || a.attname
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where n.nspname = module and c.relkind in ('r', 'p') and c.relname <> 'flyway_history'
     and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'history-only:%'
     and format_type(a.atttypid, null) = any (array['text', 'character varying', 'character', 'json',
       'jsonb', 'xml', 'bytea', 'text[]', 'character varying[]', 'json[]', 'jsonb[]', 'bytea[]', 'tsvector'])
     and a.attname <> 'known_by'
     and not exists (select from foundation.content_column d
       where d.in_schema = n.nspname and d.in_table = c.relname and d.in_column = a.attname)
   order by 1
$$;

-- Erases the declared columns of these rows, in the table and in its history: the one way in which
-- the application can touch what is append-only or history, and only to these words. What the update
-- itself lays into the history is erased in the same breath. The version goes up, so that nobody
-- who read the row before writes it back.
create function foundation.erase_content(erased text, by_column text, keys uuid[]) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  kept regclass := erased::regclass;
  s text; t text; blanks text; history regclass; touched int; counted boolean;
begin
  select n.nspname, c.relname into s, t
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = kept;
  select string_agg(
      case when replaced_by in ('null', 'false')
        then format('%I = %s', in_column, replaced_by)
        else format('%1$I = case when %1$I is null then null else %2$s end', in_column, replaced_by) end,
      ', ')
    into blanks
    from foundation.content_column where in_schema = s and in_table = t and personal;
  if blanks is null then
    raise exception 'nothing of %.% was declared personal', s, t;
  end if;
  blanks := blanks || ', erased_at = coalesce(erased_at, foundation.moment())';
  counted := exists (select from pg_attribute where attrelid = kept and attname = 'version' and not attisdropped);
  perform set_config('evenhand.erasing', format('%s.%s', s, t), true);
  execute format('update %s set %s%s where %I = any ($1) and erased_at is null',
    kept, blanks, case when counted then ', version = version + 1' else '' end, by_column) using keys;
  get diagnostics touched = row_count;
  perform set_config('evenhand.erasing', '', true);
  history := to_regclass(format('%I.%I', s, t || '_history'));
  if history is not null then
    execute format('update %s h set %s where h.erased_at is null and (%s)', history, blanks,
      case when exists (select from pg_attribute where attrelid = kept and attname = 'id' and not attisdropped)
        then format('h.id in (select k.id from %1$s k where k.%2$I = any ($1))
          or h.%2$I = any ($1) and not exists (select from %1$s k where k.id = h.id)', kept, by_column)
        else format('h.%I = any ($1)', by_column) end) using keys;
  end if;
  return touched;
end
$$;

-- As before, but for the one function that erases: it runs as the owner of the table, which the
-- application is not.
create or replace function foundation.refuse_change() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and current_setting('evenhand.erasing', true) = tg_table_schema || '.' || tg_table_name
    and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return new;
  end if;
  raise exception 'rows of %.% are only ever added', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;

call foundation.holds_personal('foundation.duty', array['discharge_reference', 'discharge_reason']);
call foundation.holds_no_personal('foundation.duty', array['kind', 'subject_type', 'owner_role', 'owner_actor',
  'service_area_code', 'discharged_by']);
call foundation.holds_personal('foundation.file', array['name']);
call foundation.holds_no_personal('foundation.file', array['type', 'digest', 'uploaded_by', 'scan', 'owner_type']);
