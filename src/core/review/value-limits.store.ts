import type { Turn } from '../turn.ts';

/** Counts anew, once a night, above which value an order is among the largest: over a year, per currency, from twenty orders on. */
export async function refreshValueLimits({ tx, now }: Turn): Promise<void> {
  await tx`delete from order_value_limits`;
  await tx`
    insert into order_value_limits (currency, p95, p99, orders, as_of)
    select currency, percentile_disc(0.95) within group (order by total), percentile_disc(0.99) within group (order by total),
      count(*), ${now}
    from orders
    where submitted_at > ${now.subtract({ hours: 365 * 24 })}
      and submitted_at <= ${now}
      and state in ('confirmed', 'preparing', 'in_transit', 'delivered', 'completed')
    group by currency
    having count(*) >= 20`;
}
