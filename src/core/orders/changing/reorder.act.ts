import { record } from '../../events/event.store.ts';
import { readBusiness } from '../../people/business.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import { readPrices } from '../../stock/catalogue.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { placeOfCustomer } from '../cards/said.act.ts';
import { showIn } from '../cards/show.act.ts';
import type { Order } from '../order.ts';
import { draftRepeating } from '../order.store.ts';
import { openDraft } from '../placing/create.act.ts';
import { readingContext } from '../placing/words.act.ts';
import { allow, deny, type Asked, type Taken } from '../step.act.ts';
import { repeatedLines } from './repeated.decide.ts';

/** The same again: a new draft at today's prices, which the customer confirms. The earlier order stays as it is. */
export async function reorder(turn: DeskTurn, asked: Asked): Promise<Taken> {
  const allowed = await allow(turn, asked);
  if (!allowed.ok) return allowed;
  const { order } = allowed.facts;
  const { actor, via } = asked;
  const own = actor.kind === 'customer' ? via : null;
  const to = own ?? (await placeOfCustomer(turn, order));
  if (!to) return deny(turn, asked, order, { code: 'customer_unreachable', params: {} });
  const draft = (await draftRepeating(turn.tx, order.id)) ?? (await repeat(turn, asked, order, to));
  if (!draft) return deny(turn, asked, order, { code: 'reorder_empty', params: { number: order.number ?? '' } });
  await showIn(turn, draft, to);
  if (via && via.key !== to.key) await showIn(turn, draft, via);
  return { ok: true, order: draft };
}

async function repeat(turn: DeskTurn, { actor, via }: Asked, order: Order, to: NonNullable<Asked['via']>): Promise<Order | null> {
  const { tx } = turn;
  const customer = await customerTerms(tx, order.customerId);
  const { currency } = await readBusiness(tx);
  const { products } = await turn.catalogue();
  const prices = await readPrices(
    tx,
    customer.priceList,
    currency,
    order.lines.flatMap(({ sku }) => sku ?? []),
  );
  const lines = repeatedLines(order, products, prices, () => turn.ids.uuid());
  if (lines.length === 0) return null;
  const placing = { customerId: order.customerId, actor, address: to, via: via ?? to, locale: customer.locale };
  // what is written about the draft later joins a reading of nothing
  const { reader, orderDate, timeZone } = await readingContext(turn);
  const reading = reader.read({ text: '', orderDate, timeZone, lines: [] });
  const plain = { note: '', reading, urgent: false, requestedDate: null };
  const draft = await openDraft(turn, placing, { ...plain, lines, address: order.address, repeats: order.id });
  await record(turn, {
    kind: 'order.reorder',
    actor,
    via,
    orderId: order.id,
    customerId: order.customerId,
    before: { state: order.state, version: order.version },
    after: { state: order.state, version: order.version, draft: draft.id },
  });
  return draft;
}
