-- Which version of the letter the customer is owed: agreed adjustments decide (F3).
alter table correspondence.notice add column variant text not null default 'STANDARD';
alter table correspondence.notice_history add column variant text;
alter table correspondence.notice alter column variant drop default;

-- The letter as it goes on paper, byte for byte; the page and the text lie in notice_letter.
create table correspondence.notice_pdf (
  notice_id uuid primary key references correspondence.notice,
  content bytea not null,
  digest text not null check (digest = encode(sha256(content), 'hex'))
);
call foundation.append_only('correspondence.notice_pdf');
