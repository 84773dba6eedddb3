import type { Flag, Reading } from '../../notes/reading.ts';
import { together, type Asked } from '../../notes/together.ts';
import { shown } from '../../text/shown.ts';
import type { Words } from '../../text/words.ts';
import { freeWords, type OrderView } from '../cards/view.ts';
import { saidAround, wordsOfWish } from './asked-for.decide.ts';

/** What whoever packs and sends has to know of a note. To wait is a hold, and the rest of it is for other people. */
const forSending: readonly Flag[] = [
  'partial_forbidden',
  'partial_allowed',
  'substitution_forbidden',
  'substitution_allowed',
  'delivery_window',
  'delivery_instructions',
  'contact',
  'installation',
  'gift_message',
  'packaging',
  'invoice',
  'reference',
  'other',
];

/**
 * What the customer asks of those who pack and send: each wish in the reader's language, beside it the customer's own words with
 * all that belongs to them. Nothing here is ever cut: it is what the work is done by. Wishes that stand in the same words share a line.
 */
export function askedForLines(view: OrderView, t: Words): string[] {
  const { order } = view.facts;
  const { reading } = order;
  if (!reading) return [];
  const wishes = reading.flags
    .filter(({ flag, status }) => status === 'confirmed' && forSending.includes(flag))
    .toSorted((one, other) => forSending.indexOf(one.flag) - forSending.indexOf(other.flag));
  const phone = reading.phone?.status === 'confirmed' ? reading.phone : null;
  const asked: Asked[] = [
    ...wishes.map((wish) => ({ what: calledAs(wish, t), words: wordsOfWish(order, wish.flag) ?? wish.evidence.text })),
    ...(phone ? [{ what: t('notes:phone', { value: phone.e164 }), words: saidAround(order, reading, phone.evidence) }] : []),
    ...reading.unread.map(({ text }) => ({ what: t('notes:unreadDesk'), words: shown(text, Infinity) })),
  ];
  return askedLines(asked, t).map((line) => freeWords(view, line));
}

/** How wishes are told to whoever has to know of them, everywhere alike. */
export const askedLines = (asked: readonly Asked[], t: Words): string[] =>
  together(asked, t('orders:card.listJoin')).map(({ what, words }) => t('notes:from', { what: shown(what, Infinity), words }));

function calledAs({ flag, message }: Reading['flags'][number], t: Words): string {
  const what = t(`notes:flag.${flag}`);
  return message ? t('notes:message', { what, message: message.text }) : what;
}
