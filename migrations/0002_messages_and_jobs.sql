-- What came in, what goes out, and what happens later. Two clocks: `at`, `due_at`, `expires_at` are business time and
-- always given by the program; `next_at`, `retry_at`, `free_at`, `attempt_at`, `settled_at` are the database's own.

-- Every delivery of a platform once, remembered longer than the message itself.
create table inbox_keys (
  platform text not null,
  account text not null,
  dedupe_key text not null,
  inbox_id uuid not null,
  at timestamptz not null,
  primary key (platform, account, dedupe_key)
);
create index inbox_keys_by_age on inbox_keys (at);

create table inbox (
  id uuid primary key,
  lane text not null,
  -- the place in its conversation
  position bigint not null,
  body jsonb not null,
  state text not null default 'received' check (state in ('received', 'done', 'parked')),
  attempts int not null default 0,
  outcome jsonb,
  last_error text,
  at timestamptz not null,
  unique (lane, position)
);
create index inbox_waiting on inbox (lane, position) where state = 'received';
create index inbox_done on inbox (at) where state = 'done';
create index inbox_parked on inbox (at) where state = 'parked';

-- One row per conversation; written briefly by whoever accepts and by whoever has finished.
create table inbox_lanes (
  lane text primary key,
  last_position bigint not null default 0,
  pending int not null default 0 check (pending >= 0),
  next_at timestamptz not null
);
create index inbox_lanes_due on inbox_lanes (next_at) where pending > 0;

-- Locked for as long as a message of the conversation is handled; apart from inbox_lanes, so that accepting never waits for it.
create table inbox_turns (
  lane text primary key
);

-- A card that is kept up to date in place: one per name and address.
create table cards (
  id uuid primary key,
  lane text not null,
  address jsonb not null,
  live text not null,
  order_id uuid,
  -- null until a platform took it
  message_key text,
  -- the outbox row that said it last: its buttons are the card's buttons
  said_by uuid,
  card jsonb not null,
  unique (live, lane)
);
create index cards_of_order on cards (order_id) where order_id is not null;

create table buttons (
  token text primary key,
  order_id uuid,
  order_version int,
  action text not null,
  args jsonb not null,
  -- the conversation it was shown in
  lane text not null,
  -- who may press it; all three null: anyone in the conversation
  for_platform text,
  for_account text,
  for_user text,
  card_id uuid references cards on delete cascade,
  said_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz,
  check (num_nulls(for_platform, for_account, for_user) in (0, 3))
);
create index buttons_by_age on buttons (created_at);
create index buttons_of_card on buttons (card_id) where card_id is not null;

create table outbox (
  id uuid primary key,
  -- the order in which the desk said things
  seq bigint generated always as identity,
  lane text not null,
  -- the place in the lane, given when it is due
  position bigint,
  address jsonb not null,
  class text not null check (class in ('transactional', 'service', 'survey', 'marketing')),
  rank smallint not null generated always as (
    case class when 'transactional' then 0 when 'service' then 1 when 'survey' then 2 else 3 end) stored,
  dedupe_key text not null unique,
  state text not null default 'queued' check (state in
    ('queued', 'sending', 'sent', 'failed', 'unknown', 'superseded', 'expired', 'withheld')),
  -- why it failed, is unknown or was withheld
  reason text,
  -- null once it was tidied away
  card jsonb,
  card_id uuid references cards,
  only_for jsonb,
  order_id uuid,
  order_version int,
  said_at timestamptz not null,
  due_at timestamptz not null,
  expires_at timestamptz,
  attempts int not null default 0,
  -- since when it may have arrived
  attempt_at timestamptz,
  -- an attempt ended without an answer
  uncertain boolean not null default false,
  message_key text,
  settled_at timestamptz,
  check ((state in ('failed', 'unknown', 'withheld')) = (reason is not null)),
  check (card is not null or state not in ('queued', 'sending'))
);
create index outbox_unplaced on outbox (due_at) where state = 'queued' and position is null;
create index outbox_waiting on outbox (lane, position) where state in ('queued', 'sending') and position is not null;
create index outbox_ranks on outbox (lane, rank) where state in ('queued', 'sending') and position is not null;
create index outbox_of_card on outbox (card_id, seq) where state = 'queued' and card_id is not null;
create index outbox_expiring on outbox (expires_at) where state = 'queued' and expires_at is not null;
create index outbox_unsettled on outbox (state, due_at) where state in ('queued', 'sending', 'failed', 'unknown');
create index outbox_to_empty on outbox (said_at) where card is not null and settled_at is not null;
create index outbox_of_order on outbox (order_id, seq) where order_id is not null;

-- One row per address: who sends there now, and when the next may go.
create table lanes (
  lane text primary key,
  platform text not null,
  account text not null,
  last_position bigint not null default 0,
  -- the most urgent class that waits
  rank smallint not null,
  -- null: nothing waits; while somebody sends it is the end of the lease
  next_at timestamptz,
  -- who sends: a late sender with another token changes nothing
  token uuid,
  -- the theoretical arrival time of the conversation's pace
  free_at timestamptz not null default '-infinity'
);
create index lanes_due on lanes (platform, account, rank, next_at) where next_at is not null;

-- One row per account we speak through: its pace, and whether it was stopped.
create table channel_accounts (
  platform text not null,
  account text not null,
  free_at timestamptz not null default '-infinity',
  blocked_until timestamptz not null default '-infinity',
  stopped_at timestamptz,
  stopped_reason text,
  primary key (platform, account),
  check ((stopped_at is null) = (stopped_reason is null))
);

-- Whoever holds this row puts due messages into their lanes; one at a time, so that their order stays.
create table outbox_gate (
  id smallint primary key check (id = 1)
);
insert into outbox_gate (id) values (1);

create table jobs (
  key text primary key,
  -- changes when the key is planned again
  id uuid not null unique,
  kind text not null,
  body jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
  due_at timestamptz not null,
  retry_at timestamptz not null default '-infinity',
  attempts int not null default 0,
  last_error text,
  planned_at timestamptz not null,
  settled_at timestamptz
);
create index jobs_due on jobs (due_at) where state = 'waiting';
create index jobs_done on jobs (due_at) where state = 'done';
create index jobs_parked on jobs (due_at) where state = 'parked';

create table schedules (
  name text primary key,
  time_zone text not null,
  -- local date and time of the last slot, as 2026-03-29T03:15
  last_slot text not null check (last_slot ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  next_at timestamptz not null
);
