-- The one business this desk serves, its calendar and its people.

create table business (
  id smallint primary key default 1 check (id = 1),
  name jsonb not null,
  time_zone text not null,
  locale text not null check (locale in ('en', 'zh-CN', 'zh-TW')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  order_prefix text not null check (order_prefix ~ '^[A-Z]{1,4}-$'),
  -- 'demo': created by demo mode, which alone may reset it
  origin text not null check (origin in ('demo', 'own')),
  served_zones text[] not null default '{}',
  -- rises with every change of products or prices, so that a process knows when its index is old
  catalogue_version bigint not null default 1
);

create table working_intervals (
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  primary key (weekday, opens),
  check (opens < closes)
);

create table holidays (
  day date primary key,
  name text not null
);

create table customers (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  company text,
  locale text not null check (locale in ('en', 'zh-CN', 'zh-TW')),
  -- false until the person's own words or settings said so
  locale_stated boolean not null default false,
  time_zone text,
  tier text not null default 'standard' check (tier in ('standard', 'core', 'vip')),
  price_list text not null default 'standard',
  credit_limit bigint check (credit_limit >= 0),
  prepaid boolean not null default false,
  address text,
  created_at timestamptz not null
);

create table staff (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  locale text not null check (locale in ('en', 'zh-CN', 'zh-TW')),
  time_zone text,
  created_at timestamptz not null
);

create table staff_roles (
  staff_id uuid not null references staff,
  role text not null check (role in ('customer_service', 'sales', 'legal', 'warehouse', 'manager', 'administrator')),
  -- the largest order this role lets its holder approve, minor units of the business' currency; null: none at all
  approves_to bigint check (approves_to >= 0),
  approves_anything boolean not null default false,
  granted_at timestamptz not null,
  primary key (staff_id, role)
);

-- One row per account of a person on a platform: who speaks when that account writes.
create table accounts (
  platform text not null check (platform in ('slack', 'discord', 'telegram')),
  account text not null,
  user_key text not null,
  customer_id uuid references customers,
  staff_id uuid references staff,
  dm_key text not null,
  preferred boolean not null default false,
  reachable boolean not null default true,
  linked_at timestamptz not null,
  primary key (platform, account, user_key),
  check (num_nonnulls(customer_id, staff_id) = 1)
);
create index accounts_of_dm on accounts (platform, account, dm_key);
create index accounts_of_customer on accounts (customer_id) where customer_id is not null;
create index accounts_of_staff on accounts (staff_id) where staff_id is not null;
create unique index one_preferred_account_per_customer on accounts (customer_id) where preferred and customer_id is not null;
create unique index one_preferred_account_per_staff on accounts (staff_id) where preferred and staff_id is not null;

-- What a customer agreed to, newest row wins; nothing is ever overwritten.
create table consents (
  id uuid primary key,
  customer_id uuid not null references customers,
  purpose text not null check (purpose in ('service', 'survey', 'marketing')),
  state text not null check (state in ('given', 'withdrawn')),
  platform text not null,
  source text not null check (source in ('message', 'button', 'command', 'import', 'staff')),
  evidence text not null,
  at timestamptz not null
);
create index consents_of_customer on consents (customer_id, purpose, at desc);

-- Where the desk talks to its own people.
create table desk_conversations (
  platform text not null check (platform in ('slack', 'discord', 'telegram')),
  account text not null,
  key text not null,
  purpose text not null check (purpose in ('review', 'sales', 'legal', 'warehouse', 'digest')),
  primary key (platform, account, key, purpose)
);
