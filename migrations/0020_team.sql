-- From an empty desk to a running one, and one person on several platforms: one-time codes, absences, accounts that were joined,
-- where somebody likes to hear what, lists that came as files, and which message said which part of an order.

-- Only a digest is kept: whoever reads the database learns no code.
create table codes (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  -- claim: of a desk without an administrator; invite: of a colleague; link: one more account of somebody
  kind text not null check (kind in ('claim', 'invite', 'link')),
  customer_id uuid references customers,
  staff_id uuid references staff,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (num_nonnulls(customer_id, staff_id) = case kind when 'claim' then 0 else 1 end),
  check (kind <> 'invite' or staff_id is not null)
);
create index codes_of_customer on codes (customer_id) where customer_id is not null;
create index codes_of_staff on codes (staff_id) where staff_id is not null;

-- Wrong codes by who sent them: only they are made to wait.
create table code_guesses (
  platform text not null,
  account text not null,
  user_key text not null,
  wrong int not null,
  since timestamptz not null,
  primary key (platform, account, user_key)
);

-- Not null while somebody is away; a job ends it.
alter table staff
  add column absent_until timestamptz,
  add column stand_in uuid references staff,
  -- where their digest comes; null: where they are reached best
  add column digest_channel text check (digest_channel ~ '^[a-z]{2,20}$'),
  add check (stand_in is null or absent_until is not null),
  add check (stand_in <> id);
create index staff_stood_in_for on staff (stand_in) where stand_in is not null;

-- Where news of their orders come, and what the desk says of its own accord; null: where the order was placed.
alter table customers
  add column orders_channel text check (orders_channel ~ '^[a-z]{2,20}$'),
  add column care_channel text check (care_channel ~ '^[a-z]{2,20}$'),
  -- who they are since two were found to be one; null: themselves
  add column joined_into uuid references customers,
  add check (joined_into <> id);

-- Two customers who were found to be one, and what came along, so that it can be taken back.
create table joins (
  id uuid primary key,
  customer_id uuid not null references customers,
  former_id uuid not null references customers,
  moved jsonb not null,
  at timestamptz not null,
  undone_at timestamptz,
  check (customer_id <> former_id)
);
-- a coupon that changes hands takes the orders that spend it along
alter table orders
  drop constraint orders_coupon_id_customer_id_fkey,
  add constraint orders_coupon_id_customer_id_fkey foreign key (coupon_id, customer_id) references coupons (id, customer_id)
    on update cascade;
create index standing_joins_of_customer on joins (customer_id) where undone_at is null;

-- What a customer's message was about, for when they change or delete it.
create table note_messages (
  platform text not null,
  account text not null,
  conversation text not null,
  message_key text not null,
  order_id uuid not null references orders,
  text text not null,
  at timestamptz not null,
  primary key (platform, account, conversation, message_key)
);
create index note_messages_by_age on note_messages (at);

-- A list that came into the chat as a file: fetched, read, shown, and taken when somebody says so.
create table list_files (
  id uuid primary key,
  staff_id uuid not null references staff,
  address jsonb not null,
  file jsonb not null,
  kind text check (kind in ('products', 'stock', 'customers')),
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'taken', 'cancelled', 'refused')),
  -- what was read of it, until it is settled
  rows jsonb,
  attempts int not null default 0,
  -- by the database's clock: when it may be fetched, or fetched again after a process died with it
  next_at timestamptz not null default now(),
  created_at timestamptz not null,
  check ((state = 'shown') = (rows is not null)),
  check (rows is null or kind is not null)
);
create index list_files_waiting on list_files (next_at) where state = 'waiting';
