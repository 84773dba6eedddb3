import { addBusinessHours, businessHoursBetween } from '../../schedule/calendar.ts';
import { readPrices } from '../../stock/catalogue.store.ts';
import { keptFor, lockStock, readStock, readWaiting } from '../../stock/stock.store.ts';
import type { DeskTurn } from '../../turn.ts';
import type { Decided, Effect } from '../decision.ts';
import type { Facts } from '../judge.decide.ts';
import { needsOf, whenOf } from '../placing/needs.act.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { substitution } from './asked-for.decide.ts';
import { deltaOf, later, readReport, replan, substitutesFor } from './shortage.decide.ts';
import { isOpen, type Shortage } from './shortage.ts';

/** Business hours the customer has to choose; then the order waits for the goods. Once they are with the customer there is no choice. */
const answerHours = { most: 24, least: 1 };

/**
 * Kept goods are not there: the count is put right, what lies elsewhere is kept instead, and the customer is asked how to go on.
 */
export function shortage(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, (facts) => report(turn, facts, asked.input));
}

async function report(turn: DeskTurn, { order, shortages }: Facts, input: Record<string, string>): Promise<Decided> {
  const when = await whenOf(turn);
  const read = readReport(order, await keptFor(turn.tx, order.id), input, when.today);
  if (!read.ok) return read;
  const { line, location } = read.report;
  const before = shortages.find((one) => isOpen(one) && one.lineId === line.id);
  const { products } = await turn.catalogue();
  const skus = [line.sku ?? '', ...(products.get(line.sku ?? '')?.substitutes ?? [])];
  await lockStock(turn.tx, [line.sku ?? '']);
  const need = (await needsOf(turn, order)).find(({ lineId }) => lineId === line.id);
  if (!need) throw new Error('something is kept for a line without a product');
  const stock = await readStock(turn.tx, skus);
  const waiting = await readWaiting(turn.tx, order.id, [need.sku]);
  const own = stock.filter(({ sku }) => sku === need.sku);
  const { cover, date } = replan(read.report, need, own, { ...when, waiting });
  // who was asked about some of this line already is asked anew about all that is missing
  const missing = { ...read.report, missing: read.report.missing + (before?.data.missing ?? 0) };
  const prices = await readPrices(turn.tx, order.priceList, order.currency, skus);
  const promiseBefore = before ? before.data.promiseBefore : (order.promisedLatest?.toString() ?? null);
  const newDate = before ? later(date, Temporal.PlainDate.from(before.data.date)) : date;
  const data: Shortage = {
    missing: missing.missing,
    location,
    date: newDate.toString(),
    promiseBefore,
    // who wants nothing else is offered nothing else
    substitutes: substitution(order) === 'forbidden' ? [] : substitutesFor(order, missing, { products, prices, stock }, when),
    cancelDelta: deltaOf(order, line, missing.missing, products.get(need.sku)).toString(),
  };
  const { calendar } = when;
  const left = businessHoursBetween(calendar, turn.now, newDate.toZonedDateTime(calendar.timeZone).toInstant());
  const dueAt = addBusinessHours(calendar, turn.now, Math.max(answerHours.least, Math.min(answerHours.most, left)));
  // the day before they reach the customer, and never the day on which they were not found
  const arrival = later(newDate.subtract({ days: 1 }), when.today.add({ days: 1 }));
  const effects: Effect[] = [
    { kind: 'lose_goods', lineId: line.id, location, quantity: read.report.missing },
    ...(cover.length > 0 ? [{ kind: 'allocate' as const, report: { lines: [{ lineId: line.id, takes: cover }] } }] : []),
    ...(before ? [{ kind: 'settle_shortage' as const, id: before.id, end: 'superseded' as const }] : []),
    { kind: 'open_shortage', id: turn.ids.uuid(), lineId: line.id, shortage: data, dueAt },
    // whoever waits then gets what has come
    { kind: 'restock', sku: need.sku, dueAt: arrival.toZonedDateTime(when.calendar.timeZone).toInstant() },
  ];
  const promisedLatest = order.promisedLatest ? later(order.promisedLatest, newDate) : newDate;
  return { ok: true, decision: { changes: { promisedLatest }, effects } };
}
