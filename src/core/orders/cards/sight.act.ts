import type { Address } from '../../messages/incoming.ts';
import { purposesOfDesk } from '../../people/business.store.ts';
import type { Actor } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';
import { roles } from '../actions.ts';
import { sightOf, type Sight } from '../timeline/sight.decide.ts';

type Reading = Extract<Actor, { kind: 'customer' | 'staff' }>;

/** A channel shows what its members might do; each press is judged by who presses. */
export const anyColleague: Reading = {
  kind: 'staff',
  id: '',
  name: '',
  roles: roles.map((role) => ({ role, approvesTo: null, anything: true })),
};

/** What of an order somebody sees in a conversation; with no place named where only they read along. */
export async function sightAt(turn: DeskTurn, reader: Reading, place: Address | null): Promise<Sight> {
  if (place === null || place.kind === 'dm') return sightOf(reader, null);
  const purposes = await purposesOfDesk(turn.tx);
  return sightOf(reader, purposes.get(`${place.platform}:${place.key}`) ?? []);
}
