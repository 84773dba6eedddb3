-- What an order's timeline is read from: who in which role and in what kind of place, and everything of one order by its index.

alter table events
  -- a program has no row to look its name up in
  add column actor_name text,
  -- as they were when it happened
  add column actor_roles text[] not null default '{}',
  add column conversation_kind text check (conversation_kind in ('dm', 'group', 'thread'));

-- events and messages of an order are read together, in the order of their keys
drop index outbox_of_order;
create index outbox_of_order on outbox (order_id, id) where order_id is not null;

create index jobs_of_order on jobs ((body ->> 'orderId'), due_at) where state = 'waiting';
