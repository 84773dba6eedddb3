import { json } from '../json.ts';
import type { Query } from '../ports.ts';
import type { Turn } from '../turn.ts';

export type Grade = 'low' | 'medium' | 'high';

/** Something about an order that did not go as promised; `data` is what its code is about. */
export interface Exception<Data extends object> {
  id: string;
  orderId: string;
  lineId: string | null;
  dueAt: Temporal.Instant;
  /** Null while it is open. */
  resolution: string | null;
  data: Data;
}

export async function putException(
  turn: Turn,
  exception: {
    id: string;
    orderId: string;
    lineId: string | null;
    code: string;
    grade: Grade;
    causeSide: 'us' | 'carrier' | 'customer' | 'force_majeure';
    state: 'open' | 'waiting_customer';
    data: object;
    dueAt: Temporal.Instant;
    by: string | null;
    /** The conversation in which it is settled, where there is one. */
    caseId?: string;
  },
): Promise<void> {
  const { tx, now } = turn;
  await tx`
    insert into exceptions (id, order_id, order_line, code, grade, cause_side, state, data, opened_at, opened_by, due_at,
      case_id)
    values (${exception.id}, ${exception.orderId}, ${exception.lineId}, ${exception.code}, ${exception.grade},
      ${exception.causeSide}, ${exception.state}, ${json(tx, exception.data)}, ${now}, ${exception.by}, ${exception.dueAt}, ${exception.caseId ?? null})`;
}

/** Closes an exception with what came of it; one that is closed stays as it is. */
export async function resolveException(turn: Turn, id: string, resolution: string, by: string | null): Promise<void> {
  await turn.tx`
    update exceptions
    set state = 'resolved', resolution = ${resolution}, resolved_at = ${turn.now}, resolved_by = ${by}
    where id = ${id}
      and resolved_at is null`;
}

/** The order of a customer's that an open exception of this code is about, the oldest first. */
export async function orderInTrouble(query: Query, customerId: string, code: string): Promise<string | null> {
  const [row] = await query<{ id: string }[]>`
    select o.id
    from orders o
    join exceptions x on x.order_id = o.id
    where o.customer_id = ${customerId}
      and o.state in ('confirmed', 'preparing', 'in_transit')
      and x.code = ${code}
      and x.resolved_at is null
    order by x.opened_at, x.id
    limit 1`;
  return row?.id ?? null;
}

/** Exceptions of a code on an order, the oldest first. */
export async function exceptionsOf<Data extends object>(query: Query, orderId: string, code: string): Promise<Exception<Data>[]> {
  const rows = await query<Exception<Data>[]>`
    select id, order_id as "orderId", order_line as "lineId", due_at as "dueAt", resolution, data
    from exceptions
    where order_id = ${orderId}
      and code = ${code}
    order by opened_at, id`;
  return [...rows];
}

/** An exception that is settled in a conversation, and still open. */
export interface Trouble {
  id: string;
  orderId: string;
  orderNumber: string | null;
  code: string;
  grade: Grade;
  dueAt: Temporal.Instant;
}

/** The open exceptions a conversation with the customer is about, the oldest first. */
export async function troublesOfCase(query: Query, caseId: string): Promise<Trouble[]> {
  const rows = await query<Trouble[]>`
    select x.id, x.order_id as "orderId", o.number as "orderNumber", x.code, x.grade, x.due_at as "dueAt"
    from exceptions x
    join orders o on o.id = x.order_id
    where x.case_id = ${caseId}
      and x.resolved_at is null
    order by x.opened_at, x.id`;
  return [...rows];
}

/** Whether something that is settled in a conversation is open about an order. */
export async function openTroubleOf(query: Query, orderId: string): Promise<boolean> {
  const [row] = await query<{ open: boolean }[]>`
    select exists (select from exceptions where order_id = ${orderId} and case_id is not null and resolved_at is null) as open`;
  return row?.open ?? false;
}

/** Whether an exception is open about one of these orders, or about another open order of the customer. */
export async function anythingWrong(query: Query, customerId: string, orderIds: readonly string[]): Promise<boolean> {
  const [row] = await query<{ wrong: boolean }[]>`
    select exists (
        select
        from exceptions x
        where x.order_id = any (${[...orderIds]}::uuid[])
          and x.resolved_at is null)
      or exists (
        select
        from orders o
        join exceptions x on x.order_id = o.id and x.resolved_at is null
        where o.customer_id = ${customerId}
          and o.state not in ('draft', 'completed', 'cancelled', 'rejected', 'expired')) as wrong`;
  return row?.wrong ?? false;
}

/** Whether anything about any order of a customer's is not settled. */
export async function anyExceptionOpen(query: Query, customerId: string): Promise<boolean> {
  const [row] = await query<{ open: boolean }[]>`
    select exists (
      select
      from orders o
      join exceptions x on x.order_id = o.id and x.resolved_at is null
      where o.customer_id = ${customerId}) as open`;
  return row?.open ?? false;
}
