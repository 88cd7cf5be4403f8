-- A set time in which the council failed to take the customer's contact, and the other time that
-- the customer gets for it within two working days (P8.3.2).
create table restrictions.missed_slot (
  id uuid primary key,
  version int not null,
  restriction_id uuid not null references restrictions.imposed,
  missed_from timestamptz not null,
  missed_to timestamptz not null,
  because text not null,
  replace_by date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  replacement_from timestamptz,
  replacement_to timestamptz,
  told_how text,
  offered_at timestamptz,
  offered_by text,
  known_from timestamptz,
  known_by text,
  unique (restriction_id, missed_from),
  check (missed_from < missed_to),
  check ((offered_at is null) = (replacement_from is null)),
  check ((replacement_from is null) = (replacement_to is null)),
  check (replacement_from < replacement_to)
);
call foundation.track_history('restrictions.missed_slot');

-- One contact about a decided matter that was read through, held nothing new, and was not
-- registered: in writing each time, with the reasons and the Ombudsman (P8.3.5, T13).
create table restrictions.registration_refused (
  id uuid primary key,
  restriction_id uuid not null references restrictions.imposed,
  contact_id uuid not null unique,
  matter_id uuid not null,
  reasons text not null,
  notice_id uuid not null,
  refused_by text not null,
  refused_as text not null,
  at timestamptz not null
);
create index on restrictions.registration_refused (restriction_id, at);
call foundation.append_only('restrictions.registration_refused');

-- A live contact that was ended courteously, after the words of warning were said (P8.3.6).
create table restrictions.contact_ended (
  id uuid primary key,
  restriction_id uuid not null references restrictions.imposed,
  contact_id uuid not null unique,
  warned_at timestamptz not null,
  words_said text not null,
  ended_at timestamptz not null,
  ended_by text not null,
  at timestamptz not null,
  check (warned_at <= ended_at)
);
create index on restrictions.contact_ended (restriction_id, ended_at);
call foundation.append_only('restrictions.contact_ended');

-- The customer left a voluntary agreement, as they may at any time (P8.3.12, T25).
create table restrictions.agreement_left (
  id uuid primary key,
  restriction_id uuid not null unique references restrictions.imposed,
  told_on date not null,
  told_how text not null,
  recorded_by text not null,
  at timestamptz not null
);
call foundation.append_only('restrictions.agreement_left');
