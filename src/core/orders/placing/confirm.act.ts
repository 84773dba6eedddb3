import { findButton, tokenOn } from '../../messages/buttons.ts';
import type { DeskTurn } from '../../turn.ts';
import { liveName } from '../cards/show.act.ts';
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
  const shown = await shownDay(turn, asked);
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
  return taken.ok ? verify(turn, taken.order.id, shown) : taken;
}

/** The day the card promised where it is confirmed, by button or in words: stock and days may have gone by since. */
async function shownDay({ tx }: DeskTurn, { orderId, via }: Asked): Promise<Temporal.PlainDate | null> {
  const token = via && (await tokenOn(tx, via, liveName(orderId), 'confirm'));
  const shown = token && (await findButton(tx, token))?.args['shown'];
  return shown ? Temporal.PlainDate.from(shown) : null;
}
