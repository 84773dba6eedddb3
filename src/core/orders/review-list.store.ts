import type { Query } from '../ports.ts';
import type { Role } from './actions.ts';

/** An order that waits for a decision, at a glance. */
export interface WaitingOrder {
  id: string;
  number: string;
  customer: string;
  total: bigint;
  currency: string;
  urgent: boolean;
  role: Role;
  assignee: string | null;
  dueAt: Temporal.Instant;
  /** The customer was asked: nobody has to do anything yet. */
  paused: boolean;
}

/**
 * What waits for a decision, a page at a time, and how many there are. A point of priority is worth an hour of waiting, so that
 * neither the urgent nor the old are forgotten; what waits for its customer comes last.
 */
export async function waitingForDecision(
  query: Query,
  page: { size: number; number: number },
): Promise<{ orders: WaitingOrder[]; all: number }> {
  const rows = await query<(WaitingOrder & { all: number })[]>`
    select o.id, o.number, c.name as customer, o.total, o.currency, o.urgent, a.eligible_role as role, s.name as assignee,
      a.due_at as "dueAt", a.paused_at is not null as paused, (count(*) over ())::int as all
    from orders o
    join approvals a on a.order_id = o.id
      and a.state = 'pending'
    join customers c on c.id = o.customer_id
    left join staff s on s.id = a.assignee
    where o.state = 'in_review'
    order by a.paused_at is not null, o.submitted_at - make_interval(hours => o.priority), o.id
    limit ${page.size}
    offset ${page.size * page.number}`;
  return { orders: rows.map(({ all: _all, ...order }) => order), all: rows[0]?.all ?? 0 };
}
