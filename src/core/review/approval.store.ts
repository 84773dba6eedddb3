import { json } from '../json.ts';
import type { Role } from '../orders/actions.ts';
import type { Turn } from '../turn.ts';

export interface Reason {
  key: string;
  params: Record<string, string>;
}

export async function openApproval(
  turn: Turn,
  approval: { orderId: string; version: number; role: Role; reasons: Reason[]; dueAt: Temporal.Instant },
): Promise<void> {
  await turn.tx`
    insert into approvals (id, order_id, order_version, eligible_role, state, reasons, asked_at, due_at)
    values (${turn.ids.uuid()}, ${approval.orderId}, ${approval.version}, ${approval.role}, 'pending',
      ${json(turn.tx, approval.reasons)}, ${turn.now}, ${approval.dueAt})`;
}

export async function closeApproval(
  turn: Turn,
  orderId: string,
  state: 'approved' | 'rejected' | 'cancelled' | 'forwarded' | 'superseded',
  by: string | null,
  reason: string | null,
): Promise<void> {
  await turn.tx`
    update approvals
    set state = ${state}, decided_at = ${turn.now}, decided_by = ${by}, reason = ${reason}
    where order_id = ${orderId}
      and state = 'pending'`;
}

/** The clock stands still while the customer's answer is waited for. */
export async function pauseApproval(turn: Turn, orderId: string, askedBy: string | null): Promise<void> {
  await turn.tx`
    update approvals
    set paused_at = ${turn.now}, asked_by = ${askedBy}
    where order_id = ${orderId}
      and state = 'pending'`;
}

/** The time that was waited is added to the time that is left. */
export async function resumeApproval(turn: Turn, orderId: string): Promise<void> {
  await turn.tx`
    update approvals
    set due_at = due_at + (${turn.now}::timestamptz - paused_at), paused_at = null
    where order_id = ${orderId}
      and state = 'pending'
      and paused_at is not null`;
}

/** Why the order stands in review, newest question first. */
export async function pendingReasons(query: Turn['tx'], orderId: string): Promise<Reason[]> {
  const [row] = await query<{ reasons: Reason[] }[]>`
    select reasons
    from approvals
    where order_id = ${orderId}
      and state = 'pending'`;
  return row?.reasons ?? [];
}
