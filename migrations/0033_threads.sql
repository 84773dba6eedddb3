-- Where somebody asks in a thread, or in answer to a message, they are answered there: the message, where it is no card of ours.
alter table outbox add column under_message text;
-- What is said in answer to a message of the desk is about the order of that message.
create index cards_of_order_message on cards (lane, message_key) where order_id is not null and message_key is not null;
create index outbox_of_order_message on outbox (lane, message_key) where order_id is not null and message_key is not null;
