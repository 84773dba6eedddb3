-- What customers said, or a list says, of how to reach them elsewhere: a digest, by which it is seen that two say the same, and as much of
-- it as a colleague may see. The address or number itself is not kept here.
create table contacts (
  customer_id uuid not null references customers on delete cascade,
  kind text not null check (kind in ('email', 'phone')),
  digest text not null,
  -- "34" of a number, "m…@example.com" of an address
  tail text not null,
  noted_at timestamptz not null,
  primary key (customer_id, kind, digest)
);
create index contacts_by_digest on contacts (digest);

-- Two customers who may be one person, because they gave the same: shown to colleagues once, who say what becomes of it.
create table hints (
  id uuid primary key,
  newcomer_id uuid not null references customers on delete cascade,
  known_id uuid not null references customers on delete cascade,
  kind text not null check (kind in ('email', 'phone')),
  tail text not null,
  state text not null default 'open' check (state in ('open', 'code_given', 'refused')),
  decided_by uuid references staff,
  at timestamptz not null,
  decided_at timestamptz,
  check (newcomer_id <> known_id),
  check ((state = 'open') = (decided_at is null))
);
create unique index hints_once_per_pair on hints (least(newcomer_id, known_id), greatest(newcomer_id, known_id));
create index hints_by_time on hints (at);
