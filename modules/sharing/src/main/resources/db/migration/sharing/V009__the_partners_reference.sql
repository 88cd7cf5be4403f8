-- Under what the partner keeps what it was told, such as a crime number (P9.5, question 24).
alter table sharing.referral_release add column outcome_reference text;
alter table sharing.referral_release_history add column outcome_reference text;
