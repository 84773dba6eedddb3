import type enChecks from '../../text/en/checks.json';
import type { Order } from '../../orders/order.ts';
import type { FulfilabilityReport } from '../../stock/fulfilability.decide.ts';
import type { Price, Product } from '../../stock/catalogue.ts';
import type { HoldKind } from '../hold.ts';

/** `warn` is shown and stops nothing; `review` asks a person; `block` rejects and only a rule that says so may use it. */
export type Outcome = 'pass' | 'warn' | 'review' | 'block';

/** The sentence for staff is `checks:desk.<key>`, the one for the customer `checks:customer.<key>`. */
type ReasonKey = keyof typeof enChecks.desk;

/** Facts as text, so that they can be stored; `reason.cards.ts` writes each for its reader by the name of the parameter. */
export interface CheckReason {
  key: ReasonKey;
  params: Record<string, string>;
}

export interface CheckResult {
  code: string;
  outcome: Outcome;
  /** What it adds to the risk score. */
  points: number;
  reason: CheckReason;
  /** The order may be confirmed, with this hold. */
  hold?: HoldKind;
}

/** What the order's history says, read by `checks.store.ts`. Money in minor units of the order's own currency. */
export interface History {
  customer: {
    /** Minor units of the business' currency; null: no limit was agreed. */
    creditLimit: bigint | null;
    prepaid: boolean;
    /** At least one other order of theirs was ever confirmed. */
    known: boolean;
    /** What is owed for other confirmed orders, in this order's currency. */
    exposure: bigint;
    /** What was paid for this order already. */
    paid: bigint;
    /** What they usually order of each product of this order, over their last 50 orders. */
    usual: Map<string, { median: number; orders: number }>;
  };
  businessCurrency: string;
  servedZones: string[];
  duplicate: { number: string; because: 'external_ref' | 'same_lines' } | null;
  /** Null while there are too few orders in this currency. */
  valueLimits: { p95: bigint; p99: bigint } | null;
  /** The largest of the newest orders in this currency that stood, while `valueLimits` is null; null before the first as well. */
  largest: bigint | null;
}

export interface CheckFacts extends History {
  order: Order;
  products: Map<string, Product>;
  /** Of the order's price list and currency. */
  prices: Map<string, Price>;
  report: FulfilabilityReport;
  /** The customer saw, before the tap, that the promise is later than the date they asked for. */
  gapShown: boolean;
}

export type Check = (facts: CheckFacts) => CheckResult;

export const pass = (code: string): CheckResult => ({ code, outcome: 'pass', points: 0, reason: { key: 'passed', params: {} } });

export const review = (code: string, key: ReasonKey, params: Record<string, string> = {}, points = 0): CheckResult => ({
  code,
  outcome: 'review',
  points,
  reason: { key, params },
});

/** An amount as a parameter of a reason: `CNY 12345`, minor units. */
export const amount = (minor: bigint, currency: string): string => `${currency} ${minor}`;
