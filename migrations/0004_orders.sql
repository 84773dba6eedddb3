-- Orders: the header beside its transitions, lines with counters, and the rows that stand beside the state.

create sequence order_numbers start 1001;

create table orders (
  id uuid primary key,
  -- null until the customer confirmed it
  number text unique,
  kind text not null check (kind in ('goods', 'service')),
  customer_id uuid not null references customers,
  -- the member of staff who wrote it down for the customer
  placed_by uuid references staff,
  -- where it was ordered, and where its cards stand
  platform text not null check (platform in ('slack', 'discord', 'telegram', 'api', 'import')),
  account text not null,
  conversation text not null,
  source text,
  external_ref text,
  state text not null,
  version int not null check (version > 0),
  locale text not null check (locale in ('en', 'zh-CN', 'zh-TW')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price_list text not null,
  total bigint not null check (total >= 0),
  note text not null default '',
  urgent boolean not null default false,
  requested_date date,
  address text,
  promised_original date,
  promised_latest date,
  priority int not null default 0,
  priority_parts jsonb not null default '{}',
  payment text not null default 'unpaid' check (payment in ('unpaid', 'paid', 'prepaid')),
  created_at timestamptz not null,
  submitted_at timestamptz,
  entered_state_at timestamptz not null,
  check (state in ('draft', 'expired') or state = 'cancelled' or number is not null),
  unique (source, external_ref)
);
create index orders_by_age on orders (created_at desc);
create index orders_of_customer on orders (customer_id, created_at desc);
create index open_orders_of_customer on orders (customer_id, created_at desc)
  where state not in ('draft', 'completed', 'cancelled', 'rejected', 'expired');
create index drafts_of_conversation on orders (platform, account, conversation, created_at desc) where state = 'draft';
create index unpaid_orders_of_customer on orders (customer_id) include (total, currency)
  where payment = 'unpaid' and state in ('confirmed', 'preparing', 'in_transit', 'delivered', 'completed');
create index orders_in_review on orders (priority desc, submitted_at, id) where state = 'in_review';
create index open_orders_of_desk on orders (state, priority desc, submitted_at, id)
  where state in ('in_review', 'confirmed', 'preparing', 'in_transit');
create index orders_by_value on orders (currency, submitted_at) include (total) where submitted_at is not null;

create table order_lines (
  id uuid primary key,
  order_id uuid not null references orders,
  position int not null,
  -- null while nobody has said which product is meant
  sku text references products,
  words text not null,
  candidates text[] not null default '{}',
  quantity numeric not null check (quantity > 0),
  -- how many was not said in a way that may be used: asked before anything is confirmed
  quantity_unclear boolean not null default false,
  unit_price bigint not null check (unit_price >= 0),
  custom_cost bigint not null default 0 check (custom_cost >= 0),
  options jsonb not null default '[]',
  specs jsonb not null default '[]',
  allocated numeric not null default 0 check (allocated >= 0),
  picked numeric not null default 0 check (picked >= 0),
  shipped numeric not null default 0 check (shipped >= 0),
  delivered numeric not null default 0 check (delivered >= 0),
  returned numeric not null default 0 check (returned >= 0),
  cancelled numeric not null default 0 check (cancelled >= 0),
  unique (order_id, position),
  check (allocated + cancelled <= quantity),
  check (shipped + cancelled <= quantity),
  check (delivered <= shipped),
  check (returned <= delivered)
);
create index order_lines_of_sku on order_lines (sku, order_id);
alter table allocations add foreign key (order_line) references order_lines (id);
alter table stock_moves add foreign key (order_line) references order_lines (id);

-- The reading of the order's note at a version, with its evidence.
create table readings (
  order_id uuid not null references orders,
  version int not null,
  note text not null,
  reading jsonb not null,
  at timestamptz not null,
  primary key (order_id, version)
);

-- The checks an order went through, and the fulfilability report they saw.
create table verifications (
  order_id uuid not null references orders,
  version int not null,
  checks jsonb not null,
  risk_score int not null,
  report jsonb not null,
  at timestamptz not null,
  primary key (order_id, version)
);

create table holds (
  id uuid primary key,
  order_id uuid not null references orders,
  kind text not null check (kind in ('credit', 'fraud', 'address', 'stock', 'legal', 'document')),
  blocks text[] not null,
  reason text not null,
  release_role text not null,
  placed_at timestamptz not null,
  placed_by uuid references staff,
  released_at timestamptz,
  released_by uuid references staff,
  release_reason text,
  check ((released_at is null) = (release_reason is null))
);
create unique index one_open_hold_of_a_kind on holds (order_id, kind) where released_at is null;

create table payments (
  id uuid primary key,
  order_id uuid not null references orders,
  amount bigint not null check (amount > 0),
  currency text not null,
  reference text not null,
  recorded_by uuid references staff,
  at timestamptz not null
);
create index payments_of_order on payments (order_id);

create table shipments (
  id uuid primary key,
  order_id uuid not null references orders,
  carrier text not null,
  tracking_number text,
  lines jsonb not null,
  shipped_at timestamptz not null
);
create index shipments_of_order on shipments (order_id);

-- Who decided what about an order in review, and what an escalation waits for.
create table approvals (
  id uuid primary key,
  order_id uuid not null references orders,
  order_version int not null,
  -- the role that is asked; the amount decides who of them may
  eligible_role text not null,
  state text not null check (state in ('pending', 'approved', 'rejected', 'forwarded', 'superseded', 'cancelled')),
  reasons jsonb not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  paused_at timestamptz,
  -- the colleague whose question waits for the customer
  asked_by uuid references staff,
  decided_at timestamptz,
  decided_by uuid references staff,
  reason text,
  check ((state = 'pending') = (decided_at is null))
);
create unique index one_pending_approval_per_order on approvals (order_id) where state = 'pending';
create index approvals_due on approvals (due_at) where state = 'pending';

-- Everything that happened, one row each, in the transaction that did it.
create table events (
  id uuid primary key,
  at timestamptz not null,
  kind text not null,
  order_id uuid references orders,
  customer_id uuid references customers,
  actor text not null check (actor in ('customer', 'staff', 'system', 'api')),
  actor_id uuid,
  platform text,
  conversation text,
  before jsonb,
  after jsonb,
  reason text
);
create index events_of_order on events (order_id, id) where order_id is not null;
create index events_of_customer on events (customer_id, id) where customer_id is not null;

-- The values above which an order is looked at by a person; refreshed nightly, so that no order scans the history.
create table order_value_limits (
  currency text primary key,
  p95 bigint not null,
  p99 bigint not null,
  orders int not null,
  as_of timestamptz not null
);
