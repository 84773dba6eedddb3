import { record } from '../../events/event.store.ts';
import type { Address } from '../../messages/incoming.ts';
import type { OrderRequest } from '../../notes/request/request.ts';
import { readBusiness } from '../../people/business.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import type { Actor } from '../../people/person.ts';
import { readPrices } from '../../stock/catalogue.store.ts';
import type { Locale } from '../../text/locale.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse } from '../decision.ts';
import { orderTotal, type Line, type Order } from '../order.ts';
import type { OrderKind } from '../states.ts';
import type { Taken } from '../step.act.ts';
import { toldOf } from '../told.ts';
import { insertOrder } from '../transition.store.ts';
import { ownDiscount } from './coupon.act.ts';
import { draftLife } from './expire.act.ts';
import { mostLines } from './lines.decide.ts';
import { priced } from './price.decide.ts';
import { begun } from './worded.decide.ts';

export interface Placing {
  customerId: string;
  actor: Actor;
  /** Where the customer's cards of this order stand. */
  address: Address;
  /** Where it was said, when that is another place: staff ordering for a customer. */
  via: Address;
  locale: Locale;
  text: string;
  request: OrderRequest;
  /** The other system's own number, unique per source. */
  external?: { source: string; ref: string };
}

/** Writes down what somebody asked for as a draft at today's prices; nothing is promised before the customer confirms. */
export async function createOrder(turn: DeskTurn, placing: Placing): Promise<Taken> {
  const { request } = placing;
  if (request.lines.length > mostLines) return refuse('too_many_lines', { most: String(mostLines) });
  const { address: known } = await customerTerms(turn.tx, placing.customerId);
  const words = begun(placing.text, request, { known, nextId: () => turn.ids.uuid() });
  const order = await openDraft(turn, placing, { ...words, repeats: null });
  return { ok: true, order };
}

type Drafted = Pick<Order, 'lines' | 'note' | 'reading' | 'urgent' | 'requestedDate' | 'address' | 'repeats'>;

/** A new draft for a customer, on their terms and at today's prices. Where no address is named, it goes to theirs. */
export async function openDraft(turn: DeskTurn, placing: Omit<Placing, 'text' | 'request'>, drafted: Drafted): Promise<Order> {
  const { tx, now, ids } = turn;
  const business = await readBusiness(tx);
  const customer = await customerTerms(tx, placing.customerId);
  const lines = await priceLines(turn, drafted.lines, customer.priceList, business.currency);
  const discount = await ownDiscount(turn, customer.id, lines, customer.priceList, business.currency);
  const order: Order = {
    id: ids.uuid(),
    number: null,
    kind: await kindOf(turn, lines),
    customerId: customer.id,
    repeats: drafted.repeats,
    placedBy: placing.actor.kind === 'staff' ? placing.actor.id : null,
    platform: placing.address.platform,
    account: placing.address.account,
    conversation: placing.address.key,
    state: 'draft',
    version: 1,
    locale: placing.actor.kind === 'staff' ? customer.locale : placing.locale,
    currency: business.currency,
    priceList: customer.priceList,
    total: orderTotal(lines, discount),
    discount,
    note: drafted.note,
    urgent: drafted.urgent,
    requestedDate: drafted.requestedDate,
    address: drafted.address ?? customer.address,
    promisedOriginal: null,
    promisedLatest: null,
    payment: customer.prepaid ? 'prepaid' : 'unpaid',
    createdAt: now,
    submittedAt: null,
    enteredStateAt: now,
    lines,
    reading: drafted.reading,
  };
  await insertOrder(tx, order, { action: 'create', from: '-', to: 'draft', actor: placing.actor, at: now }, placing.external ?? null);
  await record(turn, {
    kind: 'order.create',
    actor: placing.actor,
    via: placing.via,
    orderId: order.id,
    customerId: order.customerId,
    after: toldOf(order),
  });
  await turn.perform(
    turn,
    { kind: 'plan', job: 'expire_draft', dueAt: now.add(draftLife) },
    { order, actor: placing.actor, via: placing.via },
  );
  await turn.perform(turn, { kind: 'read_note' }, { order, actor: placing.actor, via: placing.via });
  return order;
}

/** Lines at the prices of a list, today. */
export async function priceLines(turn: DeskTurn, lines: Line[], list: string, currency: string): Promise<Line[]> {
  const { products } = await turn.catalogue();
  const skus = lines.flatMap(({ sku }) => (sku ? [sku] : []));
  const prices = await readPrices(turn.tx, list, currency, skus);
  return lines.map((line) => priced(line, line.sku ? products.get(line.sku) : undefined, line.sku ? prices.get(line.sku) : undefined));
}

/** An order of one kind of product walks the table of that kind; a mixed one that of goods, for something is to ship. */
export async function kindOf(turn: DeskTurn, lines: Line[]): Promise<OrderKind> {
  const { products } = await turn.catalogue();
  const known = lines.flatMap(({ sku }) => (sku ? [products.get(sku)?.kind] : []));
  const [first] = known;
  return first && known.every((kind) => kind === first) ? first : 'goods';
}
