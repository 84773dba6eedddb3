import { readChange } from '../../notes/request/change/change.ts';
import { mostUnits } from '../../notes/request/quantity/count.ts';
import { readRequest, type RequestContext, type RequestedLine } from '../../notes/request/request.ts';
import { findDates } from '../../notes/rules/dates/find.ts';
import { fold } from '../../text/fold.ts';
import type { Locale } from '../../text/locale.ts';
import { refuse, type Refusal } from '../decision.ts';
import { orderedOf, type Order } from '../order.ts';
import { namesOf } from '../placing/lines.decide.ts';
import type { ItemsWish } from './wish.ts';

type Read<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** A day as a form gives it or as people say it: 2026-12-01, "next Monday", 下周一. Null when no day, or more than one, is meant. */
export function readDay(typed: string, today: Temporal.PlainDate, timeZone: string): Temporal.PlainDate | null {
  const text = typed.trim().slice(0, 200);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' });
    } catch {
      return null;
    }
  }
  const days = findDates(fold(text).text, today, timeZone).flatMap(({ date }) => date ?? []);
  const [first] = days;
  return first && days.every((day) => day.equals(first)) ? first : null;
}

/** The quantities of the form, and what is to be added in words. */
export function itemsOfForm(order: Order, input: Record<string, string>, context: RequestContext, nextId: () => string): Read<ItemsWish> {
  const lines: ItemsWish['lines'] = [];
  for (const line of order.lines) {
    const typed = input[`quantity_${line.position}`];
    const from = orderedOf(line);
    if (typed === undefined || from === 0) continue;
    const to = readQuantity(typed);
    if (to === null) return refuse('value_invalid', { field: line.words, value: typed.slice(0, 40) });
    if (to !== from) lines.push({ lineId: line.id, from, to });
  }
  const added = addedLines(readRequest((input['add'] ?? '').slice(0, 2000), context).lines, nextId);
  return added.ok ? { ok: true, value: { lines, options: [], added: added.value } } : added;
}

/** "Make it 3 chairs", 椅子改成3把: read against the order's own lines. What is not certain is asked back, never guessed. */
export function itemsOfWords(
  order: Order,
  words: string,
  context: RequestContext,
  { locale, nextId }: { locale: Locale; nextId: () => string },
): Read<ItemsWish> {
  const own = order.lines.filter((line) => orderedOf(line) > 0);
  const known = own.map((line) => {
    const names = namesOf(line, context.products, locale);
    return { id: line.id, sku: line.sku ?? '', names, quantity: orderedOf(line), options: line.options };
  });
  const changes = readChange(words, { lines: known }, context);
  const unclear = changes.find((change) => change.kind === 'unclear');
  if (unclear?.problem === 'quantity') return refuse('quantity_impossible', { words: unclear.words, most: String(mostUnits) });
  if (unclear) return refuse('change_unclear', { words: unclear.words, example: known[0]?.names[0] ?? '' });
  const added = addedLines(
    changes.flatMap((change) => (change.kind === 'add' ? [change.line] : [])),
    nextId,
  );
  if (!added.ok) return added;
  const from = (lineId: string): number => known.find(({ id }) => id === lineId)?.quantity ?? 0;
  const wish: ItemsWish = { lines: [], options: [], added: added.value };
  for (const change of changes) {
    if (change.kind === 'quantity') wish.lines.push({ lineId: change.lineId, from: from(change.lineId), to: change.to });
    if (change.kind === 'remove') wish.lines.push({ lineId: change.lineId, from: from(change.lineId), to: 0 });
    if (change.kind === 'option') {
      const { lineId, key, value, unit, evidence } = change;
      wish.options.push({ lineId, key, value, unit, evidence });
    }
  }
  const value = { ...wish, lines: lastOfEach(wish.lines) };
  const [asIs] = wish.lines;
  if (asIs && isEmpty(value)) {
    const product = known.find(({ id }) => id === asIs.lineId)?.names[0] ?? '';
    return refuse('already_so', { product, count: String(asIs.from) });
  }
  return { ok: true, value };
}

export const isEmpty = ({ lines, options, added }: ItemsWish): boolean => lines.length + options.length + added.length === 0;

function addedLines(asked: RequestedLine[], nextId: () => string): Read<ItemsWish['added']> {
  const added: ItemsWish['added'] = [];
  for (const { match, problem, words, quantity, options } of asked) {
    if (match.kind !== 'exact') return refuse('product_unclear', { words });
    if (problem) return refuse('quantity_unclear', { words });
    added.push({ id: nextId(), sku: match.sku, words, quantity, options });
  }
  return { ok: true, value: added };
}

/** Of two words about one line the later counts. */
const lastOfEach = (lines: ItemsWish['lines']): ItemsWish['lines'] =>
  lines.filter(({ lineId }, at) => !lines.slice(at + 1).some((later) => later.lineId === lineId)).filter(({ from, to }) => from !== to);

/** A whole number from 0 to a million, or null; full-width digits are digits. */
function readQuantity(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  return /^\d{1,7}$/.test(text) && Number(text) <= 1_000_000 ? Number(text) : null;
}
