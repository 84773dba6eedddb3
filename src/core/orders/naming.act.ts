import { findDecider } from '../people/colleague.store.ts';
import { ordersToDecide, pendingApproval } from '../review/approval.store.ts';
import { decidingRole, nextUp, roleReaches } from '../review/deciders.decide.ts';
import { approvalTiers } from '../review/verification.store.ts';
import { plan } from '../schedule/jobs.ts';
import type { Job } from '../schedule/jobs.store.ts';
import type { DeskTurn } from '../turn.ts';
import { showWhereChanged } from './cards/show.act.ts';
import type { Order } from './order.ts';
import { lockOrder } from './order.store.ts';
import { takeStep } from './step.act.ts';

/** So many orders are looked at in one transaction; the next ones in one of their own. */
const atOnce = 20;

/**
 * What a colleague may decide changed: every card of an order that waits for a decision names who decides now, and what was handed to
 * them alone goes back to the role that was asked. Cards that say the same as before are left alone.
 */
export async function nameDeciders(turn: DeskTurn, job: Job): Promise<void> {
  const { staffId, after } = bodyOf(job);
  const ids = await ordersToDecide(turn.tx, after, atOnce);
  for (const id of ids) {
    const order = await lockOrder(turn.tx, id);
    if (order && !(await handBack(turn, order, staffId))) await showWhereChanged(turn, order, `names:${job.id}`);
  }
  const last = ids.length === atOnce ? ids.at(-1) : undefined;
  if (last) await plan(turn, { key: job.key, kind: 'names_changed', dueAt: turn.now, body: { staffId, after: last } });
}

/** True where it was theirs by name, and is no more. */
async function handBack(turn: DeskTurn, order: Order, staffId: string): Promise<boolean> {
  const approval = await pendingApproval(turn.tx, order.id);
  if (!approval || approval.assignee?.id !== staffId) return false;
  const colleague = await findDecider(turn.tx, staffId);
  if (colleague && decidingRole(colleague.roles, order.total)) return false;
  const { assignee, eligibleRole: asked } = approval;
  const tiers = await approvalTiers(turn.tx);
  const role = roleReaches(asked, order.total, tiers) ? asked : nextUp(asked, order.total, tiers);
  const taken = await takeStep(
    turn,
    { orderId: order.id, action: 'escalate', actor: { kind: 'system' }, via: null, input: {}, version: null },
    () => ({
      ok: true,
      decision: {
        reason: null,
        effects: [{ kind: 'forward_approval', role, assignee: null, because: 'assignee_left', reason: assignee.name }],
      },
    }),
  );
  return taken.ok;
}

function bodyOf({ body }: Job): { staffId: string; after: string | null } {
  const { staffId, after } = body;
  if (typeof staffId !== 'string') throw new Error('a job about a change among colleagues names nobody');
  return { staffId, after: typeof after === 'string' ? after : null };
}
