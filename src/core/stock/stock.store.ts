import type { Query, Tx } from '../ports.ts';
import type { Incoming, StockAt, Take } from './fulfilability.decide.ts';

/** What there is of these products at every location, and what is on its way. */
export async function readStock(query: Query, skus: readonly string[]): Promise<StockAt[]> {
  const rows = await query<StockRow[]>`
    select l.code as location, l.rank, p.sku, coalesce(s.on_hand - s.allocated, 0) as free,
      coalesce((
        select jsonb_agg(jsonb_build_object('quantity', i.quantity, 'due', i.due))
        from incoming_stock i
        where i.location = l.code
          and i.sku = p.sku), '[]') as incoming
    from unnest(${[...skus]}::text[]) as p (sku)
    cross join locations l
    left join stock_levels s on s.location = l.code and s.sku = p.sku
    order by l.rank, l.code, p.sku`;
  return rows.map(({ incoming, ...row }) => ({ ...row, incoming: incoming.map(toIncoming) }));
}

/** Locks what there is of these products until the transaction ends; everybody locks in the same order, so nobody deadlocks. */
export async function lockStock(tx: Tx, skus: readonly string[]): Promise<void> {
  await tx`
    select
    from stock_levels
    where sku = any(${[...skus]}::text[])
    order by location, sku
    for update`;
}

/** What confirmed orders, without this one, still wait for. Asks only the open orders, never the history. */
export async function readWaiting(query: Query, orderId: string, skus: readonly string[]): Promise<Map<string, number>> {
  const rows = await query<{ sku: string; quantity: number }[]>`
    select w.sku, sum(w.quantity) as quantity
    from orders o
    cross join lateral (
      -- summed per order, so that the planner walks the open orders and not every line the product ever had
      select l.sku, sum(l.quantity - l.cancelled - l.allocated) as quantity
      from order_lines l
      where l.order_id = o.id
        and l.sku = any(${[...skus]}::text[])
        and l.quantity - l.cancelled > l.allocated
      group by l.sku) w
    where o.state in ('confirmed', 'preparing', 'in_transit')
      and o.id <> ${orderId}
    group by w.sku`;
  return new Map(rows.map(({ sku, quantity }) => [sku, quantity]));
}

/** Orders that still wait for one of these products, in the order in which scarce stock is given out. */
export async function ordersWaitingFor(query: Query, skus: readonly string[], limit: number): Promise<string[]> {
  const rows = await query<{ id: string }[]>`
    select o.id
    from orders o
    where o.state in ('confirmed', 'preparing', 'in_transit')
      and exists (
        select
        from order_lines l
        join products p on p.sku = l.sku and p.kind = 'goods'
        where l.order_id = o.id
          and l.sku = any(${[...skus]}::text[])
          and l.quantity - l.cancelled > l.allocated)
    order by o.priority desc, o.submitted_at, o.id
    limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** What is kept for the lines of an order and has not left, the location that is asked first first. */
export async function keptFor(query: Query, orderId: string): Promise<(Take & { lineId: string })[]> {
  const rows = await query<(Take & { lineId: string })[]>`
    select a.order_line as "lineId", a.location, a.quantity
    from allocations a
    join order_lines l on l.id = a.order_line
    join locations p on p.code = a.location
    where l.order_id = ${orderId}
    order by p.rank, a.location, l.position`;
  return [...rows];
}

/** What a line was given, and how much of it has already left the house. */
export interface Given {
  lineId: string;
  sku: string;
  /** What it may still be given. */
  open: number;
  /** What it was given, with what has left. */
  allocated: number;
  takes: Take[];
  shipped: number;
}

/** What every line of an order was given; locks the lines, so that two hands never give twice. */
export async function lockGiven(tx: Tx, orderId: string): Promise<Given[]> {
  await tx`
    select
    from order_lines
    where order_id = ${orderId}
    order by id
    for update`;
  const rows = await tx<Given[]>`
    select l.id as "lineId", l.sku, l.quantity - l.cancelled - l.allocated as open, l.allocated, l.shipped,
      coalesce((
        select jsonb_agg(jsonb_build_object('location', a.location, 'quantity', a.quantity) order by a.location)
        from allocations a
        where a.order_line = l.id), '[]') as takes
    from order_lines l
    where l.order_id = ${orderId}
      and l.sku is not null
    order by l.position`;
  return [...rows];
}

type StockRow = Omit<StockAt, 'incoming'> & { incoming: { quantity: number; due: string }[] };

const toIncoming = ({ quantity, due }: { quantity: number; due: string }): Incoming => ({ quantity, due: Temporal.PlainDate.from(due) });
