import type { Platform } from '../messages/incoming.ts';
import type { Reading, SpecKey, Span } from '../notes/reading.ts';
import type { Locale } from '../text/locale.ts';
import type { OrderKind, State } from './states.ts';

/** A choice made about a line, with the words it came from where there were words. */
export interface ChosenOption {
  key: SpecKey;
  value: string;
  unit: string | null;
  evidence: Span | null;
}

/** A wish about a line that no option of the product covers: no price rule, so a person prices it. */
export interface CustomSpec {
  key: SpecKey;
  value: string;
  unit: string | null;
  evidence: Span;
}

export interface Line {
  id: string;
  position: number;
  /** Null while nobody has said which product is meant; `candidates` are then the nearest. */
  sku: string | null;
  words: string;
  candidates: string[];
  quantity: number;
  /** How many was not said in a way that may be used; `quantity` is then a mere placeholder. */
  quantityUnclear: boolean;
  /** Minor units of the order's currency. */
  unitPrice: bigint;
  /** For the whole line, minor units. */
  customCost: bigint;
  options: ChosenOption[];
  specs: CustomSpec[];
  allocated: number;
  picked: number;
  shipped: number;
  delivered: number;
  returned: number;
  cancelled: number;
}

/** What has been done with the goods of a line that is new. */
export const untouched = { allocated: 0, picked: 0, shipped: 0, delivered: 0, returned: 0, cancelled: 0 };

/** A coupon an order spends: a share of the price of its lines, but never more than `most`. */
export interface Discount {
  couponId: string;
  code: string;
  percent: number;
  /** Minor units: what was granted when the customer confirmed, so that what is added later is sold at its price. */
  most: bigint;
  /** By line: how far a unit of it stood above the price below which nobody sells, when it was granted. Null where that is not known. */
  room: ReadonlyMap<string, bigint> | null;
}

export interface Order {
  id: string;
  number: string | null;
  kind: OrderKind;
  customerId: string;
  placedBy: string | null;
  /** The earlier order this one repeats. */
  repeats: string | null;
  platform: Platform | 'api' | 'import';
  account: string;
  conversation: string;
  state: State;
  version: number;
  locale: Locale;
  currency: string;
  priceList: string;
  total: bigint;
  discount: Discount | null;
  note: string;
  urgent: boolean;
  requestedDate: Temporal.PlainDate | null;
  address: string | null;
  promisedOriginal: Temporal.PlainDate | null;
  promisedLatest: Temporal.PlainDate | null;
  payment: 'unpaid' | 'paid' | 'prepaid';
  createdAt: Temporal.Instant;
  submittedAt: Temporal.Instant | null;
  enteredStateAt: Temporal.Instant;
  lines: Line[];
  /** What was understood from the note at this version; null before a note was read. */
  reading: Reading | null;
}

/** What of an order may change with a transition. The state, the version and the moments are the transition's own. */
export type OrderChanges = Partial<
  Pick<
    Order,
    | 'number'
    | 'kind'
    | 'total'
    | 'discount'
    | 'note'
    | 'urgent'
    | 'requestedDate'
    | 'address'
    | 'promisedOriginal'
    | 'promisedLatest'
    | 'payment'
    | 'lines'
    | 'reading'
  >
> & { priority?: { score: number; parts: Record<string, number> } };

/** What a line still asks for: what was ordered without what was cancelled of it. */
export const orderedOf = (line: Pick<Line, 'quantity' | 'cancelled'>): number => Math.round((line.quantity - line.cancelled) * 1000) / 1000;

/** Price of a line with everything on it, minor units. */
export function lineTotal(line: Pick<Line, 'quantity' | 'cancelled' | 'unitPrice' | 'customCost'>): bigint {
  // quantities may have three decimals (2.5 m of cable); money never has fractions
  const thousandths = BigInt(Math.round((line.quantity - line.cancelled) * 1000));
  return (line.unitPrice * thousandths + 500n) / 1000n + line.customCost;
}

/** What is not on the order yet has no id. */
type Priced = Pick<Line, 'quantity' | 'cancelled' | 'unitPrice' | 'customCost'> & Partial<Pick<Line, 'id' | 'quantityUnclear'>>;

/** What all lines cost, less what the coupon takes off. */
export function orderTotal(lines: readonly Priced[], discount: Order['discount']): bigint {
  return linesTotal(lines) - takenOff(lines, discount);
}

/** What a coupon takes off these lines, minor units; less with fewer of them, never more with more. */
export function takenOff(lines: readonly Priced[], discount: Order['discount']): bigint {
  if (!discount) return 0n;
  const share = (linesTotal(lines) * BigInt(discount.percent)) / 100n;
  const room = discount.room ? roomOf(lines, discount.room) : discount.most;
  return [discount.most, room].reduce((least, one) => (one < least ? one : least), share);
}

/** What is left of the room of each line with what is left of the line. */
export function roomOf(lines: readonly Priced[], room: ReadonlyMap<string, bigint>): bigint {
  return linesTotal(lines.map((line) => ({ ...line, unitPrice: room.get(line.id ?? '') ?? 0n, customCost: 0n })));
}

/** A line of which nobody has said how many costs nothing yet. */
export const linesTotal = (lines: readonly Priced[]): bigint =>
  lines.reduce((sum, line) => (line.quantityUnclear ? sum : sum + lineTotal(line)), 0n);

/** Nobody has said yet how many of a line: its total is open, and it asks for nothing. */
export const isQuantityOpen = ({ lines }: Pick<Order, 'lines'>): boolean => lines.some(({ quantityUnclear }) => quantityUnclear);
