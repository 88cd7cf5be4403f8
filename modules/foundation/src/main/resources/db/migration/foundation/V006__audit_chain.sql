-- The line of an entry that the chain is made of.
create function foundation.audit_line(e foundation.audit_entry) returns text
language sql immutable
as $$
  select concat_ws('|', e.id, e.epoch, e.transaction_id, (extract(epoch from e.at) * 1000000)::bigint, e.kind,
    e.actor, coalesce(e.role, '-'), e.act, coalesce(e.object_type, '-'), coalesce(e.object_id::text, '-'),
    coalesce(e.person_id::text, '-'), coalesce(e.policy_version::text, '-'), coalesce(e.reason_code, '-'),
    coalesce(encode(e.digest, 'hex'), '-'))
$$;

-- What the entries of the transactions in [first, before) come to, after what came to before them.
create function foundation.audit_link(of_epoch int, first xid8, before xid8, previous bytea,
  out entries bigint, out last_entry_id bigint, out digest bytea)
language sql stable
as $$
  select count(*), max(e.id),
    sha256(previous || convert_to(first::text || '/' || before::text || E'\n'
      || coalesce(string_agg(foundation.audit_line(e), E'\n' order by e.transaction_id, e.id), ''), 'UTF8'))
  from foundation.audit_entry e
  where e.epoch = of_epoch and e.transaction_id >= first and e.transaction_id < before
$$;
