-- What the answer of a read rested on, under the id that its entry in the audit trail names as its
-- object; written in the entry's own statement. The entry's digest is of the salt and the answer, and
-- part of the chain. Erasing a row makes the digest say nothing about anybody (T26).
create table foundation.read_basis (
  id uuid primary key,
  salt bytea not null,
  basis text not null
);
create trigger never_changed before update on foundation.read_basis
  for each row execute function foundation.refuse_change();
