import type { Turn } from '../turn.ts';

/**
 * Counts anew, once a night, above which value an order is among the largest: over a year, per currency, from twenty orders on. A currency
 * in which fewer were sold by now keeps what was known of it.
 */
export async function refreshValueLimits({ tx, now }: Turn): Promise<void> {
  await tx`
    insert into order_value_limits (currency, p95, p99, orders, as_of)
    select currency, percentile_disc(0.95) within group (order by total), percentile_disc(0.99) within group (order by total),
      count(*), ${now}
    from orders
    where submitted_at > ${now.subtract({ hours: 365 * 24 })}
      and submitted_at <= ${now}
      and state in ('confirmed', 'preparing', 'in_transit', 'delivered', 'completed')
    group by currency
    having count(*) >= 20
    on conflict (currency) do update set
      p95 = excluded.p95,
      p99 = excluded.p99,
      orders = excluded.orders,
      as_of = excluded.as_of`;
}
