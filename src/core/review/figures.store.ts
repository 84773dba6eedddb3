import type { Page, Paged, Span } from '../extent.ts';
import type { Role } from '../orders/actions.ts';
import { decidersOfWish } from '../orders/changing/wish.ts';
import type { Query } from '../ports.ts';
import type { Grade } from './grade.decide.ts';

/** Decisions that wait for a role, or for the colleague they were handed to. */
export interface WaitingDecisions {
  role: Role;
  assignee: string | null;
  n: number;
  /** Their time has passed. */
  overdue: number;
  /** The customer was asked, and nobody here has to do anything yet. */
  paused: number;
}

/** The same orders and changes that `/review` lists, by whom they wait for. */
export async function waitingDecisions(query: Query, now: Temporal.Instant): Promise<WaitingDecisions[]> {
  const rows = await query<WaitingDecisions[]>`
    with waiting as (
      select a.eligible_role as role, a.assignee, a.due_at, a.paused_at is not null as paused
      from orders o
      join approvals a on a.order_id = o.id
        and a.state = 'pending'
      where o.state = 'in_review'
      union all
      select case kind when 'items' then ${decidersOfWish('items')[0]} else ${decidersOfWish('date')[0]} end, null, due_at, false
      from change_requests
      where state = 'pending'
    )
    select w.role, s.name as assignee, count(*)::int as n, (count(*) filter (where not w.paused and w.due_at < ${now}))::int as overdue,
      (count(*) filter (where w.paused))::int as paused
    from waiting w
    left join staff s on s.id = w.assignee
    group by w.role, w.assignee, s.name
    order by n desc, s.name, w.role`;
  return [...rows];
}

/** Exceptions of a code and grade. */
export interface GradedExceptions {
  code: string;
  grade: Grade;
  n: number;
}

export async function exceptionsOpened(query: Query, { from, to }: Span): Promise<GradedExceptions[]> {
  const rows = await query<GradedExceptions[]>`
    select code, grade, count(*)::int as n
    from exceptions
    where opened_at >= ${from}
      and opened_at < ${to}
    group by code, grade
    order by array_position(array['high', 'medium', 'low'], grade), n desc, code`;
  return [...rows];
}

export async function openExceptions(query: Query): Promise<GradedExceptions[]> {
  const rows = await query<GradedExceptions[]>`
    select code, grade, count(*)::int as n
    from exceptions
    where resolved_at is null
    group by code, grade
    order by array_position(array['high', 'medium', 'low'], grade), n desc, code`;
  return [...rows];
}

export interface ListedException {
  orderId: string;
  number: string;
  customer: string;
  code: string;
  grade: Grade;
  isOpen: boolean;
  at: Temporal.Instant;
}

/** The exceptions that were opened in a time, or, without one, those that are open: the oldest first. */
export async function listExceptions(query: Query, span: Span | null, page: Page): Promise<Paged<ListedException>> {
  const which = span ? query`opened_at >= ${span.from} and opened_at < ${span.to}` : query`resolved_at is null`;
  const rows = await query<(ListedException & { all: number })[]>`
    select o.id as "orderId", o.number, c.name as customer, x.code, x.grade, x.resolved_at is null as "isOpen", x.opened_at as at, x.all
    from (
      select *, (count(*) over ())::int as all
      from exceptions
      where ${which}
      order by opened_at, id
      limit ${page.size}
      offset ${page.size * page.number}) x
    join orders o on o.id = x.order_id
    join customers c on c.id = o.customer_id
    order by x.opened_at, x.id`;
  return { rows: rows.map(({ all: _all, ...exception }) => exception), all: rows[0]?.all ?? 0 };
}
