-- A contact that waits for a single point of contact, and by when it is to be answered (P8.3.10).
-- Whether it was answered is the contact's own disposition.
create table restrictions.contact_officer_item (
  contact_id uuid not null,
  restriction_id uuid not null references restrictions.imposed,
  customer_id uuid not null,
  received_at timestamptz not null,
  due_on date not null,
  primary key (restriction_id, contact_id)
);
call foundation.append_only('restrictions.contact_officer_item');
