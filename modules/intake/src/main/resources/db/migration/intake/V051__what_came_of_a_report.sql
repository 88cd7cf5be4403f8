-- What the police, or the route by which it was reported, made of a report (P9.5, T18, question 24).
-- Each piece of news stays; the obligation holds where it stands.
alter table intake.obligation add column outcome text;
alter table intake.obligation add column crime_number text;
alter table intake.obligation add column outcome_on date;
alter table intake.obligation_history add column outcome text;
alter table intake.obligation_history add column crime_number text;
alter table intake.obligation_history add column outcome_on date;
alter table intake.obligation add check (outcome is null or status = 'REPORTED');
alter table intake.obligation add check ((outcome is null) = (outcome_on is null));
create index on intake.obligation (opened_at);

create table intake.report_outcome (
  id uuid primary key,
  obligation uuid not null references intake.obligation,
  outcome text not null,
  crime_number text,
  told_by text,
  told_on date not null,
  ask_again_on date,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index on intake.report_outcome (obligation, told_on, id);
call foundation.append_only('intake.report_outcome');

-- Whom an obligation's report was put right with (T27).
create index on intake.correction_telling (told_through_id);

call foundation.holds_personal('intake.obligation', array['crime_number']);
call foundation.holds_no_personal('intake.obligation', array['outcome']);
call foundation.holds_personal('intake.report_outcome', array['crime_number', 'told_by', 'note']);
call foundation.holds_no_personal('intake.report_outcome', array['outcome', 'recorded_by']);
