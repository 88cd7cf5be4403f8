-- One report for each quarter: drafted, reviewed, presented, published. Its figures are kept as the
-- text that its digest is of; position is the last note that they count.
create table reporting.quarterly_report (
  id uuid primary key,
  version integer not null,
  quarter date not null unique,
  status text not null check (status in ('DRAFT', 'REVIEWED', 'PRESENTED', 'PUBLISHED')),
  cut_off timestamptz not null,
  position bigint not null,
  policy_version uuid,
  policy_label text,
  policy_adopted_only boolean not null,
  policy_review_due date,
  -- what members' numbers are rounded down to a multiple of, for ever
  small_number integer not null,
  commentary text not null,
  content text not null,
  digest text not null,
  drafted_by text not null,
  drafted_at timestamptz not null,
  reviewed_by text,
  reviewed_at timestamptz,
  review_words text,
  published_by text,
  published_at timestamptz,
  check ((status = 'PUBLISHED') = (published_at is not null))
);

-- What was published never changes (PR.1).
create function reporting.refuse_change_of_published() returns trigger language plpgsql as $$
begin
  raise exception 'a published report never changes';
end
$$;
create trigger published_stays before update or delete on reporting.quarterly_report
  for each row when (old.status = 'PUBLISHED')
  execute function reporting.refuse_change_of_published();

create table reporting.presentation (
  id uuid primary key,
  report uuid not null references reporting.quarterly_report,
  to_whom text not null,
  presented_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index on reporting.presentation (report);
call foundation.append_only('reporting.presentation');

create table reporting.recommendation (
  id uuid primary key,
  version integer not null,
  report uuid not null references reporting.quarterly_report,
  words text not null,
  owner_role text not null,
  service_area text,
  due_on date not null,
  made_by text not null,
  made_at timestamptz not null,
  result text check (result in ('DONE', 'NOT_DONE')),
  closing_words text,
  closed_by text,
  closed_at timestamptz,
  check ((result is null) = (closed_at is null))
);
create index on reporting.recommendation (report);
