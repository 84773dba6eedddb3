import { readRequest } from '../../notes/request/request.ts';
import type { Speaker } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';
import type { Refusal } from '../decision.ts';
import { orderedOf, type Line, type Order } from '../order.ts';
import { pairsOf } from '../placing/corrected.decide.ts';
import type { Reread } from '../placing/correct.act.ts';
import { readingContext } from '../placing/words.act.ts';
import { takeStep, type Taken } from '../step.act.ts';
import { besideOf } from './beside.decide.ts';
import { addNote } from './note.act.ts';
import { decideChange } from './outcome.act.ts';
import type { ItemsWish, Wish } from './wish.ts';

/** `refusals`: what of it could not be done; what was done tells of itself. */
type Corrected = { refusals: Refusal[] } | 'same' | 'unclear';

/** Each clause is read by itself: of more new ones than this a person makes sense. */
const mostClauses = 60;

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
  const wish = takesBack(said) ? null : wishOf(order, said);
  const clauses = newClauses(said.before, said.text);
  if (!wish || clauses.length > mostClauses) return 'unclear';
  const words = await wishesIn(turn, order, clauses);
  const asked = { orderId: order.id, actor, via, version: null };
  const action = wish.items ? 'change_items' : wish.address === undefined ? 'reschedule' : 'change_address';
  const changing = { ...asked, action, input: { words: said.text } } as const;
  const taken: Taken[] = [];
  if (Object.keys(wish).length > 0) taken.push(await takeStep(turn, changing, (facts) => decideChange(turn, changing, facts, wish)));
  if (words) taken.push(await addNote(turn, { ...asked, action: 'add_note', input: { words } }));
  return taken.length === 0 ? 'same' : { refusals: taken.flatMap((one) => (one.ok ? [] : [one.refusal])) };
}

/** Whether a wish, a day or a place was taken out: nobody can know whether the order shall be without it or it was only said too often. */
function takesBack({ was, is }: Reread): boolean {
  const { flags = [], address = null, phone = null } = was.reading ?? {};
  return (
    (was.urgent && !is.urgent) ||
    (was.requestedDate !== null && is.requestedDate === null) ||
    (address !== null && !is.reading?.address) ||
    (phone !== null && !is.reading?.phone) ||
    flags.some(({ flag }) => !is.reading?.flags.some((one) => one.flag === flag))
  );
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
    if (pair.is?.quantityUnclear || (pair.is && lacksChoice(pair.was, pair.is))) return null;
    const to = pair.is?.quantity ?? 0;
    const chosen = (pair.is?.options ?? []).filter(
      ({ key, value }) => !pair.was.options.some((option) => key === option.key && value === option.value),
    );
    if (pair.is && pair.was.quantity === to && chosen.length === 0) continue;
    // one that was replaced or taken off since is not what is said of it now
    if (!now) return null;
    if (pair.was.quantity !== to) items.lines.push({ lineId: now.id, from: orderedOf(now), to });
    for (const option of chosen) items.options.push({ lineId: now.id, ...option });
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

/** Whether a colour, a size or another wish for the goods was taken out. */
const lacksChoice = (was: Line, is: Line): boolean =>
  was.options.some(({ key }) => !is.options.some((one) => one.key === key)) ||
  was.specs.some(({ key }) => !is.specs.some((one) => one.key === key));

const addedOf = ({ id, words, quantity, options }: Line, sku: string): ItemsWish['added'][number] => ({
  id,
  sku,
  words,
  quantity,
  options,
});

/** The clauses that were not there before. */
function newClauses(before: string, text: string): string[] {
  const clauses = (words: string): string[] => words.split(/[,;.!?\n，；。！？、]+/).map((one) => one.trim());
  const known = new Set(clauses(before));
  return clauses(text).filter((one) => one !== '' && !known.has(one));
}

/** Those of the clauses that name no goods, where they wish for something; null where none does. */
async function wishesIn(turn: DeskTurn, order: Order, clauses: readonly string[]): Promise<string | null> {
  const context = await readingContext(turn);
  const words = clauses.filter((one) => readRequest(one, context).lines.every(({ match }) => match.kind === 'unknown')).join(', ');
  return words !== '' && besideOf(order, words, context, order.locale) ? words : null;
}
