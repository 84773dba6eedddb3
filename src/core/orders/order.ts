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

export function orderTotal(lines: Pick<Line, 'quantity' | 'cancelled' | 'unitPrice' | 'customCost'>[]): bigint {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0n);
}
