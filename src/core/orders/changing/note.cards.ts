import { sentence, type Draft } from '../../messages/card.ts';
import { readItems } from '../../notes/reading.cards.ts';
import type { Reading } from '../../notes/reading.ts';
import { shown } from '../../text/shown.ts';
import { words } from '../../text/words.ts';
import { stateWord } from '../cards/view.ts';
import { askedLines } from '../fulfilling/asked-for.cards.ts';
import { saidAround } from '../fulfilling/asked-for.decide.ts';
import type { Order } from '../order.ts';
import { dayWords, type ChangeReader } from './difference.cards.ts';

/** Words that joined an order's note, and what was read in them. */
interface Added {
  wish: Reading;
  said: string;
}

/** What was added to an order that is placed, for whoever wished it: what was read, and honestly what was not. */
export function notedText(reader: ChangeReader, order: Order, added: Added): string {
  const { wish } = added;
  const t = words(reader.locale);
  const isHeld = wish.flags.some(({ flag }) => flag === 'hold');
  const head = t(isHeld ? 'changing:note.holdAsked' : 'changing:note.noted', { number: order.number ?? '' });
  return [head, ...linesOf(reader, order, added, 'customer')].join('\n');
}

/** The same for the desk: who wishes it, and how the order stands. `seen`: the words as whoever reads there may see them. */
export function wishedCard(
  reader: ChangeReader,
  order: Order,
  added: Added,
  { by, seen }: { by: { customer: string; staff: string | null }; seen: (text: string) => string },
): Draft {
  const { wish } = added;
  const t = words(reader.locale);
  const isHeld = wish.flags.some(({ flag }) => flag === 'hold');
  const params = { number: order.number ?? '', state: stateWord(t, order), customer: by.customer, name: by.staff ?? by.customer };
  const head = t(isHeld ? 'changing:note.wantsHold' : by.staff ? 'changing:note.wishedBy' : 'changing:note.wished', params);
  return sentence([head, ...linesOf(reader, order, added, 'desk').map(seen)].join('\n'));
}

function linesOf(reader: ChangeReader, { lines }: Order, { wish, said }: Added, audience: 'customer' | 'desk'): string[] {
  const t = words(reader.locale);
  const items = readItems(wish, t, (iso) => dayWords(reader, iso), [], audience);
  const asked = items.map(({ what, from, kind }) => ({
    what,
    words: kind === 'read' ? saidAround({ note: said, lines }, wish, from) : shown(from.text, Infinity),
  }));
  return askedLines(asked, t).map((line) => `• ${line}`);
}
