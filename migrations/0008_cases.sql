-- A customer who wants a person: what they said, what colleagues answered, and who waits for whom.

create sequence case_numbers start 1;

create table cases (
  id uuid primary key,
  -- what colleagues call it by
  number bigint not null unique,
  customer_id uuid not null references customers,
  -- the order it is about, where one was named
  order_id uuid references orders,
  about text not null check (about in ('person', 'complaint', 'file')),
  state text not null check (state in ('open', 'closed')),
  version int not null check (version > 0),
  -- where the customer spoke last and reads the answers
  platform text not null check (platform in ('slack', 'discord', 'telegram')),
  account text not null,
  conversation text not null,
  -- what the customer had said just before, oldest first
  earlier jsonb not null default '[]',
  messages int not null default 0,
  opened_at timestamptz not null,
  -- since when the customer waits for an answer; null when it is their turn
  waiting_since timestamptz,
  first_reply_at timestamptz,
  closed_at timestamptz,
  -- null: the customer closed it
  closed_by uuid references staff,
  -- its words were tidied away
  emptied boolean not null default false,
  check ((state = 'closed') = (closed_at is not null)),
  check (state = 'open' or waiting_since is null)
);
create unique index one_open_case_per_customer on cases (customer_id) where state = 'open';
create index open_cases_by_wait on cases (waiting_since, number) where state = 'open';
create index cases_of_customer on cases (customer_id, opened_at desc);
create index cases_to_empty on cases (closed_at) where state = 'closed' and not emptied;

create table case_messages (
  id uuid primary key,
  case_id uuid not null references cases,
  position int not null check (position > 0),
  at timestamptz not null,
  author text not null check (author in ('customer', 'staff')),
  author_id uuid not null,
  -- null once it was tidied away
  text text,
  files jsonb not null default '[]',
  unique (case_id, position)
);

-- A reply to a message of the desk finds its case by the message; what belongs to a card is said under it.
alter table outbox
  add column case_id uuid references cases,
  add column under_card uuid references cards;
create index outbox_of_case_message on outbox (lane, message_key) where case_id is not null and message_key is not null;

-- The playground stands in for platforms that keep files and know what a message answers.
alter table playground_messages
  add column reply_to text,
  add column files jsonb not null default '[]';

create table playground_files (
  id text primary key,
  name text not null,
  mime_type text not null,
  size int not null check (size between 1 and 1048576),
  bytes bytea not null,
  at timestamptz not null
);

