import type { Flag } from '../../notes/reading.ts';
import type { Actor } from '../../people/person.ts';
import { refuse, type Effect, type Refusal } from '../decision.ts';
import { wordsOfWish } from '../fulfilling/asked-for.decide.ts';
import { mayLift } from '../guards.decide.ts';
import type { Facts } from '../judge.decide.ts';
import type { Order } from '../order.ts';

type Followed = { ok: true; effects: Effect[] } | { ok: false; refusal: Refusal };

/**
 * What else changes when a colleague says that a note has this wish, or has it not, however they say it. Whether the customer's word is waited
 * for is a hold: it comes and goes with the wish, and goes by the word of those alone who may lift it.
 */
export function waiting(order: Order, said: { comes: Flag | null; goes: Flag | null }, holds: Facts['holds'], actor: Actor): Followed {
  const held = holds.find(({ kind }) => kind === 'customer');
  const words = wordsOfWish(order, 'hold');
  if (said.goes === 'hold' && said.comes !== 'hold' && held)
    return mayLift(held, actor)
      ? { ok: true, effects: [{ kind: 'lift_hold', hold: 'customer', reason: held.reason }] }
      : refuse('hold_of_others', { role: held.releaseRole });
  const isPlaced = said.comes === 'hold' && words !== null;
  return { ok: true, effects: isPlaced ? [{ kind: 'place_hold', hold: 'customer', reason: words }] : [] };
}
