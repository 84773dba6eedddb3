import type { Span } from '../../../extent.ts';
import type { Query } from '../../../ports.ts';

/** Calls of a stretch of time with one outcome, in one currency. */
export interface OutcomeCount {
  outcome: string;
  currency: string;
  n: number;
  /** Millionths; null where no price was known. */
  cost: bigint | null;
}

export async function callsMade(query: Query, { from, to }: Span): Promise<OutcomeCount[]> {
  const rows = await query<OutcomeCount[]>`
    select outcome, currency, count(*)::int as n, sum(cost)::bigint as cost
    from model_calls
    where at >= ${from}
      and at < ${to}
    group by outcome, currency
    order by n desc, outcome`;
  return [...rows];
}
