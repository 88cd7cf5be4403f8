-- A disability was disclosed in a concern about somebody whom nobody could name yet: the offer of an
-- adjustment opens when they are named (F3).
create table intake.disclosure_waiting (
  concern uuid primary key references intake.concern,
  disclosed_at timestamptz not null
);
