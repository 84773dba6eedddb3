import type { RefusedListRow } from '../../stock/list.ts';
import type { PastStep } from './steps.decide.ts';

/** An order of the past as another program tells it. */
export interface PastOrder {
  /** The other program's own number. */
  ref: string;
  /** How many rows of the file it was read from. */
  rows: number;
  customer: PastCustomer;
  currency: string;
  promised: Temporal.PlainDate | null;
  paid: boolean;
  note: string;
  lines: PastLine[];
  /** How satisfied the customer was. */
  answers: PastAnswer[];
  /** Minor units. */
  total: bigint;
  steps: PastStep[];
  /** The file tells steps in an order in which they cannot have happened. */
  straightened: boolean;
}

export interface PastCustomer {
  ref: string;
  name: string;
  company: string | null;
  address: string | null;
}

export interface PastLine {
  sku: string;
  name: string;
  quantity: number;
  unitPrice: bigint;
  /** For the whole line: freight, engraving, whatever was paid on top. */
  extra: bigint;
}

export interface PastAnswer {
  score: number;
  comment: string | null;
  askedAt: Temporal.Instant;
  answeredAt: Temporal.Instant;
}

export interface PastProduct {
  sku: string;
  name: string;
  /** What it was sold for last, where it is still on sale; without one its orders are kept, and it is not offered. */
  price?: { currency: string; unit: bigint };
}

export interface RefusedPastRow extends RefusedListRow {
  /** Which file it stands in, where there are several. */
  file?: string;
}

/** A file of past orders, read: every row belongs to an order, or is refused for a reason. */
export interface ReadPast {
  rows: number;
  orders: PastOrder[];
  refused: RefusedPastRow[];
  refusedOrders: number;
  /** What the refused rows amount to, as far as they tell an amount; minor units by currency. */
  refusedSums: Sums;
  /** What the orders are about and no catalogue knows yet. */
  products: PastProduct[];
}

export type Sums = ReadonlyMap<string, bigint>;

export function sumOf(amounts: Iterable<{ currency: string; total: bigint }>): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { currency, total } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + total);
  return sums;
}
