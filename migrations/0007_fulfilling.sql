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
