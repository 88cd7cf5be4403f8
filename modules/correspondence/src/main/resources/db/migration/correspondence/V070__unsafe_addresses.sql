-- Addresses at which a customer's post is not safe: others there would read it, or ought not to know
-- where the customer is. No letter goes to one while it stands.
create table correspondence.unsafe_address (
  id uuid primary key,
  version int not null,
  customer_id uuid not null,
  address text not null,
  because text not null,
  note text,
  marked_at timestamptz not null,
  marked_by text not null,
  cleared_at timestamptz,
  cleared_by text,
  cleared_because text,
  known_from timestamptz,
  known_by text,
  check ((cleared_at is null) = (cleared_by is null)),
  check ((cleared_at is null) = (cleared_because is null))
);
create index on correspondence.unsafe_address (customer_id) where cleared_at is null;
call foundation.track_history('correspondence.unsafe_address');
