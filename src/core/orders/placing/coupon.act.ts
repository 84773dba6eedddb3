import { refusedCoupon } from '../../care/win-back/coupon.decide.ts';
import { couponsOf, findCoupon } from '../../care/win-back/coupon.store.ts';
import type { Coupon } from '../../care/win-back/coupon.ts';
import { lockCustomerOf } from '../../people/customer.store.ts';
import { readPrices } from '../../stock/catalogue.store.ts';
import type { DeskTurn, Turn } from '../../turn.ts';
import { refuse, type Refusal } from '../decision.ts';
import { orderSpending } from '../habit.store.ts';
import { orderTotal, takenOff, type Discount, type Line, type Order } from '../order.ts';
import { findOrder } from '../order.store.ts';
import { deny, takeStep, type Asked, type Taken } from '../step.act.ts';
import { granted } from './discount.decide.ts';

type Spent = Pick<Discount, 'couponId' | 'code' | 'percent'>;

/** What a customer's own coupon takes off a new draft; the one that expires first, of those no order has spent. */
export async function ownDiscount(
  turn: DeskTurn,
  customerId: string,
  lines: Line[],
  list: string,
  currency: string,
): Promise<Discount | null> {
  for (const coupon of await couponsOf(turn.tx, customerId, turn.now)) {
    if (await orderSpending(turn.tx, coupon.id)) continue;
    const discount = await discountOn(turn, spentOf(coupon), lines, list, currency);
    if (discount) return discount;
  }
  return null;
}

/** What the lines of a draft come to once they changed: its coupon judged anew, or one that now takes something off. */
export async function discountAfter(turn: DeskTurn, order: Order, lines: Line[]): Promise<Discount | null> {
  const { discount, customerId, priceList, currency } = order;
  const kept = discount && (await discountOn(turn, discount, lines, priceList, currency));
  return kept ?? ownDiscount(turn, customerId, lines, priceList, currency);
}

/** What a coupon takes off these lines; null where that is nothing, for a coupon is not spent for nothing. */
async function discountOn({ tx }: DeskTurn, spent: Spent, lines: Line[], list: string, currency: string): Promise<Discount | null> {
  const skus = lines.flatMap(({ sku }) => (sku ? [sku] : []));
  const discount = granted(spent, lines, await readPrices(tx, list, currency, skus));
  return takenOff(lines, discount) > 0n ? discount : null;
}

const spentOf = ({ id, code, percent }: Coupon): Spent => ({ couponId: id, code, percent });

/** A customer names a coupon for their draft. */
export function spendCoupon(turn: DeskTurn, asked: Asked, code: string): Promise<Taken> {
  return takeStep(turn, asked, async ({ order }) => {
    const coupon = await findCoupon(turn.tx, code);
    const no = await refusedCouponOf(turn, order.customerId, coupon, code);
    if (no || !coupon) return refuse(no?.code ?? 'coupon_unknown', no?.params);
    if (order.discount?.couponId === coupon.id) return refuse('coupon_there', { coupon: code });
    const discount = await discountOn(turn, spentOf(coupon), order.lines, order.priceList, order.currency);
    if (!discount) return refuse('coupon_nothing', { coupon: code });
    return { ok: true, decision: { changes: { discount, total: orderTotal(order.lines, discount) }, effects: [] } };
  });
}

/**
 * Before a draft is sent in: whether its coupon may still be spent, with the customer locked, so that of two orders one has it.
 * Where it may not, the draft loses it, the card shows the new price, and the customer hears why and confirms again.
 */
export async function withoutStaleCoupon(turn: DeskTurn, asked: Asked): Promise<Taken | null> {
  await lockCustomerOf(turn.tx, asked.orderId);
  const order = await findOrder(turn.tx, asked.orderId);
  // one that takes nothing off is not spent
  if (!order?.discount || order.state !== 'draft' || takenOff(order.lines, order.discount) === 0n) return null;
  const { code } = order.discount;
  const no = await refusedCouponOf(turn, order.customerId, await findCoupon(turn.tx, code), code);
  if (!no) return null;
  const dropped = await takeStep(turn, { ...asked, action: 'edit', input: {} }, (facts) => ({
    ok: true,
    decision: { changes: { discount: null, total: orderTotal(facts.order.lines, null) }, effects: [] },
  }));
  return dropped.ok ? deny(turn, asked, dropped.order, no) : dropped;
}

/** Why somebody may not spend a coupon now; null where they may. */
export async function refusedCouponOf(turn: Turn, customerId: string, coupon: Coupon | null, code: string): Promise<Refusal | null> {
  const spentBy = coupon && (await orderSpending(turn.tx, coupon.id));
  const no = refusedCoupon({ coupon, customerId, spentBy, now: turn.now });
  if (!no) return null;
  return { code: no, params: { coupon: code, spentBy: spentBy?.number ?? '' } };
}
