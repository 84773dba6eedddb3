import type { Flag, Reading, Span } from '../../notes/reading.ts';
import { wholeWords } from '../../notes/whole-words.ts';
import { shown } from '../../text/shown.ts';
import type { Order } from '../order.ts';

type Noted = Pick<Order, 'note' | 'reading' | 'lines'>;

/** What the note says about how an order is sent, by what is confirmed alone: a suggestion steers nothing. */
export function wishIn({ reading }: Noted, flag: Flag): Reading['flags'][number] | null {
  return reading?.flags.find((item) => item.flag === flag && item.status === 'confirmed') ?? null;
}

/** The same in the customer's own words, or null where nothing of the kind was asked. */
export function wordsOfWish(order: Noted, flag: Flag): string | null {
  const wish = wishIn(order, flag);
  const { reading } = order;
  if (!wish || !reading) return null;
  const all = [wish.evidence, ...(wish.also ?? [])].map((span) => saidAround(order, reading, span));
  return all.filter((words, at) => all.findIndex((other) => other.includes(words)) === at).join(' … ');
}

/** Words of the note with all that belongs to them, as they can be shown to others and no shorter; goods that are ordered beside, and how, are no part of it. */
export const saidAround = ({ note, lines }: Pick<Noted, 'note' | 'lines'>, reading: Reading, span: Span): string => {
  const besides = lines.flatMap(({ words, options }) => [words, ...options.flatMap(({ evidence }) => evidence?.text ?? [])]);
  return shown(wholeWords(note, reading, span, besides), Infinity);
};

/** Which way the customer wants it; who says both wants to be asked, and until then the stricter counts. */
export type Stance = 'allowed' | 'forbidden' | null;

export const substitution = (order: Noted): Stance => stance(order, 'substitution_forbidden', 'substitution_allowed');
export const partShipping = (order: Noted): Stance => stance(order, 'partial_forbidden', 'partial_allowed');

function stance(order: Noted, no: Flag, yes: Flag): Stance {
  if (wishIn(order, no)) return 'forbidden';
  return wishIn(order, yes) ? 'allowed' : null;
}
