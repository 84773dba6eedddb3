import { addWorkingDays } from '../../schedule/calendar.ts';
import type { Price, Product } from '../../stock/catalogue.ts';
import { exact, planFulfilment, type Need, type StockAt, type Take, type When } from '../../stock/fulfilability.decide.ts';
import { refuse, type Refusal } from '../decision.ts';
import { orderTotal, type Line, type Order } from '../order.ts';
import { customCost, extraDays } from '../placing/price.decide.ts';
import { resizedCost } from '../placing/wish-price.decide.ts';
import { readAmount } from './parts.decide.ts';
import type { Substitute } from './shortage.ts';
import { lineNamed } from './typed.decide.ts';

/** Working days until goods of another warehouse have joined the order. */
const transferDays = 1;
/** More choices than this are no help. */
const mostSubstitutes = 2;

export interface Report {
  line: Line;
  location: string;
  missing: number;
  /** When the warehouse has them, where somebody knows. */
  expected: Temporal.PlainDate | null;
}

/** What somebody in the warehouse says is missing, of what is kept where. */
export function readReport(
  order: Order,
  kept: readonly (Take & { lineId: string })[],
  input: Record<string, string>,
  today: Temporal.PlainDate,
): { ok: true; report: Report } | { ok: false; refusal: Refusal } {
  const [lineId = '', location = ''] = (input['item'] ?? '').split('@');
  const named = input['line']?.trim() ?? '';
  const place = (location || (input['location'] ?? '')).trim().toLowerCase();
  const wanted = lineId || (named === '' ? '' : (lineNamed(named, order.lines)?.id ?? 'none'));
  const found = kept.filter((one) => (wanted === '' || one.lineId === wanted) && (place === '' || one.location.toLowerCase() === place));
  const [most] = found.toSorted((one, other) => other.quantity - one.quantity);
  if (!most) return refuse('value_invalid', { field: 'line', value: named || place || lineId.slice(0, 40) });
  if (found.some((one) => one.lineId !== most.lineId)) return refuse('value_missing', { field: 'line' });
  const line = order.lines.find(({ id }) => id === most.lineId);
  if (!line) throw new Error('something is kept for a line that is not there');
  const typed = input['quantity']?.trim() ?? '';
  if (typed === '') return refuse('value_missing', { field: 'quantity' });
  const missing = readAmount(typed);
  if (missing === null || missing === 0) return refuse('value_invalid', { field: 'quantity', value: typed.slice(0, 40) });
  if (missing > most.quantity) return refuse('more_than_kept', { words: line.words, most: String(most.quantity) });
  const expected = readExpected(input['expected']?.trim() ?? '', today);
  if (expected === undefined) return refuse('value_invalid', { field: 'date', value: (input['expected'] ?? '').slice(0, 40) });
  return { ok: true, report: { line, location: most.location, missing, expected } };
}

/** A day from today on; null where nobody said one, undefined for what is none. */
function readExpected(typed: string, today: Temporal.PlainDate): Temporal.PlainDate | null | undefined {
  if (typed === '') return null;
  try {
    const day = Temporal.PlainDate.from(typed);
    return Temporal.PlainDate.compare(day, today) < 0 ? undefined : day;
  } catch {
    return undefined;
  }
}

/**
 * Where missing units come from instead, and when they are with the customer: from another warehouse at once, and what none has on
 * the day somebody named, else from goods on their way or made anew. What the books say lies where they were not found counts for
 * nothing. Were a day that is named to keep free goods from the order, the next round of handing out would give them all the same.
 */
export function replan(report: Report, need: Need, stock: readonly StockAt[], when: When): { cover: Take[]; date: Temporal.PlainDate } {
  const { calendar, today } = when;
  const elsewhere = stock.filter(({ location }) => location !== report.location);
  const cover: Take[] = [];
  let missing = report.missing;
  for (const { location, free } of elsewhere) {
    const quantity = exact(Math.min(Math.max(free, 0), missing));
    if (quantity > 0) cover.push({ location, quantity });
    missing = exact(missing - quantity);
  }
  const extra = need.customised ? need.extraDays : 0;
  const days: Temporal.PlainDate[] = [];
  if (cover.length > 0) days.push(addWorkingDays(calendar, today, transferDays + extra + 1));
  if (missing > 0 && report.expected) days.push(addWorkingDays(calendar, report.expected, extra + 1));
  else if (missing > 0) {
    const empty = stock.map((shelf) => ({ ...shelf, free: 0 }));
    days.push(Temporal.PlainDate.from(planFulfilment([{ ...need, quantity: missing }], empty, when).promise));
  }
  const [first, ...others] = days;
  if (!first) throw new Error('nothing is missing');
  return { cover, date: others.reduce(later, first) };
}

export const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one;

/** The line without some of its units, as it is priced then. */
export function withoutUnits(line: Line, quantity: number, product: Product | undefined): Line {
  const cancelled = exact(line.cancelled + quantity);
  const left = exact(line.quantity - cancelled);
  return { ...line, cancelled, customCost: resizedCost(line, { ...line, quantity: left }, product) };
}

/** What the order's total changes by when units of a line are taken off; never more than nothing. */
export const deltaOf = (order: Sold, line: Line, quantity: number, product: Product | undefined): bigint =>
  difference(order, line, quantity, product, []);

type Sold = Pick<Order, 'lines' | 'discount'>;

/** The new total less the old one: with a coupon that is not the sum of what the lines differ by. */
function difference({ lines, discount }: Sold, line: Line, quantity: number, product: Product | undefined, added: Priced[]): bigint {
  const kept = lines.map((one) => (one.id === line.id ? withoutUnits(line, quantity, product) : one));
  return orderTotal([...kept, ...added], discount) - orderTotal(lines, discount);
}

type Priced = Parameters<typeof orderTotal>[0][number];

/** Products that could come instead and lie in stock, as the same choices allow, with what they change in the price. */
export function substitutesFor(
  order: Sold,
  { line, missing }: Report,
  known: { products: ReadonlyMap<string, Product>; prices: ReadonlyMap<string, Price>; stock: readonly StockAt[] },
  { calendar, today }: When,
): Substitute[] {
  const product = line.sku ? known.products.get(line.sku) : undefined;
  // a wish that nobody priced cannot be carried over to another product
  if (!product || line.specs.length > 0) return [];
  return product.substitutes
    .flatMap((sku): Substitute[] => {
      const [other, price] = [known.products.get(sku), known.prices.get(sku)];
      const free = known.stock.filter((shelf) => shelf.sku === sku).reduce((sum, shelf) => sum + Math.max(shelf.free, 0), 0);
      if (!other || other.kind !== 'goods' || !price || free < missing) return [];
      const options = line.options.filter((chosen) =>
        other.options.some(({ key, choices }) => key === chosen.key && (!choices || choices.some(({ value }) => value === chosen.value))),
      );
      if (other.options.some(({ required, key }) => required && !options.some((chosen) => chosen.key === key))) return [];
      const cost = customCost(other, options, missing);
      const added = { quantity: missing, cancelled: 0, unitPrice: price.unit, customCost: cost };
      const date = addWorkingDays(calendar, today, extraDays(other, options) + 1);
      return [
        {
          sku,
          options,
          unitPrice: price.unit.toString(),
          customCost: cost.toString(),
          delta: difference(order, line, missing, product, [added]).toString(),
          date: date.toString(),
        },
      ];
    })
    .slice(0, mostSubstitutes);
}
