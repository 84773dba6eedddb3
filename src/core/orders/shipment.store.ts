import { json } from '../json.ts';
import type { Turn } from '../turn.ts';
import type { Order } from './order.ts';

/** Everything allocated and not yet shipped leaves: counters, the shipment's row, and the stock it was kept from. */
export async function shipGoods(turn: Turn, order: Order, carrier: string, trackingNumber: string | null): Promise<void> {
  const { tx, now, ids } = turn;
  const leaving = await tx<{ id: string; quantity: number }[]>`
    update order_lines l
    set shipped = case when o.kind = 'service' then l.quantity - l.cancelled else l.allocated end
    from orders o
    where l.order_id = ${order.id}
      and o.id = l.order_id
    returning l.id, l.shipped as quantity`;
  await tx`
    insert into shipments (id, order_id, carrier, tracking_number, lines, shipped_at)
    values (${ids.uuid()}, ${order.id}, ${carrier}, ${trackingNumber}, ${json(tx, [...leaving])}, ${now})`;
}

/** What left the house has arrived. */
export async function deliverGoods(turn: Turn, order: Order): Promise<void> {
  await turn.tx`update order_lines set delivered = shipped where order_id = ${order.id}`;
}
