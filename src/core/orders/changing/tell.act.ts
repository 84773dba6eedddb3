import { sentence } from '../../messages/card.ts';
import type { Address } from '../../messages/incoming.ts';
import { livePlaces } from '../../messages/outbox.store.ts';
import { say } from '../../messages/outbox.ts';
import type { Reading } from '../../notes/reading.ts';
import { readBusiness } from '../../people/business.store.ts';
import { deskPlaces } from '../../people/colleague.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import { preferredAddress } from '../../people/people.store.ts';
import { findReader } from '../../people/speaker.store.ts';
import type { Job } from '../../schedule/jobs.store.ts';
import { addBusinessDay } from '../../schedule/calendar.ts';
import { readCalendar } from '../../schedule/calendar.store.ts';
import { plan, unplan } from '../../schedule/jobs.ts';
import { words } from '../../text/words.ts';
import type { Applied, DeskTurn } from '../../turn.ts';
import { placeOfCustomer } from '../cards/said.act.ts';
import { underCardOf, viewFor } from '../cards/show.act.ts';
import { freeWords } from '../cards/view.ts';
import type { Effect } from '../decision.ts';
import type { Order } from '../order.ts';
import { invoicePlaces } from '../fulfilling/invoice.act.ts';
import { stepOf } from '../states.ts';
import { findOrder, staffName } from '../order.store.ts';
import { proposalCard, toldText } from './change.cards.ts';
import { findChange, insertChange, pendingChange, postponeChange, settleChange } from './change.store.ts';
import type { ChangeReader } from './difference.cards.ts';
import { notedText, wishedCard } from './note.cards.ts';
import type { NewsOfChange } from './news.ts';
import type { PendingChange } from './wish.ts';

type Performing<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

const liveName = (changeId: string): string => `change:${changeId}`;
const jobKey = (orderId: string): string => `change_due:${orderId}`;

/** Keeps the change until it is decided and puts it before those who may; a change that waited already is part of it. */
export async function performProposeChange(turn: DeskTurn, { change }: Performing<'propose_change'>, applied: Applied): Promise<void> {
  await settle(turn, applied, 'superseded', null);
  const id = await insertChange(turn, applied.order.id, change);
  await plan(turn, { key: jobKey(applied.order.id), kind: 'change_due', dueAt: change.dueAt, body: { orderId: applied.order.id } });
  const places = await deskPlaces(turn.tx, change.kind === 'items' ? 'sales' : 'review');
  for (const to of places) await showChange(turn, id, to);
}

/** A wish that the order overtook is told to whoever had it; that the order ended they know already. */
export async function performSettleChange(turn: DeskTurn, { state, reason }: Performing<'settle_change'>, applied: Applied): Promise<void> {
  const change = await settle(turn, applied, state, reason);
  if (!change || state !== 'lapsed' || stepOf[applied.order.state] === null) return;
  const { before, after, staffId } = change;
  const told: NewsOfChange = { result: 'lapsed', before, after, earliest: null, dueAt: null, reason: null, refund: 0n, staffId };
  await performTellChange(turn, { kind: 'tell_change', told }, applied);
}

async function settle(
  turn: DeskTurn,
  { order, actor }: Applied,
  state: Performing<'settle_change'>['state'],
  reason: string | null,
): Promise<PendingChange | null> {
  const change = await pendingChange(turn.tx, order.id);
  if (!change || !(await settleChange(turn, change.id, state, actor.kind === 'staff' ? actor.id : null, reason))) return null;
  await unplan(turn, jobKey(order.id));
  for (const to of await livePlaces(turn.tx, liveName(change.id))) await showChange(turn, change.id, to);
  return change;
}

/** Says or edits the card of a change in a conversation of the desk. */
async function showChange(turn: DeskTurn, id: string, to: Address): Promise<void> {
  const change = await findChange(turn.tx, id);
  const order = change && (await findOrder(turn.tx, change.orderId));
  if (!order) return;
  const reader = await readerOf(turn, to, order);
  const customer = await customerTerms(turn.tx, order.customerId);
  const staff = change.staffId ? await staffName(turn.tx, change.staffId) : null;
  await say(turn, {
    to,
    class: 'transactional',
    dedupeKey: `${liveName(id)}:${change.state}:${to.platform}:${to.account}:${to.key}`,
    card: proposalCard(reader, { order, change, customerName: customer.name, staffName: staff }),
    live: liveName(id),
    orderId: order.id,
    ...underCardOf(order.id, to),
  });
}

