-- Which forms an agreement pins: their stable names with commas between; none where it names none.
alter table sharing.agreement add column exports text not null default '';
alter table sharing.agreement_history add column exports text not null default '';
alter table sharing.agreement alter column exports drop default;

-- What a version told, as it was rendered once: however often it is sealed anew, and whatever
-- becomes of the form, the partner gets the same.
create table sharing.referral_document (
  release uuid not null references sharing.referral_release,
  position int not null,
  name text not null,
  media_type text not null,
  content bytea not null,
  primary key (release, position)
);
call foundation.append_only('sharing.referral_document');
