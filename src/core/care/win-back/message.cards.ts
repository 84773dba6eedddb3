import type { Block, Draft, Offer } from '../../messages/card.ts';
import { plainWords } from '../../messages/plain.ts';
import type { Speaker } from '../../people/person.ts';
import { date, money } from '../../text/format.ts';
import { words, type Words } from '../../text/words.ts';
import type { Coupon } from './coupon.ts';

/** Whom a note or a coupon is for, and what it reminds them of. */
export interface Winning {
  reader: Pick<Speaker, 'locale' | 'timeZone'>;
  business: string;
  customer: string;
  last: { id: string; number: string; at: Temporal.Instant; mayRepeat: boolean };
  /** When they agreed to hear from us. */
  agreedAt: Temporal.Instant | null;
  now: Temporal.Instant;
}

/** Something they used to order, at today's price. */
export interface Recommended {
  product: string;
  times: number;
  lastAt: Temporal.Instant;
  price: bigint;
  currency: string;
}

/** A personal note: when they were here last, and what they used to order. No discount. */
export function noteCard(about: Winning, recommended: readonly Recommended[]): Draft {
  const t = words(about.reader.locale);
  const { customer: name, business, last } = about;
  const lines = recommended.map(({ product, times, lastAt, price, currency }) =>
    t(times > 1 ? 'offers:note.often' : 'offers:note.once', {
      product,
      times: String(times),
      date: dayWords(about, lastAt),
      price: money(price, currency, about.reader.locale),
    }),
  );
  const blocks: Block<Offer>[] = [
    { kind: 'text', text: t('offers:note.hello', { name, business, number: last.number, date: dayWords(about, last.at) }) },
    { kind: 'text', text: [t('offers:note.usual'), ...lines].join('\n') },
    ...tail(about, t),
  ];
  return { blocks, fallback: plainWords(blocks) };
}

/** A personal coupon, with everything that is to be known of it before it is used. */
export function couponCard(about: Winning, { code, percent }: Pick<Coupon, 'code' | 'percent'>, lastDay: Temporal.PlainDate): Draft {
  const t = words(about.reader.locale);
  const until = date(lastDay, about.reader.locale, today(about));
  const blocks: Block<Offer>[] = [
    { kind: 'text', text: t('offers:coupon.given', { name: about.customer, percent: String(percent), date: until }) },
    {
      kind: 'fields',
      fields: [
        { label: t('offers:coupon.code'), value: code },
        { label: t('offers:coupon.until'), value: until },
      ],
    },
    { kind: 'text', text: t('offers:coupon.how') },
    ...tail(about, t),
  ];
  return { blocks, fallback: plainWords(blocks) };
}

/** The next step, why they get this, and the way out: as easy as the way in. */
function tail(about: Winning, t: Words): Block<Offer>[] {
  const { last, agreedAt, business } = about;
  const again: Offer[] = last.mayRepeat
    ? [{ action: 'reorder', label: t('offers:button.again', { number: last.number }), style: 'primary', args: { order: last.id } }]
    : [];
  return [
    ...(agreedAt ? [{ kind: 'note' as const, text: t('offers:because', { business, date: dayWords(about, agreedAt) }) }] : []),
    { kind: 'actions', buttons: [...again, { action: 'offers_no', label: t('offers:button.no') }] },
  ];
}

const today = ({ now, reader }: Winning): Temporal.PlainDate => now.toZonedDateTimeISO(reader.timeZone).toPlainDate();

const dayWords = (about: Winning, at: Temporal.Instant): string =>
  date(at.toZonedDateTimeISO(about.reader.timeZone).toPlainDate(), about.reader.locale, today(about));
