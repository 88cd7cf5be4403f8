-- Who challenged a warning is told what came of it (T27): when, how, and who saw to it.
alter table designation.warning
  add column outcome_told_on date,
  add column outcome_told_how text,
  add column outcome_told_by text,
  add constraint told_what_was_decided check (
    (outcome_told_on is null) = (outcome_told_how is null)
    and (outcome_told_on is null) = (outcome_told_by is null)
    and (outcome_told_on is null or outcome is not null));
alter table designation.warning_history
  add column outcome_told_on date,
  add column outcome_told_how text,
  add column outcome_told_by text;
