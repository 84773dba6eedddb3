-- Messages that nobody understood for certain: what they may have wanted, what a model read in them, and what their customer said
-- they meant. They repeat a customer's words and are forgotten with the messages.
create table unclear_messages (
  id uuid primary key,
  -- business time
  at timestamptz not null,
  -- by the clock of the database: an answer of a model that comes later than somebody waits changes no card any more
  asked_at timestamptz not null default now(),
  customer_id uuid not null references customers,
  address jsonb not null,
  locale text not null,
  said text not null,
  lead text,
  -- what the rules think, the likeliest first
  hints jsonb not null,
  -- what a model read beside them, with its name, its prompt and what became of each item; null: none was asked
  second jsonb,
  chosen text,
  chosen_at timestamptz,
  check ((chosen is null) = (chosen_at is null))
);
create index unclear_messages_by_time on unclear_messages (at);
create index unclear_messages_of_customer on unclear_messages (customer_id);

alter table model_calls
  add column message_id uuid references unclear_messages on delete set null;

create index model_calls_of_message on model_calls (message_id) where message_id is not null;

-- A message is read in the same line as notes.
drop index jobs_reading;
drop index jobs_acting;
create index jobs_reading on jobs (due_at) where state = 'waiting' and kind in ('read_note', 'read_message');
create index jobs_acting on jobs (due_at) where state = 'waiting' and kind not in ('read_note', 'read_message');
