-- Whoever changes a message corrects what came of it: what was answered, so that the answer to the change can take its place, whatever it was
-- about.
alter table note_messages
  alter column order_id drop not null,
  -- the message of the desk that answered it; null where a card did, or nothing
  add column answer uuid,
  -- what of it stands in the note of an order that was sent in, where it says something else by now
  add column noted text;

create index note_messages_of_order on note_messages (order_id) where order_id is not null;
