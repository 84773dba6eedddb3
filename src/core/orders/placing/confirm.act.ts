import type { DeskTurn } from '../../turn.ts';
import { refuse } from '../decision.ts';
import { takenOff } from '../order.ts';
import { nextNumber } from '../order.store.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { withoutStaleCoupon } from './coupon.act.ts';
import { verify } from './verify.act.ts';

/**
 * The customer's tap: the draft becomes an order with a number and is verified in the same transaction. Goods need an
 * address first; given with the tap, it is the customer's from then on.
 */
export async function confirm(turn: DeskTurn, asked: Asked): Promise<Taken> {
  const refused = await withoutStaleCoupon(turn, asked);
  if (refused) return refused;
  const taken = await takeStep(turn, asked, async ({ order }) => {
    const address = order.address ?? (asked.input['address']?.trim().slice(0, 500) || null);
    if (order.kind === 'goods' && !address) return refuse('address_missing');
    return {
      ok: true,
      decision: {
        changes: {
          number: await nextNumber(turn.tx),
          address,
          // a coupon is not spent for nothing
          ...(takenOff(order.lines, order.discount) === 0n ? { discount: null } : {}),
        },
        effects: [{ kind: 'unplan', job: 'expire_draft' }, ...(address ? [{ kind: 'remember_address' as const, address }] : [])],
      },
    };
  });
  return taken.ok ? verify(turn, taken.order.id) : taken;
}
