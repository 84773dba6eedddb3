import { exact } from '../../stock/fulfilability.decide.ts';
import { refuse, type Decided, type Decision, type Effect } from '../decision.ts';
import type { Facts } from '../judge.decide.ts';
import { orderTotal, untouched, type Line, type Order } from '../order.ts';
import type { Product } from '../../stock/catalogue.ts';
import { unsent } from './parts.decide.ts';
import { later, withoutUnits } from './shortage.decide.ts';
import { isOpen, type ReportedShortage, type Substitute } from './shortage.ts';
import { lineNamed } from './typed.decide.ts';

export interface Chosen {
  shortage: ReportedShortage;
  line: Line;
  /** Units it is still about. */
  missing: number;
}

/** Which open shortage is meant: the one the button names, the line somebody names, or the only one. */
export function chosenShortage({ order, shortages }: Facts, input: Record<string, string>): Chosen | Extract<Decided, { ok: false }> {
  const open = shortages.filter(isOpen);
  const named = input['line']?.trim() ?? '';
  const line = named === '' ? undefined : lineNamed(named, order.lines);
  const found = input['shortage']
    ? open.filter(({ id }) => id === input['shortage'])
    : open.filter(({ lineId }) => named === '' || lineId === line?.id);
  const [shortage] = found;
  if (!shortage) return refuse('no_shortage');
  if (found.length > 1) return refuse('value_missing', { field: 'line' });
  const short = order.lines.find(({ id }) => id === shortage.lineId);
  const missing = short ? exact(Math.min(shortage.data.missing, unsent(short))) : 0;
  return short && missing > 0 ? { shortage, line: short, missing } : refuse('no_shortage');
}

/** The goods are waited for, all together or the rest after what is there: the new promise stands already. */
export function keepWaiting({ shortage }: Chosen, end: 'wait' | 'default_wait' | 'split'): Decision {
  return { effects: [{ kind: 'settle_shortage', id: shortage.id, end }] };
}

/** The missing units are taken off; an order of which nothing is left ends. */
export function takeOff(facts: Facts, chosen: Chosen, product: Product | undefined): Decision {
  const { order } = facts;
  const lines = order.lines.map((line) => (line.id === chosen.line.id ? withoutUnits(line, chosen.missing, product) : line));
  const nothingLeft = lines.every((line) => exact(line.quantity - line.cancelled) <= 0);
  const allArrived = order.state === 'in_transit' && lines.every((line) => line.delivered >= exact(line.quantity - line.cancelled));
  return {
    outcome: nothingLeft ? 'all' : allArrived ? 'rest' : 'part',
    changes: { lines, total: orderTotal(lines, order.discount), promisedLatest: promiseWithout(facts, chosen, null) },
    first: [dropped(chosen)],
    effects: [{ kind: 'settle_shortage', id: chosen.shortage.id, end: 'cancel_line' }],
  };
}

/** Another product comes instead of the missing units, at the price that was shown. */
export function replaced(facts: Facts, chosen: Chosen, substitute: Substitute, product: Product, id: string): Decision {
  const { order } = facts;
  const kept = order.lines.map((line) => (line.id === chosen.line.id ? withoutUnits(line, chosen.missing, product) : line));
  const lines = [...kept, newLine(order, chosen, substitute, id)];
  const total = orderTotal(lines, order.discount);
  return {
    changes: {
      lines,
      total,
      promisedLatest: promiseWithout(facts, chosen, Temporal.PlainDate.from(substitute.date)),
      // what was paid in full no longer is
      ...(order.payment === 'paid' && total > order.total ? { payment: 'unpaid' as const } : {}),
    },
    first: [dropped(chosen)],
    effects: [],
  };
}

/** The substitute somebody names, or the only one. */
export function chosenSubstitute({ data }: ReportedShortage, sku: string): Substitute | null {
  if (sku === '') return data.substitutes.length === 1 ? (data.substitutes[0] ?? null) : null;
  return data.substitutes.find((one) => one.sku === sku.toUpperCase()) ?? null;
}

const dropped = ({ line, missing, shortage }: Chosen): Effect => ({
  kind: 'drop_units',
  lineId: line.id,
  quantity: missing,
  // what was found where the others were missing is taken last: it may lie in the box already
  spare: shortage.data.location,
});

/** The promise once nobody waits for these units: the one before, unless something else takes longer. */
function promiseWithout({ order, shortages }: Facts, { shortage }: Chosen, date: Temporal.PlainDate | null): Temporal.PlainDate | null {
  const before = shortage.data.promiseBefore ? Temporal.PlainDate.from(shortage.data.promiseBefore) : order.promisedLatest;
  const others = shortages
    .filter((other) => other.id !== shortage.id && isOpen(other))
    .map(({ data }) => Temporal.PlainDate.from(data.date));
  return [...others, ...(date ? [date] : [])].reduce<Temporal.PlainDate | null>(
    (latest, day) => (latest ? later(latest, day) : day),
    before,
  );
}

function newLine(order: Order, { line, missing }: Chosen, { sku, options, unitPrice, customCost }: Substitute, id: string): Line {
  return {
    ...line,
    id,
    position: Math.max(...order.lines.map(({ position }) => position)) + 1,
    sku,
    words: line.words,
    quantity: missing,
    options,
    unitPrice: BigInt(unitPrice),
    customCost: BigInt(customCost),
    ...untouched,
  };
}
