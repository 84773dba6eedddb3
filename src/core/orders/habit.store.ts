import type { Query } from '../ports.ts';

/** When a customer ordered, and the order that was the last. */
export interface Habit {
  times: Temporal.Instant[];
  last: { id: string; number: string; at: Temporal.Instant } | null;
}

/** As many orders as tell a rhythm; who has more has had it for long. */
const mostOrders = 100;

/** What a customer ordered that came to something, here or in the program they come from. */
export async function habitOf(query: Query, customerId: string): Promise<Habit> {
  const rows = await query<{ id: string; number: string; at: Temporal.Instant }[]>`
    select id, number, submitted_at as at
    from orders
    where customer_id = ${customerId}
      and submitted_at is not null
      and state not in ('draft', 'cancelled', 'rejected', 'expired')
    order by created_at desc
    limit ${mostOrders}`;
  const [last] = rows.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
  return { times: rows.map(({ at }) => at), last: last ?? null };
}

/** A product somebody ordered again and again, and when last. */
export interface Favourite {
  sku: string;
  times: number;
  lastAt: Temporal.Instant;
}

/** What a customer ordered most often of late, among their newest orders. */
export async function favouritesOf(query: Query, customerId: string, limit: number): Promise<Favourite[]> {
  const rows = await query<Favourite[]>`
    select l.sku, count(distinct o.id)::int as times, max(o.submitted_at) as "lastAt"
    from (
      select id, submitted_at
      from orders
      where customer_id = ${customerId}
        and submitted_at is not null
        and state not in ('draft', 'cancelled', 'rejected', 'expired')
      order by created_at desc
      limit ${mostOrders}) o
    join order_lines l on l.order_id = o.id
    where l.sku is not null
      and l.quantity > l.cancelled
    group by l.sku
    order by times desc, "lastAt" desc, l.sku
    limit ${limit}`;
  return [...rows];
}

/** Whether a draft or an order of the customer's is not over. */
export async function anyOrderOpen(query: Query, customerId: string): Promise<boolean> {
  const [row] = await query<{ open: boolean }[]>`
    select exists (
      select
      from orders
      where customer_id = ${customerId}
        and state not in ('completed', 'cancelled', 'rejected', 'expired')) as open`;
  return row?.open ?? false;
}

/** Whether a customer sent an order in since a moment that came to something. */
export async function orderedSince(query: Query, customerId: string, since: Temporal.Instant): Promise<boolean> {
  const [row] = await query<{ ordered: boolean }[]>`
    select exists (
      select
      from orders
      where customer_id = ${customerId}
        and submitted_at >= ${since}
        and state not in ('cancelled', 'rejected', 'expired')) as ordered`;
  return row?.ordered ?? false;
}

/** The order that has spent a coupon; none while it only stands on drafts. */
export async function orderSpending(query: Query, couponId: string): Promise<{ id: string; number: string | null } | null> {
  const [row] = await query<{ id: string; number: string | null }[]>`
    select id, number
    from orders
    where coupon_id = ${couponId}
      and state not in ('draft', 'cancelled', 'rejected', 'expired')`;
  return row ?? null;
}
