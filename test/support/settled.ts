import type { Query } from '#core/ports.ts';

/**
 * How much was heard and is not handled yet, or is to be said by now and was not said yet; on one account, where it is named.
 * What was said is counted once this is nothing: before that a count is what it is by chance.
 */
export async function underWay(query: Query, now: Temporal.Instant, account: string | null = null): Promise<number> {
  const [row] = await query<{ count: number }[]>`
    select (
      (select count(*) from inbox where state = 'received' and (${account}::text is null or body -> 'address' ->> 'account' = ${account}))
        + (
          select count(*)
          from outbox
          where state in ('queued', 'sending')
            and due_at <= ${now}
            and (${account}::text is null or address ->> 'account' = ${account})
        )
      )::int as count`;
  return row?.count ?? 0;
}