-- Asking for a person is a row of the order's table.
alter table transitions drop constraint only_rows_of_the_table,
  add constraint only_rows_of_the_table check ((kind, from_state, action, to_state) in (
  ('goods', '-', 'create', 'draft'),
  ('goods', 'completed', 'paid', 'completed'),
  ('goods', 'completed', 'reopen', 'delivered'),
  ('goods', 'completed', 'talk_to_person', 'completed'),
  ('goods', 'confirmed', 'cancel', 'cancelled'),
  ('goods', 'confirmed', 'hold', 'confirmed'),
  ('goods', 'confirmed', 'paid', 'confirmed'),
  ('goods', 'confirmed', 'prepare', 'preparing'),
  ('goods', 'confirmed', 'release_hold', 'confirmed'),
  ('goods', 'confirmed', 'talk_to_person', 'confirmed'),
  ('goods', 'delivered', 'accept', 'completed'),
  ('goods', 'delivered', 'hold', 'delivered'),
  ('goods', 'delivered', 'paid', 'delivered'),
  ('goods', 'delivered', 'release_hold', 'delivered'),
  ('goods', 'delivered', 'talk_to_person', 'delivered'),
  ('goods', 'draft', 'cancel', 'cancelled'),
  ('goods', 'draft', 'confirm', 'submitted'),
  ('goods', 'draft', 'edit', 'draft'),
  ('goods', 'draft', 'expire', 'expired'),
  ('goods', 'draft', 'pick_product', 'draft'),
  ('goods', 'in_review', 'answer', 'in_review'),
  ('goods', 'in_review', 'approve', 'confirmed'),
  ('goods', 'in_review', 'ask', 'in_review'),
  ('goods', 'in_review', 'cancel', 'cancelled'),
  ('goods', 'in_review', 'escalate', 'in_review'),
  ('goods', 'in_review', 'hold', 'in_review'),
  ('goods', 'in_review', 'paid', 'in_review'),
  ('goods', 'in_review', 'reject', 'rejected'),
  ('goods', 'in_review', 'release_hold', 'in_review'),
  ('goods', 'in_review', 'talk_to_person', 'in_review'),
  ('goods', 'in_transit', 'deliver', 'delivered'),
  ('goods', 'in_transit', 'deliver', 'in_transit'),
  ('goods', 'in_transit', 'hold', 'in_transit'),
  ('goods', 'in_transit', 'paid', 'in_transit'),
  ('goods', 'in_transit', 'release_hold', 'in_transit'),
  ('goods', 'in_transit', 'ship', 'in_transit'),
  ('goods', 'in_transit', 'talk_to_person', 'in_transit'),
  ('goods', 'preparing', 'hold', 'preparing'),
  ('goods', 'preparing', 'paid', 'preparing'),
  ('goods', 'preparing', 'release_hold', 'preparing'),
  ('goods', 'preparing', 'ship', 'in_transit'),
  ('goods', 'preparing', 'talk_to_person', 'preparing'),
  ('goods', 'preparing', 'undo', 'confirmed'),
  ('goods', 'submitted', 'cancel', 'cancelled'),
  ('goods', 'submitted', 'expire', 'expired'),
  ('goods', 'submitted', 'hold', 'submitted'),
  ('goods', 'submitted', 'paid', 'submitted'),
  ('goods', 'submitted', 'release_hold', 'submitted'),
  ('goods', 'submitted', 'talk_to_person', 'submitted'),
  ('goods', 'submitted', 'verify', 'confirmed'),
  ('goods', 'submitted', 'verify', 'in_review'),
  ('goods', 'submitted', 'verify', 'rejected'),
  ('service', '-', 'create', 'draft'),
  ('service', 'completed', 'paid', 'completed'),
  ('service', 'completed', 'reopen', 'delivered'),
  ('service', 'completed', 'talk_to_person', 'completed'),
  ('service', 'confirmed', 'cancel', 'cancelled'),
  ('service', 'confirmed', 'hold', 'confirmed'),
  ('service', 'confirmed', 'paid', 'confirmed'),
  ('service', 'confirmed', 'prepare', 'preparing'),
  ('service', 'confirmed', 'release_hold', 'confirmed'),
  ('service', 'confirmed', 'talk_to_person', 'confirmed'),
  ('service', 'delivered', 'accept', 'completed'),
  ('service', 'delivered', 'hold', 'delivered'),
  ('service', 'delivered', 'paid', 'delivered'),
  ('service', 'delivered', 'release_hold', 'delivered'),
  ('service', 'delivered', 'talk_to_person', 'delivered'),
  ('service', 'draft', 'cancel', 'cancelled'),
  ('service', 'draft', 'confirm', 'submitted'),
  ('service', 'draft', 'edit', 'draft'),
  ('service', 'draft', 'expire', 'expired'),
  ('service', 'draft', 'pick_product', 'draft'),
  ('service', 'in_review', 'answer', 'in_review'),
  ('service', 'in_review', 'approve', 'confirmed'),
  ('service', 'in_review', 'ask', 'in_review'),
  ('service', 'in_review', 'cancel', 'cancelled'),
  ('service', 'in_review', 'escalate', 'in_review'),
  ('service', 'in_review', 'hold', 'in_review'),
  ('service', 'in_review', 'paid', 'in_review'),
  ('service', 'in_review', 'reject', 'rejected'),
  ('service', 'in_review', 'release_hold', 'in_review'),
  ('service', 'in_review', 'talk_to_person', 'in_review'),
  ('service', 'in_transit', 'deliver', 'delivered'),
  ('service', 'in_transit', 'deliver', 'in_transit'),
  ('service', 'in_transit', 'hold', 'in_transit'),
  ('service', 'in_transit', 'paid', 'in_transit'),
  ('service', 'in_transit', 'release_hold', 'in_transit'),
  ('service', 'in_transit', 'ship', 'in_transit'),
  ('service', 'in_transit', 'talk_to_person', 'in_transit'),
  ('service', 'preparing', 'hold', 'preparing'),
  ('service', 'preparing', 'paid', 'preparing'),
  ('service', 'preparing', 'release_hold', 'preparing'),
  ('service', 'preparing', 'ship', 'in_transit'),
  ('service', 'preparing', 'talk_to_person', 'preparing'),
  ('service', 'preparing', 'undo', 'confirmed'),
  ('service', 'submitted', 'cancel', 'cancelled'),
  ('service', 'submitted', 'expire', 'expired'),
  ('service', 'submitted', 'hold', 'submitted'),
  ('service', 'submitted', 'paid', 'submitted'),
  ('service', 'submitted', 'release_hold', 'submitted'),
  ('service', 'submitted', 'talk_to_person', 'submitted'),
  ('service', 'submitted', 'verify', 'confirmed'),
  ('service', 'submitted', 'verify', 'in_review'),
  ('service', 'submitted', 'verify', 'rejected')
));
