import { readMoney, readQuantity, refusedFor, shorten, Unreadable, type ListRow } from '../../stock/list.ts';
import { lineTotal } from '../order.ts';
import { readCurrency, readDay, readMoment, readNeeded, readSku, readText } from './cells.ts';
import { sumOf, type PastLine, type PastOrder, type PastProduct, type ReadPast, type RefusedPastRow } from './past.ts';
import { readEnding } from './status.decide.ts';
import { impossible, stepsOf, type Times } from './steps.decide.ts';

/** The columns of a list of past orders, one row per line of an order. What is about the whole order may stand in its first row alone. */
export const orderColumns = [
  'order',
  'placed_at',
  'status',
  'confirmed_at',
  'prepared_at',
  'shipped_at',
  'delivered_at',
  'completed_at',
  'ended_at',
  'promised',
  'customer',
  'customer_name',
  'company',
  'address',
  'sku',
  'name',
  'quantity',
  'unit_price',
  'extra',
  'currency',
  'paid',
  'note',
] as const;
export const neededOrderColumns = ['order', 'placed_at', 'customer', 'sku', 'quantity', 'unit_price'] as const;

type Column = (typeof orderColumns)[number];
const ofLine: readonly Column[] = ['sku', 'name', 'quantity', 'unit_price', 'extra'];

/** What a list is read against. */
export interface Frame {
  /** Meant where a row names none. */
  currency: string;
  /** In which times without an offset are meant. */
  timeZone: string;
  now: Temporal.Instant;
  /** How long after delivery the desk completes an order by itself. */
  acceptedAfter: Temporal.Duration;
  /** The products there are, by SKU, with a name. */
  products: ReadonlyMap<string, string>;
}

/** Reads a list of past orders. An order is taken whole or not at all: what is wrong with one row refuses the others of its order too. */
export function readOrderList(rows: readonly ListRow[], frame: Frame): ReadPast {
  const products = new Map(frame.products);
  const orders: PastOrder[] = [];
  const refused: RefusedPastRow[] = [];
  const refusedAmounts: { currency: string; total: bigint }[] = [];
  let refusedOrders = 0;
  for (const [ref, group] of Map.groupBy(rows, ({ cells }) => cells['order'] ?? '')) {
    const found = ref === '' ? missing(group) : readOrder(ref, group, { ...frame, products });
    if ('order' in found) {
      orders.push(found.order);
      for (const { sku, name } of found.order.lines) if (!products.has(sku)) products.set(sku, name);
      continue;
    }
    if (ref !== '') refusedOrders += 1;
    for (const refusal of found.refused) refused.push(refusal);
    const currency = headerOf(group)['currency'] || frame.currency;
    for (const { cells } of group) refusedAmounts.push(...amountOf(cells, currency));
  }
  refused.sort((one, other) => one.row - other.row);
  const added = [...products].filter(([sku]) => !frame.products.has(sku)).map(([sku, name]): PastProduct => ({ sku, name }));
  return { rows: rows.length, orders, refused, refusedOrders, refusedSums: sumOf(refusedAmounts), products: added };
}

type Found = { order: PastOrder } | { refused: RefusedPastRow[] };

const missing = (group: readonly ListRow[]): Found => ({ refused: group.map(({ row }) => ({ row, reason: 'order is missing' })) });

/** No card shows more, and no shop sold more at once. */
const mostLines = 1000;
/** No sum of orders comes near the largest number a database counts money in. */
const mostMoney = 10n ** 15n;

function readOrder(ref: string, group: readonly ListRow[], frame: Frame): Found {
  const refused = new Map<number, RefusedPastRow>();
  const attempt = <T>(row: number, read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!refused.has(row)) refused.set(row, refusedFor(row, error));
      return null;
    }
  };
  const first = group[0]?.row ?? 0;
  const whole = attempt(first, () => readWhole(ref, headerOf(group), frame));
  const said = new Map<Column, ListRow>();
  const lines = group.flatMap(({ row, cells }) => {
    const line = attempt(row, () => {
      requireSame({ row, cells }, said);
      return readLine(cells, whole?.currency ?? frame.currency, frame);
    });
    return line ? [line] : [];
  });
  const total = lines.reduce((sum, line) => sum + line.total, 0n);
  attempt(first, () => {
    if (total > mostMoney) throw new Unreadable('the order amounts to more than can be counted');
    if (group.length > mostLines) throw new Unreadable(`the order has more than ${mostLines} rows`);
  });
  if (whole && refused.size === 0) return { order: { ...whole, rows: group.length, lines: lines.map(({ line }) => line), total } };
  const [cause = first] = refused.keys();
  return {
    refused: group.map(({ row }) => refused.get(row) ?? { row, reason: `order ${shorten(ref)} is refused for row ${cause}` }),
  };
}

