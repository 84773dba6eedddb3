import type { Page, Paged, Span } from '../extent.ts';
import type { Query } from '../ports.ts';
import type { Platform } from './incoming.ts';

/** Messages that reached nobody, or perhaps nobody, for one reason. */
export interface LostMessages {
  state: 'withheld' | 'failed' | 'unknown';
  /** A word for it, without the details a platform gave. */
  reason: string;
  n: number;
}

/** Due in this time, and held back by the desk. */
const withheldIn = (query: Query, { from, to }: Span) => query`state = 'withheld' and due_at >= ${from} and due_at < ${to}`;

/** Due in this time; the platform did not take them, or never said whether it did. */
const undeliveredIn = (query: Query, { from, to }: Span) => query`state in ('failed', 'unknown') and due_at >= ${from} and due_at < ${to}`;

const whichOf = (query: Query, span: Span, kind: LostKind) => (kind === 'withheld' ? withheldIn(query, span) : undeliveredIn(query, span));

export type LostKind = 'withheld' | 'undelivered';

export async function lostMessages(query: Query, span: Span, kind: LostKind): Promise<LostMessages[]> {
  const rows = await query<LostMessages[]>`
    select state, split_part(reason, ':', 1) as reason, count(*)::int as n
    from outbox
    where ${whichOf(query, span, kind)}
    group by 1, 2
    order by n desc, 1, 2`;
  return [...rows];
}

export interface ListedMessage extends Omit<LostMessages, 'n'> {
  orderId: string | null;
  number: string | null;
  platform: Platform;
  /** Whom it was for; null where it was for a conversation of several. */
  recipient: string | null;
  at: Temporal.Instant;
}

/** The messages themselves, oldest first; not their words. */
export async function listLostMessages(query: Query, span: Span, kind: LostKind, page: Page): Promise<Paged<ListedMessage>> {
  const rows = await query<(ListedMessage & { all: number })[]>`
    select m.state, split_part(m.reason, ':', 1) as reason, m.order_id as "orderId", o.number, m.address ->> 'platform' as platform,
      coalesce(c.name, s.name) as recipient, m.at, m.all
    from (
      select id, state, reason, order_id, address, due_at as at, (count(*) over ())::int as all
      from outbox
      where ${whichOf(query, span, kind)}
      order by due_at, id
      limit ${page.size}
      offset ${page.size * page.number}) m
    left join orders o on o.id = m.order_id
    left join lateral (
      select customer_id, staff_id
      from accounts
      where platform = m.address ->> 'platform'
        and account = m.address ->> 'account'
        and dm_key = m.address ->> 'key'
      limit 1) a on true
    left join customers c on c.id = a.customer_id
    left join staff s on s.id = a.staff_id
    order by m.at, m.id`;
  return { rows: rows.map(({ all: _all, ...message }) => message), all: rows[0]?.all ?? 0 };
}
