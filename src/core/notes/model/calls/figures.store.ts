import type { Span } from '../../../extent.ts';
import type { Query } from '../../../ports.ts';

/** Notes that a model was to read, by what became of them: `read`, or why it did not. */
export interface NoteOutcome {
  outcome: string;
  n: number;
}

/** Of each order's note what stood last in that stretch of time: one that was read in the end was read, however often it was tried. */
export async function notesToRead(query: Query, { from, to }: Span): Promise<NoteOutcome[]> {
  const rows = await query<NoteOutcome[]>`
    select outcome, count(*)::int as n
    from (
      select distinct on (order_id) coalesce(after ->> 'degraded', 'read') as outcome
      from events
      where kind = 'note.read'
        and at >= ${from}
        and at < ${to}
      order by order_id, at desc, id desc
    ) last
    group by outcome
    order by outcome = 'read' desc, n desc, outcome`;
  return [...rows];
}

/** Calls of a stretch of time for one purpose with one outcome, in one currency. */
export interface CallCount {
  purpose: string;
  outcome: string;
  currency: string;
  n: number;
  /** Millionths; null where no price was known. */
  cost: bigint | null;
}

export async function callsMade(query: Query, { from, to }: Span): Promise<CallCount[]> {
  const rows = await query<CallCount[]>`
    select purpose, outcome, currency, count(*)::int as n, sum(cost)::bigint as cost
    from model_calls
    where at >= ${from}
      and at < ${to}
    group by purpose, outcome, currency
    order by n desc, purpose, outcome`;
  return [...rows];
}

/** Messages whose customers pressed what they had meant, and how often that was among what the rules thought, and among what a model that was asked did. */
export interface Meant {
  n: number;
  rules: number;
  asked: number;
  model: number;
}

export async function wishesMeant(query: Query, { from, to }: Span): Promise<Meant> {
  const [row] = await query<Meant[]>`
    select count(*)::int as n,
      (count(*) filter (where after -> 'rules' @> jsonb_build_array(after -> 'wish')))::int as rules,
      (count(*) filter (where jsonb_typeof(after -> 'model') = 'array'))::int as asked,
      (count(*) filter (where after -> 'model' @> jsonb_build_array(after -> 'wish')))::int as model
    from events
    where kind = 'message.meant'
      and at >= ${from}
      and at < ${to}`;
  return row ?? { n: 0, rules: 0, asked: 0, model: 0 };
}
