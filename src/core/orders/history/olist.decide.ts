import { readMoney, refusedFor, shorten, Unreadable, type ListRow } from '../../stock/list.ts';
import { readDay, readMoment, readNeeded, readSku, readText } from './cells.ts';
import type { Frame } from './order-list.decide.ts';
import { sumOf, type PastCustomer, type PastLine, type PastOrder, type PastProduct, type ReadPast, type RefusedPastRow } from './past.ts';
import { readEnding } from './status.decide.ts';
import { impossible, stepsOf, type Times } from './steps.decide.ts';

/** The files of the Olist layout that are read, with the columns that are used of each. */
export const olistFiles = {
  orders: [
    'order_id',
    'customer_id',
    'order_status',
    'order_purchase_timestamp',
    'order_approved_at',
    'order_delivered_carrier_date',
    'order_delivered_customer_date',
    'order_estimated_delivery_date',
  ],
  order_items: ['order_id', 'product_id', 'price', 'freight_value'],
  customers: ['customer_id', 'customer_unique_id', 'customer_zip_code_prefix', 'customer_city', 'customer_state'],
  products: ['product_id', 'product_category_name'],
  category_translation: ['product_category_name', 'product_category_name_english'],
} as const;
export type OlistFile = keyof typeof olistFiles;
export type OlistRows = Record<OlistFile, readonly ListRow[]>;

/** Brazilian reais: the files name no currency. */
const currency = 'BRL';

const columnOf: Record<string, string> = {
  placed: 'order_purchase_timestamp',
  confirmed: 'order_approved_at',
  shipped: 'order_delivered_carrier_date',
  delivered: 'order_delivered_customer_date',
};

/** Reads orders and their items; an order that cannot be read takes its items with it, and an item its order. */
export function readOlist(rows: OlistRows, frame: Frame): ReadPast {
  const names = productNames(rows);
  const items = Map.groupBy(rows.order_items, ({ cells }) => cells['order_id'] ?? '');
  const customers = new Map(rows.customers.map(({ cells }) => [cells['customer_id'] ?? '', cells]));
  const read: ReadPast = {
    rows: rows.orders.length + rows.order_items.length,
    orders: [],
    refused: [],
    refusedOrders: 0,
    refusedSums: new Map(),
    products: [],
  };
  const lost: ListRow[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of rows.orders) {
    const ref = cells['order_id'] ?? '';
    const own = seen.has(ref) ? [] : (items.get(ref) ?? []);
    const found = readLines(own, names, (lines) => {
      const before = seen.get(ref);
      if (before !== undefined) throw new Unreadable(`order_id stands in row ${before} already`);
      return readOrder(cells, customers, lines, frame);
    });
    seen.set(ref, seen.get(ref) ?? row);
    if ('order' in found) read.orders.push(found.order);
    else {
      read.refusedOrders += 1;
      read.refused.push({ file: 'orders', row, reason: found.reason });
      const why = `order ${shorten(ref)} is refused`;
      for (const item of own) read.refused.push({ file: 'order_items', row: item.row, reason: found.items.get(item.row) ?? why });
      lost.push(...own);
    }
  }
  for (const item of [...items].flatMap(([ref, own]) => (seen.has(ref) ? [] : own))) {
    read.refused.push({ file: 'order_items', row: item.row, reason: 'order_id is no order of the orders file' });
    lost.push(item);
  }
  return { ...read, refusedSums: sumOf(lost.flatMap(amountOf)), products: soldProducts(read.orders, names) };
}

type Found = { order: PastOrder } | { reason: string; items: ReadonlyMap<number, string> };

/** The items of an order first: what is wrong with one of them is why the order is refused. */
function readLines(items: readonly ListRow[], names: ReadonlyMap<string, string>, build: (lines: PastLine[]) => PastOrder): Found {
  const refused: RefusedPastRow[] = [];
  const lines: PastLine[] = [];
  for (const { row, cells } of items) {
    try {
      const sku = readSku('product_id', cells['product_id']);
      const name = names.get(sku);
      if (name === undefined) throw new Unreadable('product_id is no product of the products file');
      lines.push({ sku, name, quantity: 1, unitPrice: money(cells, 'price'), extra: money(cells, 'freight_value') });
    } catch (error) {
      refused.push(refusedFor(row, error));
    }
  }
  const [cause] = refused;
  if (cause) {
    const reason = `its item in row ${cause.row} of order_items: ${cause.reason}`;
    return { reason, items: new Map(refused.map(({ row, reason: why }) => [row, why])) };
  }
  try {
    return { order: build(lines) };
  } catch (error) {
    return { reason: refusedFor(0, error).reason, items: new Map() };
  }
}

