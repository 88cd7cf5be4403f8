-- What stands in a column once it is erased, where nobody could read the usual words: a document of one form.
-- In SQL, over the row's own columns.
create procedure foundation.erased_as(kept regclass, one text, as_sql text)
language plpgsql
as $$
begin
  update foundation.content_column d set replaced_by = as_sql
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.oid = kept and d.in_schema = n.nspname and d.in_table = c.relname and d.in_column = one and d.personal;
  if not found then
    raise exception '% of % was not declared personal', one, kept;
  end if;
end
$$;
