import type { Page, Paged, Span } from '../extent.ts';
import type { Query } from '../ports.ts';
import type { OrderKind, State } from './states.ts';

/** What was placed in a currency, and what it was worth when it was placed. */
export interface PlacedValue {
  currency: string;
  n: number;
  amount: bigint;
}

/** What its customer confirmed, kept with the event; a later change of the order alters no day that is over. */
const totalWhenPlaced = (query: Query) => query`
  coalesce((
    select (e.after ->> 'total')::bigint
    from events e
    where e.order_id = o.id
      and e.kind = 'order.confirm'
    order by e.id
    limit 1), o.total)`;

/** The orders customers placed, by currency. */
export async function placedValues(query: Query, { from, to }: Span): Promise<PlacedValue[]> {
  const rows = await query<PlacedValue[]>`
    select o.currency, count(*)::int as n, sum(${totalWhenPlaced(query)})::bigint as amount
    from orders o
    where o.submitted_at >= ${from}
      and o.submitted_at < ${to}
    group by o.currency
    order by n desc, o.currency`;
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