function readOrder(cells: ListRow['cells'], customers: ReadonlyMap<string, ListRow['cells']>, lines: PastLine[], frame: Frame): PastOrder {
  const moment = (column: string | undefined) => readMoment(column ?? '', cells[column ?? ''] ?? '', frame.timeZone);
  const placed = moment(columnOf['placed']);
  if (!placed) throw new Unreadable('order_purchase_timestamp is missing');
  const times: Times = {
    placed,
    confirmed: moment(columnOf['confirmed']),
    shipped: moment(columnOf['shipped']),
    delivered: moment(columnOf['delivered']),
  };
  const fault = impossible(times, frame.now, (name) => columnOf[name] ?? name);
  if (fault) throw new Unreadable(fault);
  const status = readNeeded('order_status', cells['order_status'], 40);
  const ending = readEnding('order_status', status, times);
  if (lines.length === 0 && ending !== 'cancelled' && ending !== 'rejected')
    throw new Unreadable(`the order is ${status}, and has no item`);
  return {
    ref: readNeeded('order_id', cells['order_id'], 100),
    rows: 1 + lines.length,
    customer: readCustomer(customers.get(cells['customer_id'] ?? '')),
    currency,
    promised: readDay('order_estimated_delivery_date', cells['order_estimated_delivery_date'] ?? ''),
    // what they call approved is the payment
    paid: Boolean(times.confirmed),
    note: '',
    lines,
    total: lines.reduce((sum, { unitPrice, extra }) => sum + unitPrice + extra, 0n),
    answers: [],
    ...stepsOf(ending, times, frame),
  };
}

/** Who bought has a key and a town, and no name. */
function readCustomer(cells: ListRow['cells'] | undefined): PastCustomer {
  if (!cells) throw new Unreadable('customer_id is no customer of the customers file');
  const ref = readNeeded('customer_unique_id', cells['customer_unique_id'], 100);
  const [zip, city, state] = ['customer_zip_code_prefix', 'customer_city', 'customer_state'].map((column) =>
    readText(column, cells[column] ?? '', 100),
  );
  return {
    ref,
    name: `Olist ${ref.slice(0, 8)}`,
    company: null,
    address: [[zip, city].filter(Boolean).join(' '), state].filter(Boolean).join(', ') || null,
  };
}

/** Products have a category instead of a name: it and the beginning of the key tell them apart. */
function productNames(rows: OlistRows): Map<string, string> {
  const english = new Map(
    rows.category_translation.map(({ cells }) => [cells['product_category_name'] ?? '', cells['product_category_name_english'] ?? '']),
  );
  return new Map(
    rows.products.map(({ cells }) => {
      const sku = (cells['product_id'] ?? '').toUpperCase();
      const category = cells['product_category_name'] ?? '';
      const words = (english.get(category) || category || 'product').replaceAll('_', ' ').slice(0, 100);
      return [sku, `${words.slice(0, 1).toUpperCase()}${words.slice(1)} ${sku.slice(0, 8)}`];
    }),
  );
}

/** What was sold is on sale, for what it was sold for last. */
function soldProducts(orders: readonly PastOrder[], names: ReadonlyMap<string, string>): PastProduct[] {
  const sold = new Map<string, PastProduct>();
  const byTime = orders.toSorted((one, other) => Temporal.Instant.compare(startOf(one), startOf(other)));
  for (const { lines } of byTime)
    for (const { sku, unitPrice } of lines) sold.set(sku, { sku, name: names.get(sku) ?? sku, price: { currency, unit: unitPrice } });
  return [...sold.values()];
}

const startOf = ({ steps: [first] }: PastOrder): Temporal.Instant => first?.at ?? Temporal.Instant.fromEpochMilliseconds(0);

const money = (cells: ListRow['cells'], column: string): bigint => readMoney(column, cells[column] ?? '', currency);

function amountOf({ cells }: ListRow): { currency: string; total: bigint }[] {
  try {
    return [{ currency, total: money(cells, 'price') + money(cells, 'freight_value') }];
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}
