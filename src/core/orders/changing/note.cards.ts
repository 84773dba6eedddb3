import { sentence, type Draft } from '../../messages/card.ts';
import { readItems } from '../../notes/reading.cards.ts';
import type { Reading } from '../../notes/reading.ts';
import { words } from '../../text/words.ts';
import { stateWord } from '../cards/view.ts';
import type { Order } from '../order.ts';
import { dayWords, type ChangeReader } from './difference.cards.ts';

/** What was added to an order that is placed, for whoever wished it: what was read, and honestly what was not. */
export function notedText(reader: ChangeReader, order: Order, wish: Reading): string {
  const t = words(reader.locale);
  const isHeld = wish.flags.some(({ flag }) => flag === 'hold');
  const head = t(isHeld ? 'changing:note.holdAsked' : 'changing:note.noted', { number: order.number ?? '' });
  return [head, ...linesOf(reader, wish, 'customer')].join('\n');
}

/** The same for the desk: who wishes it, and how the order stands. `seen`: the words as whoever reads there may see them. */
export function wishedCard(
  reader: ChangeReader,
  order: Order,
  wish: Reading,
  { by, seen }: { by: { customer: string; staff: string | null }; seen: (text: string) => string },
): Draft {
  const t = words(reader.locale);
  const isHeld = wish.flags.some(({ flag }) => flag === 'hold');
  const params = { number: order.number ?? '', state: stateWord(t, order), customer: by.customer, name: by.staff ?? by.customer };
  const head = t(isHeld ? 'changing:note.wantsHold' : by.staff ? 'changing:note.wishedBy' : 'changing:note.wished', params);
  return sentence([head, ...linesOf(reader, wish, 'desk').map(seen)].join('\n'));
}

function linesOf(reader: ChangeReader, wish: Reading, audience: 'customer' | 'desk'): string[] {
  const t = words(reader.locale);
  const items = readItems(wish, t, (iso) => dayWords(reader, iso), [], audience);
  return [...new Set(items.map(({ what, from }) => `• ${t('notes:from', { what, words: from.text })}`))];
}
