import type { Actor } from '../people/person.ts';
import type { PendingApproval } from '../review/approval.store.ts';
import type { HoldKind } from '../review/hold.ts';
import type { ActionId, Role, Row, Who } from './actions.ts';
import { actionIds } from './actions.ts';
import { guards, type GuardFailure } from './guards.decide.ts';
import type { Part } from './fulfilling/parts.decide.ts';
import type { ReportedShortage } from './fulfilling/shortage.ts';
import type { PendingChange } from './changing/wish.ts';
import type { Order } from './order.ts';
import { rowsOf } from './table/tables.ts';

/** What stands beside the order and what guards look at. */
export interface Facts {
  order: Order;
  holds: { id: string; kind: HoldKind; blocks: string[]; reason: string; releaseRole: Role }[];
  approval: PendingApproval | null;
  /** Whose word brought the order past its review; null where nobody had to decide. */
  approvedBy: { id: string; name: string } | null;
  /** What has been paid so far, minor units of the order's currency. */
  paid: bigint;
  /** What somebody asked to change and nobody has decided yet. */
  change: PendingChange | null;
  /** Options a product requires that its line has not, `line words: option`. */
  missingOptions: { words: string; key: string }[];
  /** What could leave the house now. */
  ready: Part[];
  /** Units that were kept and are not there, answered or not. */
  shortages: ReportedShortage[];
}

export type Verdict =
  | { ok: true; rows: Row[] }
  | { ok: false; code: 'wrong_state' | 'not_yours' | GuardFailure['code']; params: Record<string, string> };

/**
 * May this person do this to this order now? The one place that answers it: buttons, commands and refusals all ask here.
 * `rows` are the endings the action may have; the action's own decision picks one.
 */
export function judge(facts: Facts, action: ActionId, actor: Actor, now: Temporal.Instant): Verdict {
  const rows = rowsOf(facts.order.kind, facts.order.state, action);
  if (rows.length === 0) return { ok: false, code: 'wrong_state', params: { state: facts.order.state } };
  const mine = rows.filter((row) => row.by.some((who) => isWho(who, actor, facts.order)));
  if (mine.length === 0) return { ok: false, code: 'not_yours', params: { who: [...new Set(rows.flatMap((row) => row.by))].join(',') } };
  for (const guard of mine[0]?.guards ?? []) {
    const failure = guards[guard](facts, actor, action, now);
    if (failure) return { ok: false, ...failure };
  }
  return { ok: true, rows: mine };
}

/** Every action this person may take now, in the order of the table. */
export function offered(facts: Facts, actor: Actor, now: Temporal.Instant): ActionId[] {
  return actionIds.filter((action) => action !== 'create' && judge(facts, action, actor, now).ok);
}

function isWho(who: Who, actor: Actor, order: Order): boolean {
  if (who === 'customer') return actor.kind === 'customer' && actor.id === order.customerId;
  if (who === 'system') return actor.kind === 'system';
  if (who === 'api') return actor.kind === 'api';
  return actor.kind === 'staff' && actor.roles.some((grant) => grant.role === who);
}
