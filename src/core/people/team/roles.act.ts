import type { Role } from '../../orders/actions.ts';
import type { JobKind } from '../../schedule/job.kinds.ts';
import { plan } from '../../schedule/jobs.ts';
import type { Turn } from '../../turn.ts';
import { grantRole, revokeRole } from '../people.store.ts';
import type { RoleGrant } from '../person.ts';

/** A role that somebody gets, or one of theirs with another limit; cards name them from now on. */
export async function giveRole(turn: Turn, staffId: string, grant: RoleGrant): Promise<void> {
  await grantRole(turn.tx, staffId, grant, turn.now);
  await nameAnew(turn, staffId);
}

/** A role that somebody loses; no card names them for it any more. False when they did not hold it. */
export async function takeRole(turn: Turn, staffId: string, role: Role): Promise<boolean> {
  const taken = await revokeRole(turn.tx, staffId, role);
  if (taken) await nameAnew(turn, staffId);
  return taken;
}

/** What a colleague may decide changed, or they came or left: cards that say who decides are shown anew, some at a time. */
export function nameAnew(turn: Turn, staffId: string): Promise<void> {
  const kind = 'names_changed' satisfies JobKind;
  return plan(turn, { key: `${kind}:${staffId}`, kind, dueAt: turn.now, body: { staffId } });
}
