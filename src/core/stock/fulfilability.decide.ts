import type { OrderKind } from '../orders/states.ts';
import { addWorkingDays, type Calendar } from '../schedule/calendar.ts';

/** From our door to the customer's: one working day, whatever the distance. */
const deliveryDays = 1;

/** Working days that are promised for more of what is kept in stock, where nobody has said how long it takes. A person looks at it. */
export const unknownLeadDays = 10;

/** What one line asks for. Money in minor units of the order's currency. */
export interface Need {
  lineId: string;
  sku: string;
  kind: OrderKind;
  quantity: number;
  /** Working days until a unit that is not in stock is ready, 0 where nobody has said; for a service, until the earliest slot. */
  leadDays: number;
  /** Working days the chosen options add, to units from the shelf as well. */
  extraDays: number;
  /** Something is worked on before it leaves: `extraDays` count. */
  customised: boolean;
  customCost: bigint;
}

/** What one location has of a product: `free` is nobody's yet, `incoming` is on its way. */
export interface StockAt {
  location: string;
  /** The lower one is asked first. */
  rank: number;
  sku: string;
  free: number;
  incoming: Incoming[];
}

export interface Incoming {
  quantity: number;
  due: Temporal.PlainDate;
}

export interface Take {
  location: string;
  quantity: number;
}

/** How sure a date is: from the shelf or a slot, from goods that a supplier has announced, or from goods to be made. */
type Confidence = 'high' | 'medium' | 'low';

/** All values are plain JSON, because the report is stored: dates are ISO strings, money is minor units as text. */
export interface LineReport {
  lineId: string;
  /** `yes` exactly when `nowQuantity` is the quantity asked for. Nothing of a service is ever short. */
  verdict: 'yes' | 'partial' | 'no';
  nowQuantity: number;
  /** Where `nowQuantity` comes from; empty for a service. */
  takes: Take[];
  /**
   * What does not come from stock, and the date it reaches the customer; for a service, the earliest slot. `unknown`: it is kept in stock,
   * and nobody has said how long more of it takes.
   */
  rest: { quantity: number; date: string; how: 'incoming' | 'make' | 'unknown' | 'book' } | null;
  customCost: string;
  /** When the whole line is with the customer. */
  promise: string;
}

export interface FulfilabilityReport {
  lines: LineReport[];
  /** The latest promise of the lines. */
  promise: string;
  customCost: string;
  /** That of the least certain line. */
  confidence: Confidence;
}

export interface When {
  today: Temporal.PlainDate;
  calendar: Calendar;
  /** How much of a product confirmed orders still wait for: they get what comes in before this one. */
  waiting?: ReadonlyMap<string, number>;
}

/**
 * What can be promised for these lines, in their order: lines of the same product share what there is. A line takes from
 * the one location that can give all of it, else from several by rank; what is missing comes with goods already on
 * their way or is made, whichever is sooner.
 */
export function planFulfilment(needs: readonly Need[], stock: readonly StockAt[], when: When): FulfilabilityReport {
  const shelves = [...stock].sort(byRank).map((shelf) => ({ ...shelf }));
  const queue = new Map(when.waiting);
  const lines = needs.map((need) => (need.kind === 'service' ? bookable(need, when) : planLine(need, shelves, queue, when)));
  return summed(lines, needs, when);
}

function planLine(need: Need, shelves: StockAt[], queue: Map<string, number>, when: When): LineReport {
  const takes = takeFrom(shelves, need);
  const nowQuantity = exact(takes.reduce((sum, { quantity }) => sum + quantity, 0));
  const missing = exact(need.quantity - nowQuantity);
  // who stands in the queue keeps the place even if making turns out sooner: otherwise more stock could delay the next line
  const queued = exact((queue.get(need.sku) ?? 0) + missing);
  queue.set(need.sku, queued);
  const arrival = coveredBy(shelves, need.sku, queued, when.today);
  const isKept = shelves.some(({ sku }) => sku === need.sku);
  const rest = missing > 0 ? restOf(need, missing, { arrival, isKept }, when) : null;
  return {
    lineId: need.lineId,
    verdict: missing <= 0 ? 'yes' : nowQuantity > 0 ? 'partial' : 'no',
    nowQuantity,
    takes,
    rest,
    customCost: need.customCost.toString(),
    promise: rest?.date ?? delivered(when.today, extraOf(need), when.calendar).toString(),
  };
}

