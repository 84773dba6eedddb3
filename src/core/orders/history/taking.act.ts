import { readBusiness } from '../../people/business.store.ts';
import { bringCustomers, customersOf, type KnownCustomer } from '../../people/brought.store.ts';
import { bringProducts, productNames, raiseCatalogueVersion } from '../../stock/catalogue.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { acceptanceTime } from '../fulfilling/acceptance.act.ts';
import { untouched, type Line, type Order } from '../order.ts';
import { kindOf } from '../placing/create.act.ts';
import type { Frame } from './order-list.decide.ts';
import type { PastCustomer, PastLine, PastOrder, PastProduct } from './past.ts';
import { replayOrders, type Past } from './replay.act.ts';
import { knownRefs, lockHistory, storedSums } from './replay.store.ts';

/** The list on which what was sold is on sale. */
const priceList = 'standard';

/** What a file of past orders is read against; `timeZone`: where its times are meant, the business' own unless named. */
export async function frameOf(turn: DeskTurn, timeZone: string | null): Promise<Frame> {
  const business = await readBusiness(turn.tx);
  return {
    currency: business.currency,
    timeZone: timeZone ?? business.timeZone,
    now: turn.now,
    acceptedAfter: acceptanceTime,
    products: await productNames(turn.tx, business.locale),
  };
}

/** Products the orders are about and no catalogue knows; those with a price are on sale from now on. */
export async function takeProducts(turn: DeskTurn, products: readonly PastProduct[]): Promise<number> {
  const brought = await bringProducts(
    turn.tx,
    priceList,
    products.map(({ sku, name, price }) => ({ sku, name, price: price ?? null })),
  );
  if (brought > 0) await raiseCatalogueVersion(turn.tx);
  return brought;
}

export interface Taken {
  /** The orders that were taken now; whoever else brought the others was faster. */
  refs: Set<string>;
  customers: number;
  /** As they stand in the database. */
  sums: { currency: string; total: bigint }[];
}

/** Takes some orders of another program over, with their customers. An order that stands here already is left as it is. */
export async function takeOrders(turn: DeskTurn, source: string, orders: readonly PastOrder[]): Promise<Taken> {
  await lockHistory(turn.tx);
  const known = await knownRefs(
    turn.tx,
    source,
    orders.map(({ ref }) => ref),
  );
  const fresh = orders.filter(({ ref }) => !known.has(ref));
  const { customers, brought } = await meetCustomers(turn, source, fresh);
  const past: Past[] = [];
  for (const order of fresh) {
    const customer = customers.get(order.customer.ref);
    if (!customer) throw new Error(`the customer ${order.customer.ref} was not brought along`);
    past.push({
      order: await writtenDown(turn, source, order, customer),
      steps: order.steps,
      answers: order.answers,
      by: source,
      ref: order.ref,
    });
  }
  await replayOrders(turn, past);
  const refs = fresh.map(({ ref }) => ref);
  return { refs: new Set(refs), customers: brought, sums: await storedSums(turn.tx, source, refs) };
}

/** Each customer once, as the first of their orders tells them. */
async function meetCustomers(turn: DeskTurn, source: string, orders: readonly PastOrder[]) {
  const { locale } = await readBusiness(turn.tx);
  const first = new Map<string, { customer: PastCustomer; createdAt: Temporal.Instant }>();
  for (const { customer, steps } of orders)
    if (!first.has(customer.ref)) first.set(customer.ref, { customer, createdAt: steps[0]?.at ?? turn.now });
  const brought = await bringCustomers(
    turn.tx,
    source,
    [...first.values()].map(({ customer, createdAt }) => ({ ...customer, createdAt, locale, id: turn.ids.uuid() })),
  );
  return { brought, customers: await customersOf(turn.tx, source, [...first.keys()]) };
}

/** The order as it was written down in the beginning. */
async function writtenDown(turn: DeskTurn, source: string, past: PastOrder, customer: KnownCustomer): Promise<Order> {
  const lines = past.lines.map((line, index) => lineOf(turn.ids.uuid(), index + 1, line));
  const createdAt = past.steps[0]?.at ?? turn.now;
  return {
    id: turn.ids.uuid(),
    number: null,
    kind: await kindOf(turn, lines),
    customerId: customer.id,
    placedBy: null,
    repeats: null,
    platform: 'import',
    account: source,
    conversation: 'history',
    state: 'draft',
    version: 1,
    locale: customer.locale,
    currency: past.currency,
    priceList: customer.priceList,
    total: past.total,
    discount: null,
    note: past.note,
    urgent: false,
    requestedDate: null,
    address: past.customer.address ?? customer.address,
    promisedOriginal: past.promised,
    promisedLatest: past.promised,
    payment: past.paid ? 'paid' : 'unpaid',
    createdAt,
    submittedAt: null,
    enteredStateAt: createdAt,
    lines,
    reading: null,
  };
}

function lineOf(id: string, position: number, { sku, name, quantity, unitPrice, extra }: PastLine): Line {
  return {
    id,
    position,
    sku,
    words: name,
    candidates: [],
    quantity,
    quantityUnclear: false,
    unitPrice,
    customCost: extra,
    options: [],
    specs: [],
    ...untouched,
  };
}
