import { record } from '../../events/event.store.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { Turn } from '../../turn.ts';
import { giveAccount } from '../account.store.ts';
import { addStaff, namesOfRole } from '../people.store.ts';
import type { Speaker } from '../person.ts';
import { giveRole } from '../team/roles.act.ts';
import { claimStands } from './code.store.ts';
import { giveCode } from './giving.act.ts';

/** Who may add others: a desk without any of them can be claimed. */
const leading = ['administrator', 'manager'] as const;

/** Those who lead the desk, by name. */
export async function leaders(turn: Turn): Promise<string[]> {
  for (const role of leading) {
    const names = await namesOfRole(turn.tx, role, 3);
    if (names.length > 0) return names;
  }
  return [];
}

/** The code that makes its sender the administrator, for whoever starts a desk that has none; null where it has one. */
export async function claimCode(turn: Turn): Promise<string | null> {
  return (await leaders(turn)).length > 0 ? null : (await giveCode(turn, 'claim')).code;
}

/** The same where the one before was spoilt or ran out; null while it stands. */
export async function freshClaimCode(turn: Turn): Promise<string | null> {
  return (await claimStands(turn.tx, turn.now)) ? null : claimCode(turn);
}

/** From now on they are administrator and decide everything. */
export async function becomeAdministrator(turn: Turn, incoming: Incoming, who: Pick<Speaker, 'actor' | 'locale'>): Promise<void> {
  const { tx, now } = turn;
  const { from, address } = incoming;
  const { actor } = who;
  const id = actor.kind === 'staff' ? actor.id : turn.ids.uuid();
  if (actor.kind !== 'staff') {
    await addStaff(tx, { id, name: actor.name, locale: who.locale, timeZone: null }, now);
    await giveAccount(tx, from, { staffId: id, dmKey: address.key }, now);
  }
  await giveRole(turn, id, { role: 'administrator', approvesTo: null, anything: false });
  await giveRole(turn, id, { role: 'manager', approvesTo: null, anything: true });
  const claimed = { kind: 'staff' as const, id, name: actor.name, roles: [] };
  await record(turn, { kind: 'desk.claimed', actor: claimed, via: address });
}
