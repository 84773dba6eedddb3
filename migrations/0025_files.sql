-- A file that a card names goes out as a row of its own once the card is there, in a lane beside that of its conversation: what is said
-- next never waits for it.
alter table outbox
  add column file_of uuid references outbox on delete cascade;
create index outbox_of_file on outbox (file_of) where file_of is not null;
