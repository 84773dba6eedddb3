import type { Locale } from '../text/locale.ts';
import type { Query } from '../ports.ts';
import type { State } from './states.ts';

export interface OrderGlance {
  id: string;
  number: string | null;
  state: State;
  version: number;
  customer: string;
  lines: { sku: string | null; name: string; quantity: number }[];
  total: bigint;
  currency: string;
  promise: Temporal.PlainDate | null;
}

/** The newest orders at a glance; a customer is named by their key on the account, where they have one there. */
export async function newestOrders(query: Query, account: string, locale: Locale, limit: number): Promise<OrderGlance[]> {
  const rows = await query<OrderGlance[]>`
    select o.id, o.number, o.state, o.version, o.total, o.currency, o.promised_latest as promise,
      coalesce((
        select a.user_key
        from accounts a
        where a.customer_id = o.customer_id
          and a.account = ${account}
        limit 1), c.name) as customer,
      (
        select coalesce(jsonb_agg(jsonb_build_object('sku', l.sku, 'name', coalesce(p.names ->> ${locale}::text, p.names ->> 'en', l.words),
          'quantity', l.quantity - l.cancelled) order by l.position), '[]')
        from order_lines l
        left join products p on p.sku = l.sku
        where l.order_id = o.id
          and l.quantity > l.cancelled) as lines
    from orders o
    join customers c on c.id = o.customer_id
    order by o.created_at desc
    limit ${limit}`;
  return [...rows];
}
