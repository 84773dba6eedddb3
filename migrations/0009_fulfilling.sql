-- Orders leave the house in parts; each part arrives by itself.

alter table shipments add column delivered_at timestamptz;
create index shipments_by_tracking_number on shipments (lower(tracking_number)) where tracking_number is not null;

-- until now a shipment told how much of a line had left in all
update shipments s
set lines = (
  select coalesce(jsonb_agg(jsonb_build_object('id', now.id, 'quantity', now.quantity - coalesce(before.quantity, 0))), '[]')
  from jsonb_to_recordset(s.lines) as now (id uuid, quantity numeric)
  left join lateral (
    select b.quantity
    from shipments earlier, jsonb_to_recordset(earlier.lines) as b (id uuid, quantity numeric)
    where earlier.order_id = s.order_id
      and (earlier.shipped_at, earlier.id) < (s.shipped_at, s.id)
      and b.id = now.id
    order by earlier.shipped_at desc, earlier.id desc
    limit 1
  ) before on true
  where now.quantity > coalesce(before.quantity, 0)
);
-- and everything that had left arrived at once
update shipments s
set delivered_at = o.entered_state_at
from orders o
where o.id = s.order_id
  and (o.state in ('delivered', 'completed')
    or not exists (select from order_lines l where l.order_id = o.id and l.shipped > l.delivered));

-- News of carriers that was heard already.
create table tracking_calls (
  source text not null,
  call_id text not null,
  at timestamptz not null,
  primary key (source, call_id)
);

-- What did not go as promised: opened, owned until somebody or something settles it. `data` is what the code is about.
create table exceptions (
  id uuid primary key,
  order_id uuid not null references orders,
  order_line uuid references order_lines,
  code text not null check (code in ('stock_out')),
  grade text not null check (grade in ('low', 'medium', 'high')),
  cause_side text not null check (cause_side in ('us', 'carrier', 'customer', 'force_majeure')),
  state text not null check (state in ('open', 'acknowledged', 'waiting_customer', 'waiting_third_party', 'resolved', 'closed')),
  data jsonb not null,
  opened_at timestamptz not null,
  opened_by uuid references staff,
  due_at timestamptz not null,
  resolution text,
  resolved_at timestamptz,
  resolved_by uuid references staff,
  check ((state in ('resolved', 'closed')) = (resolved_at is not null)),
  check ((resolution is null) = (resolved_at is null))
);
create unique index one_open_exception_of_a_code_per_line on exceptions (order_line, code) where resolved_at is null;
create index exceptions_of_order on exceptions (order_id, opened_at);

alter table transitions drop constraint only_rows_of_the_table,
  add constraint only_rows_of_the_table check ((kind, from_state, action, to_state) in (
  ('goods', '-', 'create', 'draft'),
  ('goods', 'completed', 'paid', 'completed'),
  ('goods', 'completed', 'reopen', 'delivered'),
  ('goods', 'completed', 'talk_to_person', 'completed'),
  ('goods', 'confirmed', 'cancel', 'cancelled'),
  ('goods', 'confirmed', 'cancel_line', 'cancelled'),
  ('goods', 'confirmed', 'cancel_line', 'confirmed'),
  ('goods', 'confirmed', 'hold', 'confirmed'),
  ('goods', 'confirmed', 'paid', 'confirmed'),
  ('goods', 'confirmed', 'prepare', 'preparing'),
  ('goods', 'confirmed', 'release_hold', 'confirmed'),
  ('goods', 'confirmed', 'restock', 'confirmed'),
  ('goods', 'confirmed', 'shortage', 'confirmed'),
  ('goods', 'confirmed', 'split', 'confirmed'),
  ('goods', 'confirmed', 'substitute', 'confirmed'),
  ('goods', 'confirmed', 'talk_to_person', 'confirmed'),
  ('goods', 'confirmed', 'wait', 'confirmed'),
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
  ('goods', 'in_transit', 'cancel_line', 'delivered'),
  ('goods', 'in_transit', 'cancel_line', 'in_transit'),
  ('goods', 'in_transit', 'deliver', 'delivered'),
  ('goods', 'in_transit', 'deliver', 'in_transit'),
  ('goods', 'in_transit', 'hold', 'in_transit'),
  ('goods', 'in_transit', 'paid', 'in_transit'),
  ('goods', 'in_transit', 'release_hold', 'in_transit'),
  ('goods', 'in_transit', 'restock', 'in_transit'),
  ('goods', 'in_transit', 'ship', 'in_transit'),
  ('goods', 'in_transit', 'shortage', 'in_transit'),
  ('goods', 'in_transit', 'split', 'in_transit'),
  ('goods', 'in_transit', 'substitute', 'in_transit'),
  ('goods', 'in_transit', 'talk_to_person', 'in_transit'),
  ('goods', 'in_transit', 'wait', 'in_transit'),
  ('goods', 'preparing', 'cancel_line', 'cancelled'),
  ('goods', 'preparing', 'cancel_line', 'preparing'),
  ('goods', 'preparing', 'hold', 'preparing'),
  ('goods', 'preparing', 'paid', 'preparing'),
  ('goods', 'preparing', 'release_hold', 'preparing'),
  ('goods', 'preparing', 'restock', 'preparing'),
  ('goods', 'preparing', 'ship', 'in_transit'),
  ('goods', 'preparing', 'shortage', 'preparing'),
  ('goods', 'preparing', 'split', 'preparing'),
  ('goods', 'preparing', 'substitute', 'preparing'),
  ('goods', 'preparing', 'talk_to_person', 'preparing'),
  ('goods', 'preparing', 'undo', 'confirmed'),
  ('goods', 'preparing', 'wait', 'preparing'),
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
