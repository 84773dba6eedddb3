import { json } from '../../json.ts';
import type { Query } from '../../ports.ts';
import type { Turn } from '../../turn.ts';
import type { Part } from './parts.decide.ts';

export interface Shipment {
  id: string;
  carrier: string;
  trackingNumber: string | null;
  lines: { id: string; quantity: number }[];
  shippedAt: Temporal.Instant;
  deliveredAt: Temporal.Instant | null;
}

/** Parts of an order leave together: the lines' counters and the shipment's own row. */
export async function putShipment(
  turn: Turn,
  orderId: string,
  shipment: { carrier: string; trackingNumber: string | null; parts: readonly Part[] },
): Promise<void> {
  const { tx, now, ids } = turn;
  const lines = shipment.parts.map(({ lineId, quantity }) => ({ id: lineId, quantity }));
  await tx`
    update order_lines l
    set shipped = l.shipped + p.quantity
    from unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ quantity }) => quantity)}::numeric[]) as p (id, quantity)
    where l.id = p.id
      and l.order_id = ${orderId}`;
  await tx`
    insert into shipments (id, order_id, carrier, tracking_number, lines, shipped_at)
    values (${ids.uuid()}, ${orderId}, ${shipment.carrier}, ${shipment.trackingNumber}, ${json(tx, lines)}, ${now})`;
}

/** One shipment has arrived, or (null) everything that left the house. */
export async function deliverShipments({ tx, now }: Turn, orderId: string, shipmentId: string | null): Promise<void> {
  if (shipmentId === null) await tx`update order_lines set delivered = shipped where order_id = ${orderId}`;
  else
    await tx`
      update order_lines l
      set delivered = least(l.shipped, l.delivered + p.quantity)
      from shipments s, jsonb_to_recordset(s.lines) as p (id uuid, quantity numeric)
      where s.id = ${shipmentId}
        and s.delivered_at is null
        and l.id = p.id`;
  await tx`
    update shipments
    set delivered_at = ${now}
    where order_id = ${orderId}
      and delivered_at is null
      and (${shipmentId}::uuid is null or id = ${shipmentId})`;
}

/** What has left the house for an order, the first first. */
export async function shipmentsOf(query: Query, orderId: string): Promise<Shipment[]> {
  const rows = await query<Shipment[]>`
    select id, carrier, tracking_number as "trackingNumber", lines, shipped_at as "shippedAt", delivered_at as "deliveredAt"
    from shipments
    where order_id = ${orderId}
    order by shipped_at, id`;
  return [...rows];
}
