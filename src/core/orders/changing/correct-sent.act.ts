import { readRequest } from '../../notes/request/request.ts';
import type { Speaker } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';
import { orderedOf, type Line, type Order } from '../order.ts';
import { pairsOf } from '../placing/corrected.decide.ts';
import type { Reread } from '../placing/correct.act.ts';
import { readingContext } from '../placing/words.act.ts';
import { takeStep, type Taken } from '../step.act.ts';
import { besideOf } from './beside.decide.ts';
import { addNote } from './note.act.ts';
import { decideChange } from './outcome.act.ts';
import type { ItemsWish, Wish } from './wish.ts';

type Corrected = Taken | 'same' | 'unclear';

/**
 * What a customer corrects in a message that an order came of is a change of that order, like any other they ask for. `same`: it says nothing else
 * of it; `unclear`: nothing certain.
 */
export async function correctSent(
  turn: DeskTurn,
  { actor, address: via }: Speaker,
  order: Order,
  said: Reread & { text: string; before: string },
): Promise<Corrected> {
  const wish = wishOf(order, said);
  if (!wish) return 'unclear';
  const words = await wishesIn(turn, order, said.before, said.text);
  const asked = { orderId: order.id, actor, via, version: null };
  const action = wish.items ? 'change_items' : wish.address === undefined ? 'reschedule' : 'change_address';
  const changing = { ...asked, action, input: { words: said.text } } as const;
  const changed =
    Object.keys(wish).length > 0 ? await takeStep(turn, changing, (facts) => decideChange(turn, changing, facts, wish)) : null;
  if (!words || changed?.ok === false) return changed ?? 'same';
  const noted = await addNote(turn, { ...asked, action: 'add_note', input: { words } });
  return changed ?? noted;
}

/** Empty where nothing is otherwise; null where it is not certain what is. */
function wishOf(order: Order, { was, is }: Reread): Wish | null {
  const { pairs, added } = pairsOf(
    order.lines.filter((line) => orderedOf(line) > 0),
    was.lines,
    is.lines,
  );
  const items: ItemsWish = { lines: [], options: [], added: [] };
  for (const pair of pairs) {
    const { now } = pair;
    if (!now) continue;
    const to = pair.is === null ? 0 : pair.is.quantity;
    if (pair.is?.quantityUnclear) return null;
    if (pair.is === null || pair.was.quantity !== to) items.lines.push({ lineId: now.id, from: orderedOf(now), to });
    for (const option of pair.is?.options ?? [])
      if (!pair.was.options.some(({ key, value }) => key === option.key && value === option.value))
        items.options.push({ lineId: now.id, ...option });
  }
  for (const line of added) {
    if (line.sku === null || line.quantityUnclear) return null;
    items.added.push(addedOf(line, line.sku));
  }
  const isOther = items.lines.length + items.options.length + items.added.length > 0;
  const date = is.requestedDate?.toString();
  return {
    ...(isOther ? { items } : {}),
    ...(date !== undefined && date !== was.requestedDate?.toString() ? { date } : {}),
    ...(is.address !== null && is.address !== was.address ? { address: is.address } : {}),
  };
}

const addedOf = ({ id, words, quantity, options }: Line, sku: string): ItemsWish['added'][number] => ({
  id,
  sku,
  words,
  quantity,
  options,
});

/** The clauses that were not there before, name no goods and wish for something; null where there is none. */
async function wishesIn(turn: DeskTurn, order: Order, before: string, text: string): Promise<string | null> {
  const context = await readingContext(turn);
  const clauses = (words: string): string[] => words.split(/[,;.!?\n，；。！？、]+/).map((one) => one.trim());
  const known = new Set(clauses(before));
  const said = clauses(text).filter(
    (one) => one !== '' && !known.has(one) && readRequest(one, context).lines.every(({ match }) => match.kind === 'unknown'),
  );
  const words = said.join(', ');
  return words !== '' && besideOf(order, words, context, order.locale) ? words : null;
}
