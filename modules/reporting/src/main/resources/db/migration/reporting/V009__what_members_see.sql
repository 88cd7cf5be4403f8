-- All of history at once takes longer than a statement may take elsewhere.
set local statement_timeout = 0;

-- What elected members see of a published report, made once from its frozen figures: rules and code
-- may change later, what they saw does not (ADR 37).
create table reporting.member_form (
  report uuid primary key references reporting.quarterly_report,
  content text not null,
  -- SHA-256 of the content
  digest text not null
);
call foundation.append_only('reporting.member_form');

-- Notes outlive whatever they are about (T26), so they hold codes and never words.
alter table reporting.noted add constraint codes_only
  check (array_to_string(tags, '') !~ '\s') not valid;

-- Hate incidents of a quarter are looked at one by one: were they reported onward?
create index on reporting.fact (quarter) where kind = 'HATE_INCIDENT';
