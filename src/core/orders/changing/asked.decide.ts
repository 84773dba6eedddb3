import { asksOfGoods } from '../../notes/intent/asks-of-goods.ts';
import { readChange } from '../../notes/request/change/change.ts';
import type { Draft } from '../../notes/request/change/work.ts';
import type { Flag, Span } from '../../notes/reading.ts';
import { mostUnits } from '../../notes/request/quantity/count.ts';
import { readRequest, type RequestContext, type RequestedLine } from '../../notes/request/request.ts';
import { findDates } from '../../notes/rules/dates/find.ts';
import { fold } from '../../text/fold.ts';
import { inLanguage, type Locale } from '../../text/locale.ts';
import { refuse, type Refusal } from '../decision.ts';
import { orderedOf, type Order } from '../order.ts';
import { standingLines } from './standing.decide.ts';
import type { ItemsWish } from './wish.ts';
import { pattern } from '../../text/pattern.ts';

/** `lines`: those that may be meant, where it is not clear which. */
export type Read<T> = { ok: true; value: T } | { ok: false; refusal: Refusal; lines?: string[] };

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
  { locale, nextId, line = null }: { locale: Locale; nextId: () => string; line?: string | null },
): Read<ItemsWish> {
  const all = standingLines(order, context, locale);
  const known = line === null ? all : all.filter(({ id }) => id === line);
  const changes = readChange(asRequest(words), { lines: known }, context);
  const unclear = changes.find((change) => change.kind === 'unclear');
  if (unclear?.problem === 'quantity') return refuse('quantity_impossible', { words: unclear.words, most: String(mostUnits) });
  if (unclear) {
    const refused = refuse('change_unclear', { words: unclear.words, example: known[0]?.names[0] ?? '' });
    return changes.length === 1 || changes.every(({ kind }) => kind === 'unclear' || kind === 'note')
      ? { ...refused, lines: unclear.candidates }
      : refused;
  }
  const wishes = wishSpans(asRequest(words), known, context);
  const added = addedLines(
    changes.flatMap((change) => (change.kind === 'add' && !isWish(change.line, wishes) ? [change.line] : [])),
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
  const isSo = ({ lineId, key, value: chosen }: ItemsWish['options'][number]): boolean =>
    known.find(({ id }) => id === lineId)?.options?.some((has) => has.key === key && has.value === chosen) === true;
  const value = { ...wish, lines: lastOfEach(wish.lines), options: wish.options.filter((option) => !isSo(option)) };
  const [asIs] = wish.lines;
  if (asIs && isEmpty(value)) {
    const product = known.find(({ id }) => id === asIs.lineId)?.names[0] ?? '';
    return refuse('already_so', { product, count: String(asIs.from) });
  }
  const [had] = wish.options;
  if (had && isEmpty(value)) {
    const { names = [], sku } = known.find(({ id }) => id === had.lineId) ?? {};
    const choices = context.products.find((product) => product.sku === sku)?.options.flatMap((option) => option.choices ?? []);
    const label = choices?.find((choice) => choice.value === had.value)?.label;
    return refuse('already_made', { product: names[0] ?? '', option: inLanguage(label, locale) ?? had.value });
  }
  return { ok: true, value };
}

/** What a wish for the parcel says, and no name of goods does, though it may sound like one: 礼品包装 is no 安装. */
const ofParcel: ReadonlySet<Flag> = new Set(['packaging', 'gift_message', 'delivery_instructions', 'invoice']);

/** Words that are a wish for the parcel, and no goods: 礼品包装. */
export function wishSpans(
  text: string,
  lines: Draft['lines'],
  { reader, orderDate, timeZone }: RequestContext,
): { span: Span; isOfParcel: boolean }[] {
  const { flags, phone } = reader.read({ text, orderDate, timeZone, lines });
  const wishes = flags.filter(({ flag }) => flag !== 'quantity_change' && flag !== 'question' && flag !== 'complaint');
  return [
    ...wishes.map(({ flag, evidence }) => ({ span: evidence, isOfParcel: ofParcel.has(flag) })),
    ...(phone ? [{ span: phone.evidence, isOfParcel: false }] : []),
  ];
}

/** What nobody sells is a wish where the reader of notes knows it for one; so is what only sounds like goods, where that wish is all of it. */
export const isWish = ({ match, span, quantitySpan }: RequestedLine, wishes: ReturnType<typeof wishSpans>): boolean =>
  wishes.some(({ span: wish, isOfParcel }) =>
    match.kind === 'unknown'
      ? wish.start < span.end && span.start < wish.end
      : match.kind === 'doubtful' && isOfParcel && quantitySpan === null && wish.start <= span.start && span.end <= wish.end,
  );

const polite = pattern('')`
  \b(?:can|could|may|might|would|will|shall) (?:the|it|they|that|those|these|my|our|you|we|i)\b
  |\bis it possible\b|\bany chance\b|能不能|可不可以|可唔可以|可以|可否|[行成好]吗|行不行|得唔得|能.{1,20}吗
`;

/** "Can the chairs be blue?" of an order that is placed asks for it, "can they be stacked?" for nothing; every character stays where it is. */
export const asRequest = (words: string): string =>
  polite.test(fold(words).text) && !asksOfGoods(words)
    ? words.replaceAll(/[?？]/g, '.').replaceAll(/(?:[行成好]?[吗嗎]|行不行|得唔得)(?=[\s.。]*$)/g, (asked) => ' '.repeat(asked.length))
    : words;

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
