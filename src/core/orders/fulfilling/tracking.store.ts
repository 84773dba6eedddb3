import type { Query } from '../../ports.ts';
import type { Turn } from '../../turn.ts';

/** Orders of which something travels, or travelled, under this number. */
export async function ordersOfTrackingNumber(query: Query, trackingNumber: string): Promise<string[]> {
  const rows = await query<{ id: string }[]>`
    select distinct order_id as id
    from shipments
    where lower(tracking_number) = lower(${trackingNumber})
    order by order_id
    limit 20`;
  return rows.map(({ id }) => id);
}

export async function wasTracked(query: Query, source: string, id: string): Promise<boolean> {
  const rows = await query`select from tracking_calls where source = ${source} and call_id = ${id}`;
  return rows.length > 0;
}

export async function putTrackingCall({ tx, now }: Turn, source: string, id: string): Promise<void> {
  await tx`
    insert into tracking_calls (source, call_id, at)
    values (${source}, ${id}, ${now})
    on conflict do nothing`;
}
