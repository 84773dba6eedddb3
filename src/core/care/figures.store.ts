import type { Page, Paged, Span } from '../extent.ts';
import type { Query } from '../ports.ts';

/** Answers to how satisfied somebody was, by their number. */
export interface Scores {
  score: number;
  n: number;
}

/** Best first. */
export async function scoresGiven(query: Query, { from, to }: Span): Promise<Scores[]> {
  const rows = await query<Scores[]>`
    select score::int, count(*)::int as n
    from survey_answers
    where answered_at >= ${from}
      and answered_at < ${to}
    group by score
    order by score desc`;
  return [...rows];
}

export interface ListedAnswer {
  orderId: string | null;
  number: string | null;
  customer: string;
  score: number;
  comment: string | null;
  at: Temporal.Instant;
}

/** The answers themselves: the least content first, and of those the oldest. */
export async function listAnswers(query: Query, { from, to }: Span, page: Page): Promise<Paged<ListedAnswer>> {
  const rows = await query<(ListedAnswer & { all: number })[]>`
    select o.id as "orderId", o.number, c.name as customer, a.score, a.comment, a.at, a.all
    from (
      select id, customer_id, order_id, score::int, comment, answered_at as at, (count(*) over ())::int as all
      from survey_answers
      where answered_at >= ${from}
        and answered_at < ${to}
      order by score, answered_at, id
      limit ${page.size}
      offset ${page.size * page.number}) a
    join customers c on c.id = a.customer_id
    left join orders o on o.id = a.order_id
    order by a.score, a.at, a.id`;
  return { rows: rows.map(({ all: _all, ...answer }) => answer), all: rows[0]?.all ?? 0 };
}

/** Planned messages that were not sent for one reason. */
export interface UnsentTouches {
  reason: string;
  n: number;
}

export async function touchesWithheld(query: Query, { from, to }: Span): Promise<UnsentTouches[]> {
  const rows = await query<UnsentTouches[]>`
    select reason, count(*)::int as n
    from touches
    where state = 'withheld'
      and settled_at >= ${from}
      and settled_at < ${to}
    group by reason
    order by n desc, reason`;
  return [...rows];
}

export interface ListedTouch {
  orderId: string | null;
  number: string | null;
  customer: string;
  step: string;
  reason: string;
  at: Temporal.Instant;
}

/** The messages themselves, oldest first. */
export async function listTouchesWithheld(query: Query, { from, to }: Span, page: Page): Promise<Paged<ListedTouch>> {
  const rows = await query<(ListedTouch & { all: number })[]>`
    select o.id as "orderId", o.number, c.name as customer, t.step, t.reason, t.at, t.all
    from (
      select id, customer_id, order_id, step, reason, settled_at as at, (count(*) over ())::int as all
      from touches
      where state = 'withheld'
        and settled_at >= ${from}
        and settled_at < ${to}
      order by settled_at, id
      limit ${page.size}
      offset ${page.size * page.number}) t
    join customers c on c.id = t.customer_id
    left join orders o on o.id = t.order_id
    order by t.at, t.id`;
  return { rows: rows.map(({ all: _all, ...touch }) => touch), all: rows[0]?.all ?? 0 };
}
