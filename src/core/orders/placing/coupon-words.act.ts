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
import { namesGoods } from './words.act.ts';

type Message = Extract<Incoming, { kind: 'message' | 'command' }>;

/** `/coupon`: what a customer has; `/coupon CODE`: on the draft that stands here. */
export async function answerCoupon(turn: DeskTurn, speaker: Speaker, incoming: Message, typed: string): Promise<void> {
  if (typed === '') return listCoupons(turn, speaker, incoming);
  await apply(turn, speaker, incoming, readCode(typed) ?? typed.slice(0, 40), false);
}

/** A code among what a customer writes. */
export interface NamedCoupon {
  code: string;
  /** Their words with blanks where the code stood; untouched where we know no such code. */
  rest: string;
  /** The words are about the coupon and nothing else: they order nothing, and nothing stands that they could change. */
  alone: boolean;
}

/** The code in a customer's words, which is no part of what they order; null where there is none. */
export async function couponAmong(turn: DeskTurn, text: string, draft: boolean): Promise<NamedCoupon | null> {
  const found = codeAmong(text);
  if (!found) return null;
  const { code } = found;
  const rest = found.rest.trimEnd();
  const orders = rest.trim() !== '' && (await namesGoods(turn, rest));
  const alone = !orders && (rest.trim() === '' || !draft || asking.test(text));
  return { code, rest: (await findCoupon(turn.tx, code)) ? rest : text, alone };
}

const asking = /[?？]|^ *(?:can|could|may|does|do|is|are|will|what|when|why|how)\b|吗|嗎|怎么|怎麼|能不能|可不可以|多少/i;

/** A coupon that came with other words: what it takes off stands on the card, so only a "no" is told. */
export const applyBeside = (turn: DeskTurn, speaker: Speaker, incoming: Message, { code }: NamedCoupon): Promise<void> =>
  apply(turn, speaker, incoming, code, true);

async function apply(turn: DeskTurn, speaker: Speaker, incoming: Message, code: string, quietly: boolean): Promise<void> {
  const t = words(speaker.locale);
  const say = (text: string): Promise<void> => replyWords(turn, incoming, text, [], 'coupon');
  const { platform, account, key } = incoming.address;
  const draft = await draftOfConversation(turn.tx, { platform, account, conversation: key });
  if (draft?.customerId !== speaker.actor.id) {
    const no = await refusedCouponOf(turn, speaker.actor.id, await findCoupon(turn.tx, code), code);
    if (!no) return listCoupons(turn, speaker, incoming);
    return say(
      isOfDraft(no.code) ? t(`offers:coupon.${no.code}`, { coupon: code, spentBy: no.params['spentBy'] ?? '' }) : refusalText(no, speaker),
    );
  }
  const asked = { orderId: draft.id, action: 'edit' as const, actor: speaker.actor, via: speaker.address, input: {}, version: null };
  const taken = await spendCoupon(turn, asked, code);
  if (taken.ok) {
    const { lines, discount, currency } = taken.order;
    return say(t('offers:coupon.applied', { code, amount: money(takenOff(lines, discount), currency, speaker.locale) }));
  }
  if (!quietly || taken.refusal.code !== 'coupon_there') await say(refusalText(taken.refusal, speaker));
}

/** Said otherwise where no draft stands. */
const isOfDraft = (code: string): code is 'coupon_used' | 'coupon_expired' => code === 'coupon_used' || code === 'coupon_expired';

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
