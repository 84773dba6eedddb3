import { withoutUnread } from '../../notes/asks-nothing.ts';
import type { Span } from '../../notes/reading.ts';
import type { Change } from '../../notes/request/change/work.ts';
import { customerTerms } from '../../people/customer.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse, type Decided, type Effect } from '../decision.ts';
import { orderTotal, type Line, type Order, type OrderChanges } from '../order.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { discountAfter } from './coupon.act.ts';
import { kindOf, priceLines } from './create.act.ts';
import { mostLines, pickProduct } from './lines.decide.ts';
import { grown } from './worded.decide.ts';

/** Changes a draft as somebody said in words; the words join the note. */
export function editInWords(turn: DeskTurn, asked: Asked, changes: Change[], text: string): Promise<Taken> {
  return takeStep(turn, asked, async ({ order }) => {
    const { address: known } = await customerTerms(turn.tx, order.customerId);
    const { lines, ...words } = grown(order, changes, text, { known, nextId: () => turn.ids.uuid() });
    return changes.some(({ kind }) => kind === 'note')
      ? decideEdit(turn, order, lines, words, [{ kind: 'read_note' }])
      : decideEdit(turn, order, lines, { note: words.note });
  });
}

/** Changes a draft by the form: quantities, date, address. */
export function editByForm(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async ({ order }) => {
    const wanted: Line[] = [];
    for (const line of order.lines) {
      const typed = asked.input[`quantity_${line.position}`];
      const quantity = typed === undefined ? line.quantity : readQuantity(typed);
      if (quantity === null) return refuse('value_invalid', { field: line.words, value: typed ?? '' });
      if (quantity > 0) wanted.push({ ...line, quantity, quantityUnclear: line.quantityUnclear && typed === undefined });
    }
    const typedDate = asked.input['requested_date'];
    const requestedDate = typedDate === undefined ? order.requestedDate : readDate(typedDate);
    if (requestedDate === undefined) return refuse('value_invalid', { field: 'date', value: typedDate ?? '' });
    const address = asked.input['address'] === undefined ? order.address : asked.input['address'].trim().slice(0, 500) || null;
    const sameLines = wanted.length === order.lines.length && wanted.every((line, at) => isSame(line, order.lines[at]));
    if (sameLines && String(requestedDate) === String(order.requestedDate) && address === order.address) return refuse('nothing_changed');
    return decideEdit(turn, order, renumbered(wanted), { requestedDate, address });
  });
}

/** Words of the note that nobody understood, from a place on, are about something else: the note keeps them, and they hold up nothing. */
export function leaveOut(turn: DeskTurn, asked: Asked, said: { text: string; from: number }): Promise<Taken> {
  return takeStep(turn, asked, ({ order: { reading } }) => {
    const isOther = ({ start, text }: Span): boolean => start >= said.from && said.text.includes(text);
    if (!reading?.unread.some(isOther)) return refuse('nothing_changed');
    return { ok: true, decision: { changes: { reading: withoutUnread(reading, isOther) }, effects: [] } };
  });
}

/** Takes one of the offered products for a doubtful line, or drops the line. */
export function choose(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async ({ order }) => {
    const { line: lineId = '', sku = '' } = asked.input;
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) return refuse('nothing_changed');
    if (sku === '') return decideEdit(turn, order, renumbered(order.lines.filter(({ id }) => id !== lineId)), {});
    const product = line.candidates.includes(sku) ? (await turn.catalogue()).products.get(sku) : undefined;
    if (!product) return refuse('value_invalid', { field: line.words, value: sku });
    return decideEdit(turn, order, pickProduct(order.lines, lineId, product, order.note), {});
  });
}

/** The lines at today's prices, and what else is otherwise. */
export async function decideEdit(
  turn: DeskTurn,
  order: Order,
  wanted: Line[],
  changes: OrderChanges,
  effects: Effect[] = [],
): Promise<Decided> {
  if (wanted.length > mostLines) return refuse('too_many_lines', { most: String(mostLines) });
  const lines = await priceLines(turn, wanted, order.priceList, order.currency);
  const discount = await discountAfter(turn, order, lines);
  const total = orderTotal(lines, discount);
  return { ok: true, decision: { changes: { ...changes, lines, discount, total, kind: await kindOf(turn, lines) }, effects } };
}

const isSame = (line: Line, before: Line | undefined): boolean =>
  line.quantity === before?.quantity && line.quantityUnclear === before.quantityUnclear;

const renumbered = (lines: Line[]): Line[] => lines.map((line, index) => ({ ...line, position: index + 1 }));

/** A whole number from 0 to a million, or null; full-width digits are digits. */
function readQuantity(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  return /^\d{1,7}$/.test(text) && Number(text) <= 1_000_000 ? Number(text) : null;
}

/** An ISO date; null for an emptied field; undefined when it is no date. */
function readDate(typed: string): Temporal.PlainDate | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
