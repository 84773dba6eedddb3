import { json } from '../json.ts';
import type { Query, Tx } from '../ports.ts';
import type { Turn } from '../turn.ts';
import type { Grade, GradeReason, Weight } from './grade.decide.ts';

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
    /** Why it weighs more than its kind alone. */
    raisedFor: GradeReason | null;
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
      case_id, raised_for)
    values (${exception.id}, ${exception.orderId}, ${exception.lineId}, ${exception.code}, ${exception.grade},
      ${exception.causeSide}, ${exception.state}, ${json(tx, exception.data)}, ${now}, ${exception.by}, ${exception.dueAt}, ${exception.caseId ?? null},
      ${exception.raisedFor})`;
}

/** What makes an exception of this order weigh more, as things are now; `except`: the one it is asked for, where it stands already. */
export async function weightOf(query: Query, orderId: string, except: string | null, now: Temporal.Instant): Promise<Weight> {
  const [row] = await query<Omit<Weight, 'overdueTwice'>[]>`
    select c.tier, coalesce(o.total > v.p99, false) as "isLargest",
      (select count(*)::int
        from orders theirs
        join exceptions x on x.order_id = theirs.id
        where theirs.customer_id = c.id
          and x.opened_at > ${now.subtract({ hours: 90 * 24 })}
          and x.id is distinct from ${except}) as others
    from orders o
    join customers c on c.id = o.customer_id
    left join order_value_limits v on v.currency = o.currency
    where o.id = ${orderId}`;
  if (!row) throw new Error(`order ${orderId} is gone`);
  return { ...row, overdueTwice: false };
}

/** Conversations about something that is not settled and was never found to weigh more, the oldest first. */
export async function casesToWeigh(query: Query, most: number): Promise<string[]> {
  const rows = await query<{ id: string }[]>`
    select case_id as id
    from exceptions
    where case_id is not null
      and resolved_at is null
      and raised_for is null
    group by case_id
    order by min(opened_at), case_id
    limit ${most}`;
  return rows.map(({ id }) => id);
}

/** True when it weighs more from now on: it is open, and was not raised before. */
export async function raiseException(tx: Tx, id: string, grade: Grade, reason: GradeReason): Promise<boolean> {
  const raised = await tx`
    update exceptions
    set grade = ${grade},
      raised_for = ${reason}
    where id = ${id}
      and resolved_at is null
      and raised_for is null`;
  return raised.count === 1;
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
