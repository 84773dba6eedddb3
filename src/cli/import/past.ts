import { sumOf, type PastOrder, type ReadPast, type RefusedPastRow, type Sums } from '#core/orders/history/past.ts';
import { countAnew, knownRefs } from '#core/orders/history/replay.store.ts';
import { frameOf, takeOrders, takeProducts } from '#core/orders/history/taking.act.ts';
import type { Frame } from '#core/orders/history/order-list.decide.ts';
import { customersOf } from '#core/people/brought.store.ts';
import { plainAmount } from '#core/text/format.ts';
import type { Context, Data } from '../context.ts';
import { openBusiness, tried } from './turn.ts';

export interface PastOptions {
  dryRun?: boolean;
  json?: boolean;
  timeZone?: string;
}

/** What became of a file of past orders: every row and every amount of it is accounted for. */
export interface PastReport {
  /** Rows: read = taken + unchanged + refused. */
  read: number;
  taken: number;
  /** Their orders stood here already. */
  unchanged: number;
  refused: RefusedPastRow[];
  orders: { read: number; taken: number; unchanged: number; refused: number; straightened: number };
  customers: number;
  products: number;
  /** What customers said about how satisfied they were. */
  answers: number;
  /** In whole units of the currency: file = taken + unchanged + refused. */
  sums: PastSum[];
}

export interface PastSum {
  currency: string;
  file: string;
  taken: string;
  unchanged: string;
  refused: string;
}

/** Few enough that a person sees it move, many enough that a database does not mind. */
const batchSize = 500;

/** Takes past orders over, a batch per transaction: whoever is interrupted begins again, and what was taken is there already. */
export async function takePast(
  context: Context,
  { dryRun = false, timeZone }: PastOptions,
  past: { source: string; read: (frame: Frame) => ReadPast },
): Promise<PastReport> {
  const data = await context.openData();
  try {
    const { read, fresh, strangers } = await tried(data, dryRun, async (turn) => {
      await openBusiness(turn, context, dryRun);
      const all = past.read(await frameOf(turn, timeZone ?? null));
      const refs = all.orders.map(({ ref }) => ref);
      const known = await knownRefs(turn.tx, past.source, refs);
      const fresh = all.orders.filter(({ ref }) => !known.has(ref));
      const keys = [...new Set(fresh.map(({ customer }) => customer.ref))];
      return { read: all, fresh, strangers: keys.length - (await customersOf(turn.tx, past.source, keys)).size };
    });
    const done =
      dryRun || fresh.length === 0
        ? wouldBe(read, fresh, strangers)
        : await takeFresh(data, past.source, read, fresh, progress(context, fresh.length));
    return reportOf(read, done);
  } finally {
    await data.close();
  }
}

interface Done {
  refs: ReadonlySet<string>;
  customers: number;
  products: number;
  sums: Sums;
}

/** What a run would do, without having touched as much as an order number. */
function wouldBe(read: ReadPast, fresh: readonly PastOrder[], customers: number): Done {
  return {
    refs: new Set(fresh.map(({ ref }) => ref)),
    customers,
    products: fresh.length > 0 ? read.products.length : 0,
    sums: sumOf(fresh),
  };
}

async function takeFresh(
  data: Data,
  source: string,
  read: ReadPast,
  fresh: readonly PastOrder[],
  tell: (done: number) => void,
): Promise<Done> {
  const products = await data.turn((turn) => takeProducts(turn, read.products));
  // numbers rise with the time of ordering
  const byTime = fresh.toSorted((one, other) => Temporal.Instant.compare(startOf(one), startOf(other)));
  const refs = new Set<string>();
  const sums: { currency: string; total: bigint }[] = [];
  let customers = 0;
  for (let from = 0; from < byTime.length; from += batchSize) {
    const batch = byTime.slice(from, from + batchSize);
    const taken = await data.turn((turn) => takeOrders(turn, source, batch));
    for (const ref of taken.refs) refs.add(ref);
    sums.push(...taken.sums);
    customers += taken.customers;
    tell(from + batch.length);
  }
  await countAnew(data.database.sql);
  return { refs, customers, products, sums: sumOf(sums) };
}

const startOf = ({ steps: [first] }: PastOrder): Temporal.Instant => first?.at ?? Temporal.Instant.fromEpochMilliseconds(0);

/** For whoever looks on: one line that moves. */
function progress(context: Context, all: number): (done: number) => void {
  return (done) => {
    if (context.terminal) context.err(`\r${done} of ${all} orders …${done < all ? '' : '\n'}`);
  };
}

function reportOf(read: ReadPast, { refs, customers, products, sums }: Done): PastReport {
  const taken = read.orders.filter(({ ref }) => refs.has(ref));
  const unchanged = read.orders.filter(({ ref }) => !refs.has(ref));
  const rowsOf = (orders: readonly PastOrder[]): number => orders.reduce((sum, { rows }) => sum + rows, 0);
  return {
    read: read.rows,
    taken: rowsOf(taken),
    unchanged: rowsOf(unchanged),
    refused: read.refused,
    orders: {
      read: read.orders.length + read.refusedOrders,
      taken: taken.length,
      unchanged: unchanged.length,
      refused: read.refusedOrders,
      straightened: taken.filter(({ straightened }) => straightened).length,
    },
    customers,
    products,
    answers: taken.reduce((sum, { answers }) => sum + answers.length, 0),
    sums: sumsOf(read, unchanged, sums),
  };
}

/** What the file amounts to beside what the database has of it: two sums that come from two places. */
function sumsOf(read: ReadPast, unchanged: readonly PastOrder[], taken: Sums): PastSum[] {
  const kept = sumOf(unchanged);
  const all = sumOf(read.orders);
  const currencies = new Set([...all.keys(), ...read.refusedSums.keys()]);
  return [...currencies].toSorted().map((currency) => {
    const refused = read.refusedSums.get(currency) ?? 0n;
    const amount = (minor: bigint): string => plainAmount(minor, currency);
    return {
      currency,
      file: amount((all.get(currency) ?? 0n) + refused),
      taken: amount(taken.get(currency) ?? 0n),
      unchanged: amount(kept.get(currency) ?? 0n),
      refused: amount(refused),
    };
  });
}
