-- Who cannot be reached and since when, accounts that are tried again after their credentials were refused, and work whose
-- process died.

alter table accounts
  add column unreachable_since timestamptz,
  -- blocked, dm_closed or gone
  add column unreachable_reason text;
update accounts set unreachable_since = linked_at, unreachable_reason = 'blocked' where not reachable;
alter table accounts
  add check (reachable = (unreachable_since is null)),
  add check (reachable = (unreachable_reason is null));

-- why nothing is sent there; null: it is open
alter table lanes add column closed text;

-- what a closed lane still owes its reader, for the moment it opens again
create index outbox_unsaid on outbox (lane) where state in ('failed', 'withheld') and card_id is not null;

alter table channel_accounts
  -- refused credentials in a row, and when they are tried next, by the database's clock
  add column refusals int not null default 0,
  add column retry_at timestamptz not null default '-infinity';

-- how often a process took it up and was never heard of again
alter table inbox add column unfinished int not null default 0;
alter table jobs add column unfinished int not null default 0;
