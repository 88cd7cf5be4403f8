-- Figures follow what was put right (T27): what an incident is now, and that it counts no more.
do $$
declare
  c text;
begin
  for c in select conname from pg_constraint where conrelid = 'reporting.noted'::regclass and contype = 'c'
  loop
    execute format('alter table reporting.noted drop constraint %I', c);
  end loop;
end
$$;
alter table reporting.noted
  add check (kind in ('INCIDENT', 'ATTRIBUTION', 'CORRECTION', 'VOID', 'CONTACT')),
  add check (kind in ('ATTRIBUTION', 'VOID') or day is not null);
