import type { Query } from '#core/ports.ts';

/** A desk that has sold for a while in the demo's currency: it knows what is usual, and nothing that these tests order is large. */
export async function knowWhatIsUsual(query: Query, now: Temporal.Instant): Promise<void> {
  await query`
    insert into order_value_limits (currency, p95, p99, orders, as_of)
    values ('CNY', ${10n ** 12n}, ${10n ** 12n}, 100, ${now})`;
}