/** What is said about the whole order, wherever in its rows it is said first. */
function headerOf(group: readonly ListRow[]): ListRow['cells'] {
  const cells = group.toReversed().flatMap((row) => Object.entries(row.cells).filter(([, cell]) => cell !== ''));
  return Object.fromEntries(cells);
}

/** An order is told in one way; `said`: in which row a column was filled in first. */
function requireSame(row: ListRow, said: Map<Column, ListRow>): void {
  for (const column of orderColumns) {
    const cell = row.cells[column];
    if (!cell || ofLine.includes(column)) continue;
    const first = said.get(column);
    if (!first) said.set(column, row);
    else if (first.cells[column] !== cell)
      throw new Unreadable(
        `${column} is "${shorten(cell)}", and "${shorten(first.cells[column] ?? '')}" in row ${first.row} of the same order`,
      );
  }
}

function readWhole(ref: string, cells: ListRow['cells'], frame: Frame): Omit<PastOrder, 'rows' | 'lines' | 'total'> {
  const text = (column: Column, most: number): string => readText(column, cells[column] ?? '', most);
  const moment = (column: Column) => readMoment(column, cells[column] ?? '', frame.timeZone);
  const placed = moment('placed_at');
  if (!placed) throw new Unreadable('placed_at is missing');
  const times: Times = {
    placed,
    confirmed: moment('confirmed_at'),
    prepared: moment('prepared_at'),
    shipped: moment('shipped_at'),
    delivered: moment('delivered_at'),
    completed: moment('completed_at'),
    ended: moment('ended_at'),
  };
  const fault = impossible(times, frame.now, (name) => `${name}_at`);
  if (fault) throw new Unreadable(fault);
  const ending = readEnding('status', cells['status'] ?? '', times);
  const customer = readNeeded('customer', cells['customer'], 100);
  return {
    ref: readNeeded('order', ref, 100),
    customer: {
      ref: customer,
      name: text('customer_name', 200) || customer,
      company: text('company', 200) || null,
      address: text('address', 500) || null,
    },
    currency: cells['currency'] ? readCurrency('currency', cells['currency']) : frame.currency,
    promised: readDay('promised', cells['promised'] ?? ''),
    paid: readPaid(cells['paid'] ?? '', ending === 'delivered' || ending === 'completed'),
    note: text('note', 4000),
    answers: [],
    ...stepsOf(ending, times, frame),
  };
}

function readLine(cells: ListRow['cells'], currency: string, frame: Frame): { line: PastLine; total: bigint } {
  const sku = readSku('sku', cells['sku']);
  const name = frame.products.get(sku) ?? readText('name', cells['name'] ?? '', 200);
  if (name === '') throw new Unreadable(`${sku} is no product: import the products first, or give the name it had in the column name`);
  const { quantity, unitPrice, extra, total } = readAmounts(cells, currency);
  return { line: { sku, name, quantity, unitPrice, extra }, total };
}

function readAmounts(cells: ListRow['cells'], currency: string) {
  const quantity = readQuantity('quantity', cells['quantity'] ?? '');
  if (quantity === 0) throw new Unreadable('quantity must be more than 0');
  if (/\.\d{3}\d*[1-9]/.test(cells['quantity'] ?? '')) throw new Unreadable('quantity has more than three decimals');
  const unitPrice = readMoney('unit_price', cells['unit_price'] ?? '', currency);
  const extra = cells['extra'] ? readMoney('extra', cells['extra'], currency) : 0n;
  return { quantity, unitPrice, extra, total: lineTotal({ quantity, unitPrice, customCost: extra, cancelled: 0 }) };
}

/** What a refused row would have added, where it can be read. */
function amountOf(cells: ListRow['cells'], currency: string): { currency: string; total: bigint }[] {
  try {
    const known = readCurrency('currency', currency);
    return [{ currency: known, total: readAmounts(cells, known).total }];
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}

const answers = new Map([
  ...['yes', 'true', '1', 'paid', '是', '已付款'].map((word) => [word, true] as const),
  ...['no', 'false', '0', 'unpaid', '否', '未付款'].map((word) => [word, false] as const),
]);

function readPaid(cell: string, otherwise: boolean): boolean {
  const paid = cell === '' ? otherwise : answers.get(cell.toLowerCase());
  if (paid === undefined) throw new Unreadable(`paid must be yes or no, not "${shorten(cell)}"`);
  return paid;
}
