-- A link made from now on (form 2) comes to the digests of its lines, no longer to the lines: whoever is
-- shown a link to prove one line of it is shown no other. Links of form 1 stay as they are.
alter table foundation.audit_seal add column form int not null default 1 check (form in (1, 2));

-- Which link holds an entry is found by where the link ends.
create index on foundation.audit_seal (epoch, until_transaction);

-- What stands for an entry in a link.
create function foundation.audit_line_digest(e foundation.audit_entry) returns text
language sql immutable
as $$
  select encode(sha256(convert_to(foundation.audit_line(e), 'UTF8')), 'hex')
$$;

create function foundation.audit_link(of_form int, of_epoch int, first xid8, before xid8, previous bytea,
  out entries bigint, out last_entry_id bigint, out digest bytea)
language sql stable
as $$
  select count(*), max(e.id),
    sha256(previous || convert_to(first::text || '/' || before::text || E'\n'
      || coalesce(string_agg(
           case of_form when 1 then foundation.audit_line(e) else foundation.audit_line_digest(e) end,
           E'\n' order by e.transaction_id, e.id), ''), 'UTF8'))
  from foundation.audit_entry e
  where e.epoch = of_epoch and e.transaction_id >= first and e.transaction_id < before
$$;
