import type { Page, Paged } from '../extent.ts';
import type { Query } from '../ports.ts';

/** How many conversations with customers are open, and in how many the customer waits for an answer. */
export async function countOpenCases(query: Query): Promise<{ n: number; waiting: number }> {
  const [row] = await query<{ n: number; waiting: number }[]>`
    select count(*)::int as n, count(waiting_since)::int as waiting
    from cases
    where state = 'open'`;
  return row ?? { n: 0, waiting: 0 };
}

export interface ListedCase {
  id: string;
  number: bigint;
  customer: string;
  waitingSince: Temporal.Instant | null;
  openedAt: Temporal.Instant;
}

/** Open conversations; those who wait come first, the longest wait before the others. */
export async function listOpenCases(query: Query, page: Page): Promise<Paged<ListedCase>> {
  const rows = await query<(ListedCase & { all: number })[]>`
    select k.id, k.number, c.name as customer, k.waiting_since as "waitingSince", k.opened_at as "openedAt", k.all
    from (
      select *, (count(*) over ())::int as all
      from cases
      where state = 'open'
      order by waiting_since, number
      limit ${page.size}
      offset ${page.size * page.number}) k
    join customers c on c.id = k.customer_id
    order by k.waiting_since, k.number`;
  return { rows: rows.map(({ all: _all, ...open }) => open), all: rows[0]?.all ?? 0 };
}
