import { sentence, type Block, type Draft, type Offer } from '../messages/card.ts';
import type { Order } from '../orders/order.ts';
import type { Speaker } from '../people/person.ts';
import { date } from '../text/format.ts';
import { words, type Words } from '../text/words.ts';
import type { TouchAction } from './answer.decide.ts';

/** The orders a step is about and who reads of them. */
export interface About {
  touchId: string;
  orders: Order[];
  reader: Pick<Speaker, 'locale' | 'timeZone'>;
}

const numbersOf = (orders: readonly Pick<Order, 'number'>[], t: Words): string =>
  orders.map(({ number }) => number ?? '').join(t('orders:card.listJoin'));

const kindOf = ({ orders }: About): 'goods' | 'service' => (orders.every(({ kind }) => kind === 'service') ? 'service' : 'goods');

function offersOf({ touchId }: About, t: Words) {
  return (action: Exclude<TouchAction, `csat_${string}`>, style: Offer['style'] = 'plain'): Offer => ({
    action,
    label: t(`care:button.${action}`),
    style,
    args: { touch: touchId },
  });
}

/** Is all well? Whoever was kept waiting first hears that we are sorry. */
export function arrivedCard(about: About, lateDays: number): Draft {
  const t = words(about.reader.locale);
  const offer = offersOf(about, t);
  const days = lateDays === 1 ? t('care:oneDay') : t('care:days', { days: String(lateDays) });
  const params = { number: numbersOf(about.orders, t), days };
  const text = t(`care:${lateDays > 0 ? 'late' : 'arrived'}.${kindOf(about)}`, params);
  return sentence(text, [offer('all_good', 'primary'), offer('problem')]);
}

/** How to use what came, and an offer of help where the business has people for it. */
export function tipsCard(about: About, tips: { product: string; text: string }[], helps: boolean): Draft {
  const t = words(about.reader.locale);
  const offer = offersOf(about, t);
  const number = numbersOf(about.orders, t);
  const title = t(tips.length > 0 ? 'care:tips' : 'care:help', { number });
  const lines = [...tips.map(({ product, text }) => t('care:tip', { product, text })), ...(helps ? [t('care:offer')] : [])];
  const buttons = helps ? [offer('book', 'primary'), offer('not_now'), offer('opt_out')] : [offer('opt_out')];
  return {
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'text', text: lines.join('\n') },
      { kind: 'actions', buttons },
    ],
    fallback: [title, ...lines].join('\n'),
  };
}

/** How satisfied, from 1 to 5: one tap, words only for whoever wants to. */
export function csatCard(about: About): Draft {
  const t = words(about.reader.locale);
  const offer = offersOf(about, t);
  const text = t('care:csat', { number: numbersOf(about.orders, t) });
  const scores = ([1, 2, 3, 4, 5] as const).map((score): Offer => ({
    action: `csat_${score}`,
    label: t(`care:score.${score}`),
    args: { touch: about.touchId },
  }));
  const rows: Block<Offer>[] = [
    { kind: 'actions', buttons: scores },
    { kind: 'actions', buttons: [offer('comment'), offer('opt_out')] },
  ];
  return { blocks: [{ kind: 'text', text }, ...rows], fallback: text };
}

/** Nothing was heard: once more, with what follows from saying nothing. */
export function reminderCard(about: About, acceptedAt: Temporal.Instant, now: Temporal.Instant): Draft {
  const t = words(about.reader.locale);
  const { timeZone, locale } = about.reader;
  const offer = offersOf(about, t);
  const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const day = date(dayOf(acceptedAt), locale, dayOf(now));
  return sentence(t('care:reminder', { number: numbersOf(about.orders, t), date: day }), [offer('all_good', 'primary'), offer('problem')]);
}

/** For somebody who was as satisfied as can be and wants to hear from us. */
export function thanksCard(about: About): Draft {
  const t = words(about.reader.locale);
  return sentence(t('care:thanks', { number: numbersOf(about.orders, t) }), [offersOf(about, t)('opt_out')]);
}
