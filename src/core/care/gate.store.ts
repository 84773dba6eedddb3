import type { Query } from '../ports.ts';
import type { Known } from './gate.decide.ts';

/** What was sent to a customer since then; `sameOrder` where it was about one of these orders. */
export async function sentSince(
  query: Query,
  customerId: string,
  orderIds: readonly string[],
  since: Temporal.Instant,
): Promise<Known['sent']> {
  return query<Known['sent'][number][]>`
    select t.purpose, t.sent_at as at,
      exists (select from touch_orders o where o.touch_id = t.id and o.order_id = any (${[...orderIds]}::uuid[])) as "sameOrder"
    from touches t
    where t.customer_id = ${customerId}
      and t.sent_at > ${since}`;
}
