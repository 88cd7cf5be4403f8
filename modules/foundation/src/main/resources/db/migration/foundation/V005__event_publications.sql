-- Spring Modulith's registry of events that asynchronous listeners still have to handle.
create table foundation.event_publication (
  id uuid not null primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_serialized_event on foundation.event_publication using hash (serialized_event);
create index event_publication_by_completion_date on foundation.event_publication (completion_date);
