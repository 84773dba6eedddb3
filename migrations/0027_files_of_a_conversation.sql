-- Which files came to a conversation is asked when the answer to one was lost.
create index outbox_files on outbox (lane, seq) where file_of is not null;
