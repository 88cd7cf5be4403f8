-- For whoever asks which reads of a time were unusual: entries lie in the order of their time.
create index on foundation.audit_entry using brin (at);
