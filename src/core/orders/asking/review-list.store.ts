import type { Query } from '../../ports.ts';
import type { Role } from '../actions.ts';
import { decidersOfWish, type WishKind } from '../changing/wish.ts';

/** An order that waits for a decision, or of which a change does, at a glance. */
export interface WaitingOrder {
  id: string;
  number: string;
  customer: string;
  total: bigint;
  currency: string;
  urgent: boolean;
  /** A change of it waits, and it goes on as it is until then; null where it waits itself. */
  change: WishKind | null;
  /** Whoever holds one of them may decide, where it was not handed to one person. */
  roles: readonly Role[];
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
  const rows = await query<(Omit<WaitingOrder, 'roles'> & { role: Role | null; all: number })[]>`
    with waiting as (
      select o.id, a.eligible_role as role, a.assignee, null as change, a.due_at, a.paused_at is not null as paused, o.submitted_at as since
      from orders o
      join approvals a on a.order_id = o.id
        and a.state = 'pending'
      where o.state = 'in_review'
      union all
      select order_id, null, null, kind, due_at, false, asked_at
      from change_requests
      where state = 'pending'
    )
    select o.id, o.number, c.name as customer, o.total, o.currency, o.urgent, w.change, w.role, s.name as assignee, w.due_at as "dueAt",
      w.paused, (count(*) over ())::int as all
    from waiting w
    join orders o on o.id = w.id
    join customers c on c.id = o.customer_id
    left join staff s on s.id = w.assignee
    order by w.paused, w.since - make_interval(hours => o.priority), o.id, w.change nulls first
    limit ${page.size}
    offset ${page.size * page.number}`;
  const orders = rows.map(({ all: _all, role, ...order }) => ({
    ...order,
    roles: role ? [role] : decidersOfWish(order.change ?? 'items'),
  }));
  return { orders, all: rows[0]?.all ?? 0 };
}
