import type { Order } from '../orders/order.ts';
import { paidSoFar } from '../orders/payment.store.ts';
import type { Query } from '../ports.ts';
import type { History } from './checks/check.ts';

/** What the customer's and the business' past say about an order; every question is answered by a bounded piece of an index. */
export async function readHistory(query: Query, order: Order, now: Temporal.Instant): Promise<History> {
  const [row] = await query<
    {
      creditLimit: bigint | null;
      prepaid: boolean;
      businessCurrency: string;
      servedZones: string[];
      p95: bigint | null;
      p99: bigint | null;
      known: boolean;
      largest: bigint | null;
    }[]
  >`
    select c.credit_limit as "creditLimit", c.prepaid, b.currency as "businessCurrency", b.served_zones as "servedZones",
      v.p95, v.p99,
      coalesce((
        select true
        from orders o
        where o.customer_id = c.id
          and o.id <> ${order.id}
          and o.state in ('confirmed', 'preparing', 'in_transit', 'delivered', 'completed')
        order by o.created_at desc
        limit 1), false) as known,
      case when v.currency is null then (
        select max(total)
        from (
          select total, state
          from orders
          where currency = ${order.currency}
            and submitted_at is not null
            and id <> ${order.id}
          order by submitted_at desc
          limit 200) as newest
        where state in ('confirmed', 'preparing', 'in_transit', 'delivered', 'completed')) end as largest
    from customers c
    cross join business b
    left join order_value_limits v on v.currency = ${order.currency}
    where c.id = ${order.customerId}`;
  if (!row) throw new Error(`customer ${order.customerId} is gone`);
  const { creditLimit, prepaid, known, businessCurrency, servedZones, p95, p99, largest } = row;
  return {
    customer: {
      creditLimit,
      prepaid,
      known,
      exposure: await exposureOf(query, order),
      paid: await paidSoFar(query, order.id),
      usual: await usualQuantities(query, order),
    },
    businessCurrency,
    servedZones,
    duplicate: await findDuplicate(query, order, now),
    valueLimits: p95 === null || p99 === null ? null : { p95, p99 },
    largest,
  };
}

/** What the customer owes for confirmed orders without this one, less what was paid in part; each currency for itself. */
async function exposureOf(query: Query, order: Order): Promise<bigint> {
  const [row] = await query<{ exposure: bigint }[]>`
    select coalesce(sum(total - coalesce((select sum(p.amount) from payments p where p.order_id = o.id), 0)), 0)::bigint as exposure
    from orders o
    where customer_id = ${order.customerId}
      and currency = ${order.currency}
      and payment = 'unpaid'
      and state in ('confirmed', 'preparing', 'in_transit', 'delivered', 'completed')
      and id <> ${order.id}`;
  return row?.exposure ?? 0n;
}

/** The middle quantity per order of each product of this order, over the customer's newest orders that stood. */
async function usualQuantities(query: Query, order: Order): Promise<History['customer']['usual']> {
  const skus = order.lines.flatMap(({ sku }) => (sku ? [sku] : []));
  const rows = await query<{ sku: string; median: number; orders: number }[]>`
    with latest as (
      select id
      from orders
      where customer_id = ${order.customerId}
        and id <> ${order.id}
        and state not in ('draft', 'cancelled', 'rejected', 'expired')
      order by created_at desc
      limit 50
    ), per_order as (
      select l.sku, sum(l.quantity) as quantity
      from latest o
      join order_lines l on l.order_id = o.id
      where l.sku = any(${skus}::text[])
      group by l.sku, o.id
    )
    select sku, percentile_cont(0.5) within group (order by quantity)::numeric as median, count(*)::int as orders
    from per_order
    group by sku`;
  return new Map(rows.map(({ sku, median, orders }) => [sku, { median, orders }]));
}

/**
 * Another order that stands and is the same: with the same reference, or submitted in the last ten minutes with the same
 * lines and amount, with a coupon or without. Looks at the customer's newest orders only.
 */
async function findDuplicate(query: Query, order: Order, now: Temporal.Instant): Promise<History['duplicate']> {
  const [row] = await query<NonNullable<History['duplicate']>[]>`
    with mine as (
      select external_ref, currency, total + discount as cost, ${linesOf(query)} as lines
      from orders o
      where id = ${order.id}
    ), latest as (
      select *
      from orders
      where customer_id = ${order.customerId}
        and id <> ${order.id}
        and number is not null
        and state not in ('draft', 'cancelled', 'rejected', 'expired')
      order by created_at desc
      limit 50
    )
    select o.number, case when o.external_ref = mine.external_ref then 'external_ref' else 'same_lines' end as because
    from mine
    join latest o on o.external_ref = mine.external_ref
      or (o.total + o.discount = mine.cost
        and o.currency = mine.currency
        and o.submitted_at between ${now.subtract({ minutes: 10 })} and ${now}
        and ${linesOf(query)} = mine.lines)
    order by because, o.created_at desc
    limit 1`;
  return row ?? null;
}

/** What is ordered by an order `o`, in a form in which two are equal exactly when the same was ordered. */
const linesOf = (query: Query) => query`(
  select jsonb_agg(line order by line)
  from (
    select jsonb_build_object('sku', l.sku, 'quantity', l.quantity, 'options', (
      select jsonb_agg(c -> 'key' || jsonb_build_array(c -> 'value') order by c ->> 'key')
      from jsonb_array_elements(l.options || l.specs) c)) as line
    from order_lines l
    where l.order_id = o.id) as ordered)`;
