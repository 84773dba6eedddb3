import { codeAmong, readCode } from '../../care/win-back/coupon.decide.ts';
import { couponsOf, findCoupon } from '../../care/win-back/coupon.store.ts';
import type { Coupon } from '../../care/win-back/coupon.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { Speaker } from '../../people/person.ts';
import { replyWords } from '../../talk/reply.act.ts';
import { date, money } from '../../text/format.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { refusalText } from '../cards/refusal.cards.ts';
import { orderSpending } from '../habit.store.ts';
import { takenOff } from '../order.ts';
import { draftOfConversation } from '../order.store.ts';
import { refusedCouponOf, spendCoupon } from './coupon.act.ts';
import { orderInWords } from './words.act.ts';

type Message = Extract<Incoming, { kind: 'message' | 'command' }>;

/** `/coupon`: what a customer has; `/coupon CODE`: on the draft that stands here. */
export async function answerCoupon(turn: DeskTurn, speaker: Speaker, incoming: Message, typed: string): Promise<void> {
  if (typed === '') return listCoupons(turn, speaker, incoming);
  await apply(turn, speaker, incoming, readCode(typed) ?? typed.slice(0, 40), false);
}

/** A customer writes a code, alone or among what they order; the code is no part of the order. False where there is none. */
export async function heardCoupon(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<boolean> {
  const found = codeAmong(incoming.text);
  if (!found) return false;
  const orders = found.rest.trim() !== '';
  if (orders) await orderInWords(turn, speaker, { ...incoming, text: found.rest.trimEnd() }, speaker.actor.id);
  await apply(turn, speaker, incoming, found.code, orders);
  return true;
}

/** What came with an order is taken off by itself: only a "no" is told then. */
async function apply(turn: DeskTurn, speaker: Speaker, incoming: Message, code: string, quietly: boolean): Promise<void> {
  const t = words(speaker.locale);
  const say = (text: string): Promise<void> => replyWords(turn, incoming, text, [], 'coupon');
  const { platform, account, key } = incoming.address;
  const draft = await draftOfConversation(turn.tx, { platform, account, conversation: key });
  if (draft?.customerId !== speaker.actor.id) {
    const no = await refusedCouponOf(turn, speaker.actor.id, await findCoupon(turn.tx, code), code);
    return no ? say(refusalText(no, speaker)) : listCoupons(turn, speaker, incoming);
  }
  const asked = { orderId: draft.id, action: 'edit' as const, actor: speaker.actor, via: speaker.address, input: {}, version: null };
  const taken = await spendCoupon(turn, asked, code);
  if (taken.ok) {
    const { lines, discount, currency } = taken.order;
    return say(t('offers:coupon.applied', { code, amount: money(takenOff(lines, discount), currency, speaker.locale) }));
  }
  if (!quietly || taken.refusal.code !== 'coupon_there') await say(refusalText(taken.refusal, speaker));
}

async function listCoupons(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<void> {
  const t = words(speaker.locale);
  const own: Coupon[] = [];
  for (const coupon of await couponsOf(turn.tx, speaker.actor.id, turn.now))
    if (!(await orderSpending(turn.tx, coupon.id))) own.push(coupon);
  const lines = own.map(({ code, percent, expiresAt }) => {
    const lastDay = expiresAt.subtract({ seconds: 1 }).toZonedDateTimeISO(speaker.timeZone).toPlainDate();
    return t('offers:coupon.one', { code, percent: String(percent), date: date(lastDay, speaker.locale) });
  });
  const text = lines.length > 0 ? [t('offers:coupon.yours'), ...lines].join('\n') : t('offers:coupon.none');
  await replyWords(turn, incoming, text, [], 'coupon');
}
