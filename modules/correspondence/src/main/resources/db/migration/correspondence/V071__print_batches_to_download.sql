-- A batch's archive as the file contract hands it out; null for batches made before.
alter table correspondence.print_batch add column file uuid;
alter table correspondence.print_batch_history add column file uuid;
