import type { Page, Paged, Span } from '../extent.ts';
import type { Query } from '../ports.ts';
import type { OrderKind, State } from './states.ts';

/** What was placed in a currency: what those that stand were worth when they were confirmed, and apart what came to nothing. */
export interface PlacedValue {
  currency: string;
  n: number;
  amount: bigint;
  /** How many of them were rejected or cancelled. */
  lost: number;
  lostAmount: bigint;
}

/**
 * What it was worth when it was confirmed: by its customer and, where a colleague had to approve it, by them, with what was agreed then.
 * Kept with the events; a later change of the order alters no day that is over.
 */
const totalWhenPlaced = (query: Query) => query`
  coalesce((
    select (e.after ->> 'total')::bigint
    from events e
    where e.order_id = o.id
      and e.after ->> 'total' is not null
      and e.id <= (
        select last.id
        from events last
        where last.order_id = o.id
          and last.kind in ('order.confirm', 'order.approve')
        order by last.kind = 'order.approve' desc, last.id desc
        limit 1)
    order by e.id desc
    limit 1), o.total)`;

/** It was never confirmed by the desk and will not be, or was cancelled before the day was over; later ends alter no day. */
const cameToNothing = (query: Query, until: Temporal.Instant) => query`
  (o.state = 'rejected' or o.state = 'cancelled' and (
    o.entered_state_at < ${until}
    or not exists (select 1 from transitions s where s.order_id = o.id and s.to_state = 'confirmed')))`;

/** The orders customers placed, by currency. */
export async function placedValues(query: Query, { from, to }: Span): Promise<PlacedValue[]> {
  const rows = await query<PlacedValue[]>`
    select currency, count(*)::int as n, coalesce(sum(worth) filter (where not lost), 0)::bigint as amount,
      (count(*) filter (where lost))::int as lost, coalesce(sum(worth) filter (where lost), 0)::bigint as "lostAmount"
    from (
      select o.currency, ${totalWhenPlaced(query)} as worth, ${cameToNothing(query, to)} as lost
      from orders o
      where o.submitted_at >= ${from}
        and o.submitted_at < ${to}) placed
    group by currency
    order by n desc, currency`;
  return [...rows];
}

/** How many orders customers placed within each of these times. */
export async function placedWithin(query: Query, spans: readonly Span[]): Promise<number[]> {
  const rows = await query<{ n: number }[]>`
    select (
      select count(*)::int
      from orders o
      where o.submitted_at >= s.since
        and o.submitted_at < s.until) as n
    from unnest(${spans.map(({ from }) => from)}::timestamptz[], ${spans.map(({ to }) => to)}::timestamptz[]) with ordinality as s (since, until, at)
    order by s.at`;
  return rows.map(({ n }) => n);
}

/** An order in a list. */
export interface ListedOrder {
  id: string;
  number: string;
  customer: string;
  kind: OrderKind;
  state: State;
  total: bigint;
  currency: string;
  /** When it was placed, or since when it stands where it does. */
  at: Temporal.Instant;
}

/** What was placed, oldest first, with what it was worth then and where it stands now. */
export async function placedOrders(query: Query, { from, to }: Span, page: Page): Promise<Paged<ListedOrder>> {
  const rows = await query<(ListedOrder & { all: number })[]>`
    select o.id, o.number, c.name as customer, o.kind, o.state, ${totalWhenPlaced(query)} as total, o.currency, o.submitted_at as at, o.all
    from (
      select *, (count(*) over ())::int as all
      from orders
      where submitted_at >= ${from}
        and submitted_at < ${to}
      order by submitted_at, id
      limit ${page.size}
      offset ${page.size * page.number}) o
    join customers c on c.id = o.customer_id
    order by o.submitted_at, o.id`;
  return listed(rows);
}

/** How many orders have not left the house, by state. */
export async function backlogByState(query: Query): Promise<{ state: State; n: number }[]> {
  const rows = await query<{ state: State; n: number }[]>`
    select state, count(*)::int as n
    from orders
    where state in ('submitted', 'in_review', 'confirmed', 'preparing')
    group by state
    order by array_position(array['submitted', 'in_review', 'confirmed', 'preparing'], state)`;
  return [...rows];
}

/** What has not left the house; what stands still longest comes first. */
export async function backlog(query: Query, page: Page): Promise<Paged<ListedOrder>> {
  const rows = await query<(ListedOrder & { all: number })[]>`
    select o.id, o.number, c.name as customer, o.kind, o.state, o.total, o.currency, o.entered_state_at as at, o.all
    from (
      select *, (count(*) over ())::int as all
      from orders
      where state in ('submitted', 'in_review', 'confirmed', 'preparing')
      order by entered_state_at, id
      limit ${page.size}
      offset ${page.size * page.number}) o
    join customers c on c.id = o.customer_id
    order by o.entered_state_at, o.id`;
  return listed(rows);
}

function listed(rows: readonly (ListedOrder & { all: number })[]): Paged<ListedOrder> {
  return { rows: rows.map(({ all: _all, ...order }) => order), all: rows[0]?.all ?? 0 };
}
