import type { Query } from '../../ports.ts';
import type { CustomerTier } from '../../people/customer.ts';
import type { Order } from '../order.ts';

/** What the customer brings to an order's priority; only the last 30 days of their orders are looked at. */
export async function priorityFacts(
  query: Query,
  order: Pick<Order, 'id' | 'customerId'>,
  now: Temporal.Instant,
): Promise<{ tier: CustomerTier; urgentBefore: number; timeZone: string }> {
  const [row] = await query<{ tier: CustomerTier; urgentBefore: number; timeZone: string }[]>`
    select c.tier, b.time_zone as "timeZone", (
        select count(*)::int
        from orders o
        where o.customer_id = c.id
          and o.created_at > ${now.subtract({ hours: 30 * 24 })}
          and o.urgent
          and o.number is not null
          and o.id <> ${order.id}) as "urgentBefore"
    from customers c, business b
    where c.id = ${order.customerId}`;
  if (!row) throw new Error(`customer ${order.customerId} is gone`);
  return row;
}