/** Takes from the shelves, which shrink. */
function takeFrom(shelves: StockAt[], need: Need): Take[] {
  const own = shelves.filter(({ sku, free }) => sku === need.sku && free > 0);
  const whole = own.find(({ free }) => free >= need.quantity);
  const takes: Take[] = [];
  let missing = need.quantity;
  for (const shelf of whole ? [whole] : own) {
    const quantity = exact(Math.min(shelf.free, missing));
    if (quantity <= 0) break;
    shelf.free = exact(shelf.free - quantity);
    missing = exact(missing - quantity);
    takes.push({ location: shelf.location, quantity });
  }
  return takes;
}

function restOf(
  need: Need,
  quantity: number,
  { arrival, isKept }: { arrival: Temporal.PlainDate | null; isKept: boolean },
  { today, calendar }: When,
): LineReport['rest'] {
  const isUnknown = isKept && need.leadDays === 0;
  const made = delivered(today, (isUnknown ? unknownLeadDays : need.leadDays) + extraOf(need), calendar);
  const arrived = arrival && delivered(arrival, extraOf(need), calendar);
  return arrived && Temporal.PlainDate.compare(arrived, made) <= 0
    ? { quantity, date: arrived.toString(), how: 'incoming' }
    : { quantity, date: made.toString(), how: isUnknown ? 'unknown' : 'make' };
}

/** The day on which so much will have come in, or null when it never will have. */
function coveredBy(shelves: StockAt[], sku: string, quantity: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const arrivals = shelves
    .flatMap((shelf) => (shelf.sku === sku ? shelf.incoming : []))
    // what should have come already has no date any more: nothing is promised from it
    .filter(({ due }) => Temporal.PlainDate.compare(due, today) >= 0)
    .sort((one, other) => Temporal.PlainDate.compare(one.due, other.due));
  let missing = quantity;
  for (const arrival of arrivals) {
    missing = exact(missing - arrival.quantity);
    if (missing <= 0) return arrival.due;
  }
  return null;
}

function bookable(need: Need, { today, calendar }: When): LineReport {
  // nothing travels; but nobody comes on the day of the order either
  const slot = addWorkingDays(calendar, today, Math.max(1, need.leadDays + extraOf(need))).toString();
  return {
    lineId: need.lineId,
    verdict: 'yes',
    nowQuantity: need.quantity,
    takes: [],
    rest: { quantity: need.quantity, date: slot, how: 'book' },
    customCost: need.customCost.toString(),
    promise: slot,
  };
}

function summed(lines: LineReport[], needs: readonly Need[], { today, calendar }: When): FulfilabilityReport {
  const first = delivered(today, 0, calendar).toString();
  const hows = lines.map(({ rest }) => rest?.how);
  return {
    lines,
    // ISO dates sort as text
    promise: lines.map(({ promise }) => promise).reduce((latest, date) => (date > latest ? date : latest), lines[0]?.promise ?? first),
    customCost: needs.reduce((sum, { customCost }) => sum + customCost, 0n).toString(),
    confidence: hows.includes('make') || hows.includes('unknown') ? 'low' : hows.includes('incoming') ? 'medium' : 'high',
  };
}

/** Worked on for so many working days from that day, then delivered. */
const delivered = (from: Temporal.PlainDate, workingDays: number, calendar: Calendar): Temporal.PlainDate =>
  addWorkingDays(calendar, from, workingDays + deliveryDays);

const extraOf = (need: Need): number => (need.customised ? need.extraDays : 0);

const byRank = (one: StockAt, other: StockAt): number => one.rank - other.rank || (one.location < other.location ? -1 : 1);

/** Quantities have at most three decimals (2.5 m of cable); floating point leaves more. */
export const exact = (quantity: number): number => Math.round(quantity * 1000) / 1000;