/** Tells the customer, and the colleague who had written a change down, what it meant. */
export async function performTellChange(turn: DeskTurn, { told }: Performing<'tell_change'>, applied: Applied): Promise<void> {
  const { order, actor, via } = applied;
  const own = actor.kind === 'customer';
  const by = { own, name: actor.kind === 'staff' ? actor.name : null };
  const asksForCustomer = told.result === 'proposed' && !own;
  const toCustomer = asksForCustomer ? null : own && via ? via : await placeOfCustomer(turn, order);
  const decidedByAnother = told.result !== 'proposed' && !(actor.kind === 'staff' && actor.id === told.staffId);
  const toStaff = told.staffId && decidedByAnother ? await preferredAddress(turn.tx, { kind: 'staff', id: told.staffId }) : null;
  for (const to of [toCustomer, toStaff]) {
    if (!to) continue;
    const reader = await readerOf(turn, to, order);
    await say(turn, {
      to,
      class: 'transactional',
      dedupeKey: `change_told:${told.result}:${order.id}:${order.version}:${to.platform}:${to.account}:${to.key}`,
      card: sentence(toldText(reader, order, told, by)),
      orderId: order.id,
      orderVersion: order.version,
    });
  }
}

/** A wish that joined an order: whoever wished it hears what was read, and the desk whose work it is. */
export async function performTellNote(turn: DeskTurn, added: Performing<'tell_note'>, applied: Applied): Promise<void> {
  const { order, actor, via } = applied;
  const own = actor.kind === 'customer';
  const key = (to: Address): string => `note_added:${order.id}:${order.version}:${to.platform}:${to.account}:${to.key}`;
  const { name: customer } = await customerTerms(turn.tx, order.customerId);
  const by = { customer, staff: actor.kind === 'staff' ? actor.name : null };
  const toCustomer = own && via ? via : await placeOfCustomer(turn, order);
  if (toCustomer) {
    const card = sentence(notedText(await readerOf(turn, toCustomer, order), order, added));
    await say(turn, {
      to: toCustomer,
      class: 'transactional',
      dedupeKey: key(toCustomer),
      card,
      orderId: order.id,
      orderVersion: order.version,
    });
  }
  const places = [
    ...(await deskPlaces(turn.tx, 'review')),
    ...(order.state === 'preparing' ? await deskPlaces(turn.tx, 'warehouse') : []),
    ...(isToInvoice(order, added.wish) ? await invoicePlaces(turn.tx) : []),
  ];
  for (const to of new Map(places.map((place) => [key(place), place])).values()) {
    const view = await viewFor(turn, order, await findReader(turn.tx, to), to);
    const card = wishedCard(await readerOf(turn, to, order), order, added, { by, seen: (text) => freeWords(view, text) });
    await say(turn, { to, class: 'transactional', dedupeKey: key(to), card, orderId: order.id, ...underCardOf(order.id, to) });
  }
}

/** An order in review is told to whoever invoices when it is confirmed. */
const isToInvoice = ({ state }: Order, { flags }: Reading): boolean =>
  state !== 'in_review' && flags.some(({ flag, status }) => flag === 'invoice' && status === 'confirmed');

/** Nobody has decided in time: the desk is asked again, and from now on once a working day. */
export async function remindOfChange(turn: DeskTurn, orderId: string, job: Job): Promise<void> {
  const change = await pendingChange(turn.tx, orderId);
  const order = await findOrder(turn.tx, orderId);
  if (!change || !order) return;
  const dueAt = addBusinessDay(await readCalendar(turn.tx), turn.now);
  await postponeChange(turn, change.id, dueAt);
  for (const to of await deskPlaces(turn.tx, change.kind === 'items' ? 'sales' : 'review')) {
    const t = words((await readerOf(turn, to, order)).locale);
    await say(turn, {
      to,
      class: 'transactional',
      dedupeKey: `change_due:${change.id}:${job.dueAt.toString()}:${to.platform}:${to.account}:${to.key}`,
      card: sentence(t('changing:proposal.waits', { number: order.number ?? '' }), [
        { action: 'accept_proposal', label: t('orders:action.accept_proposal'), style: 'primary', args: { change: change.id } },
        { action: 'refuse_proposal', label: t('orders:action.refuse_proposal'), style: 'danger', args: { change: change.id } },
      ]),
      orderId: order.id,
      ...underCardOf(order.id, to),
    });
  }
  await plan(turn, { key: jobKey(orderId), kind: 'change_due', dueAt, body: { orderId } });
}

async function readerOf(turn: DeskTurn, to: Address, order: Order): Promise<ChangeReader> {
  const reader = await findReader(turn.tx, to);
  const business = await readBusiness(turn.tx);
  const { products } = await turn.catalogue();
  return {
    locale: reader?.locale ?? (to.kind === 'dm' ? order.locale : business.locale),
    timeZone: reader?.timeZone ?? business.timeZone,
    now: turn.now,
    products,
    currency: order.currency,
  };
}
