import type { DeskTurn } from '../../turn.ts';
import { nextNumber } from '../order.store.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { verify } from './verify.act.ts';

/** The customer's tap: the draft becomes an order with a number and is verified in the same transaction. */
export async function confirm(turn: DeskTurn, asked: Asked): Promise<Taken> {
  const taken = await takeStep(turn, asked, async () => ({
    ok: true,
    decision: { changes: { number: await nextNumber(turn.tx) }, effects: [{ kind: 'unplan', job: 'expire_draft' }] },
  }));
  return taken.ok ? verify(turn, taken.order.id) : taken;
}
