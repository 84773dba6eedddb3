-- What is sold, for how much, and where it lies.

create table products (
  sku text primary key check (sku ~ '^[A-Z0-9][A-Z0-9._-]{0,39}$'),
  kind text not null check (kind in ('goods', 'service')),
  names jsonb not null,
  aliases text[] not null default '{}',
  unit text not null,
  options jsonb not null default '[]',
  custom_costs jsonb not null default '[]',
  lead_days int not null check (lead_days >= 0),
  tips jsonb,
  substitutes text[] not null default '{}',
  active boolean not null default true
);

create table prices (
  price_list text not null,
  sku text not null references products,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unit bigint not null check (unit >= 0),
  floor bigint not null check (floor >= 0 and floor <= unit),
  primary key (price_list, sku, currency)
);

create table locations (
  code text primary key,
  names jsonb not null,
  -- the lower one is asked first
  rank smallint not null
);

create table stock_levels (
  location text not null references locations,
  sku text not null references products,
  on_hand numeric not null check (on_hand >= 0),
  allocated numeric not null default 0 check (allocated >= 0),
  primary key (location, sku),
  constraint never_more_allocated_than_on_hand check (allocated <= on_hand)
);

-- Goods on their way to us.
create table incoming_stock (
  location text not null references locations,
  sku text not null references products,
  quantity numeric not null check (quantity > 0),
  due date not null,
  primary key (location, sku, due)
);

-- Every change of a stock level, in order.
create table stock_moves (
  id uuid primary key,
  location text not null references locations,
  sku text not null references products,
  kind text not null check (kind in ('receive', 'allocate', 'release', 'ship', 'return', 'adjust')),
  quantity numeric not null check (quantity > 0),
  order_line uuid,
  at timestamptz not null
);
create index stock_moves_of_line on stock_moves (order_line) where order_line is not null;

-- What of which location is kept for which order line.
create table allocations (
  order_line uuid not null,
  location text not null,
  sku text not null,
  quantity numeric not null check (quantity > 0),
  primary key (order_line, location),
  foreign key (location, sku) references stock_levels (location, sku)
);
