import type { CheckReason, CheckResult } from '../../review/checks/check.ts';
import { addWorkingDays, type Calendar } from '../../schedule/calendar.ts';
import type { FulfilabilityReport } from '../../stock/fulfilability.decide.ts';
import { orderedOf, type Line, type Order } from '../order.ts';
import type { Wish } from './wish.ts';

/**
 * Checks that a change does not repeat: whether it is the same order twice was asked when it was sent in, what was agreed keeps
 * its price, and what is wished now is the customer's latest word, whatever the first note said.
 */
const settledAtOrdering: ReadonlySet<string> = new Set(['A7', 'V3', 'A9']);

export const stillAsked = (results: CheckResult[]): CheckResult[] => results.filter(({ code }) => !settledAtOrdering.has(code));

/** Reasons that nobody has seen yet. What was accepted stays accepted, also for less money than before. */
export function freshReasons(reasons: CheckReason[], known: CheckReason[], isDearer: boolean): CheckReason[] {
  return reasons.filter((reason) => !known.some((old) => old.key === reason.key && (!isDearer || written(old) === written(reason))));
}

// the database keeps the names of a stored reason in an order of its own
const written = ({ params }: CheckReason): string => JSON.stringify(Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The lines as they would be, without what is cancelled of them: what checks and the warehouse look at. */
export function asOrdered(order: Order): Order {
  const lines = order.lines.filter((line) => orderedOf(line) > 0).map((line) => ({ ...line, quantity: orderedOf(line), cancelled: 0 }));
  return { ...order, lines };
}

/** What nobody touched was promised already: making it does not begin again because something else changed. */
export function withStandingPromises(
  report: FulfilabilityReport,
  before: Order,
  after: Order,
  today: Temporal.PlainDate,
): FulfilabilityReport {
  const promised = before.promisedLatest;
  if (!promised || Temporal.PlainDate.compare(promised, today) < 0) return report;
  const stood = promised.toString();
  const lines = report.lines.map((line) => {
    const [old, now] = [before, after].map(({ lines: all }) => all.find(({ id }) => id === line.lineId));
    return old && now && isSame(old, now) && line.promise > stood ? { ...line, promise: stood } : line;
  });
  const latest = lines
    .map(({ promise }) => promise)
    .toSorted()
    .at(-1);
  return { ...report, lines, promise: latest ?? report.promise };
}

/** The new promise: never before everything can be there, and on the day somebody asked for where that is later. */
export function promiseOf(before: Order, wish: Wish, earliest: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  const asked = wish.date === undefined ? standingWish(before, calendar) : Temporal.PlainDate.from(wish.date);
  const on = asked && addWorkingDays(calendar, asked, 0);
  return on && Temporal.PlainDate.compare(on, earliest) > 0 ? on : earliest;
}

/** A date that was moved to stays until it is moved again; one that was only a limit does not delay anything. */
function standingWish({ requestedDate, promisedLatest }: Order, calendar: Calendar): Temporal.PlainDate | null {
  return requestedDate && promisedLatest?.equals(addWorkingDays(calendar, requestedDate, 0)) ? requestedDate : null;
}

/** What was paid against the new total: enough, too little, or more than it costs now. */
export function paymentAfter(
  order: Pick<Order, 'payment'>,
  total: bigint,
  paid: bigint,
  prepaid: boolean,
): { payment: Order['payment']; refund: bigint } {
  // orders of the past say that they were paid and keep no payments
  if (paid === 0n) return { payment: order.payment, refund: 0n };
  if (paid >= total) return { payment: 'paid', refund: paid - total };
  return { payment: prepaid ? 'prepaid' : 'unpaid', refund: 0n };
}

const isSame = (old: Line, now: Line): boolean =>
  old.sku === now.sku && orderedOf(old) === orderedOf(now) && JSON.stringify(old.options) === JSON.stringify(now.options);
