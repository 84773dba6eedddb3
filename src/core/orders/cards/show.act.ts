import type { Address } from '../../messages/incoming.ts';
import { liveCards, livePlaces, retireCard } from '../../messages/outbox.store.ts';
import { saysTheSame, sentence, type Draft } from '../../messages/card.ts';
import { say } from '../../messages/outbox.ts';
import { tallies } from '../../notes/model/labels/label.store.ts';
import { openItems } from '../../notes/model/second.ts';
import { deciders } from '../../people/colleague.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import { findReader } from '../../people/speaker.store.ts';
import { readBusiness } from '../../people/business.store.ts';
import type { Speaker } from '../../people/person.ts';
import { openTroubleOf } from '../../review/exception.store.ts';
import { pendingReasons, rejection } from '../../review/approval.store.ts';
import { decidesFor, decidingRole } from '../../review/deciders.decide.ts';
import { words } from '../../text/words.ts';
import { lastReport } from '../../review/verification.store.ts';
import type { FulfilabilityReport } from '../../stock/fulfilability.decide.ts';
import { planOrder } from '../../stock/ledger.act.ts';
import { keptFor } from '../../stock/stock.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { readFacts, wasConfirmed } from '../facts.act.ts';
import { offered } from '../judge.decide.ts';
import { isQuantityOpen, type Order } from '../order.ts';
import { findOrder, placeNames, staffName } from '../order.store.ts';
import { liveName as pickListOf, putPickList, wantsPickList } from '../fulfilling/pick-list.act.ts';
import { needsOf, whenOf } from '../placing/needs.act.ts';
import { shipmentsOf } from '../fulfilling/shipment.store.ts';
import { orderCard } from './order.cards.ts';
import { anyColleague, sightAt } from './sight.act.ts';
import type { OrderView } from './view.ts';

/** The live card of an order: one per conversation, edited in place. */
export const liveName = (orderId: string): string => `order:${orderId}`;

/** Where more is said of an order in a channel of the desk: under its card. In somebody's own conversation nothing is put out of sight. */
export const underCardOf = (orderId: string, to: Address): { under?: string[] } =>
  to.kind === 'dm' ? {} : { under: [liveName(orderId), pickListOf(orderId)] };

/** Beside it, where somebody asked for the order in a thread: the card itself stays where everybody sees it. One per conversation, too. */
export const threadName = (orderId: string): string => `${liveName(orderId)}:thread`;

/** Says the card of an order in a conversation; where it stands already it is edited. */
export async function showIn(turn: DeskTurn, order: Order, address: Address, because = ''): Promise<void> {
  await sayCard(turn, order, address, await cardFor(turn, order, address), because, { live: liveName(order.id) });
}

/** Says the card at the end of a conversation, for somebody who asks for it now; where it stood before, a line points to it. */
export async function showAnew(turn: DeskTurn, order: Order, address: Address, because: string): Promise<void> {
  await leave(turn, order, address, because, liveName(order.id));
  await showIn(turn, order, address, because);
}

/** The same at the end of a thread. */
export async function showInThread(turn: DeskTurn, order: Order, address: Address, thread: string, because: string): Promise<void> {
  const live = threadName(order.id);
  await leave(turn, order, address, because, live);
  await sayCard(turn, order, address, await cardFor(turn, order, address), because, { live, underMessage: thread });
}

/** Says the card again where it would say something else by now, though nothing was done with the order. */
export async function showWhereChanged(turn: DeskTurn, order: Order, because: string): Promise<void> {
  for (const live of [liveName(order.id), threadName(order.id)])
    for (const { address, card } of await liveCards(turn.tx, live)) {
      const anew = await cardFor(turn, order, address);
      if (!saysTheSame(card, anew)) await sayCard(turn, order, address, anew, because, { live });
    }
}

async function cardFor(turn: DeskTurn, order: Order, address: Address): Promise<Draft> {
  return orderCard(await viewFor(turn, order, await findReader(turn.tx, address), address));
}

function sayCard(
  turn: DeskTurn,
  order: Order,
  address: Address,
  card: Draft,
  because: string,
  where: { live: string; underMessage?: string },
): Promise<void> {
  return say(turn, {
    to: address,
    class: 'transactional',
    dedupeKey: `${where.live}:${order.version}:${address.platform}:${address.account}:${address.key}:${because}`,
    card,
    orderId: order.id,
    orderVersion: order.version,
    ...where,
  });
}

/** A line points from where it stood to where it goes. */
async function leave(turn: DeskTurn, order: Order, address: Address, because: string, live: string): Promise<void> {
  const retired = await retireCard(turn.tx, live, address);
  if (!retired) return;
  const reader = await findReader(turn.tx, address);
  const t = words(reader?.locale ?? (await readBusiness(turn.tx)).locale);
  await say(turn, {
    to: address,
    class: 'transactional',
    dedupeKey: `moved:${because}`,
    card: sentence(t('reviewing:moved', { number: order.number ?? '' })),
    live: retired,
  });
}

/** Brings every card of an order, in every conversation where it stands, up to its present truth. */
export async function showEverywhere(turn: DeskTurn, orderId: string, because = ''): Promise<void> {
  const places = await livePlaces(turn.tx, liveName(orderId));
  const asides = await livePlaces(turn.tx, threadName(orderId));
  const order = await findOrder(turn.tx, orderId);
  if (!order) return;
  for (const address of places) await showIn(turn, order, address, because);
  for (const address of asides)
    await sayCard(turn, order, address, await cardFor(turn, order, address), because, { live: threadName(orderId) });
  if (await wantsPickList(turn, order)) await putPickList(turn, await viewFor(turn, order, null));
}

/** What a reader may see and do; nobody in particular (a channel of the desk) sees what staff see, without buttons of a person. */
export async function viewFor(
  turn: DeskTurn,
  order: Order,
  reader: Speaker | null,
  place: Address | null = reader?.address ?? null,
): Promise<OrderView> {
  const facts = await readFacts(turn, order);
  const business = await readBusiness(turn.tx);
  const customer = await customerTerms(turn.tx, order.customerId);
  const own = reader?.actor.kind === 'customer';
  const actor = reader?.actor ?? anyColleague;
  const locale = reader?.locale ?? business.locale;
  const approval = own ? null : facts.approval;
  const colleagues = approval
    ? (await deciders(turn.tx)).filter(({ id, roles: held }) => id !== order.placedBy && decidingRole(held, order.total))
    : [];
  return {
    facts,
    products: (await turn.catalogue()).products,
    places: await placeNames(turn.tx, locale),
    customerName: customer.name,
    placedByName: order.placedBy ? await staffName(turn.tx, order.placedBy) : null,
    rejection: !own && order.state === 'rejected' ? await rejection(turn.tx, order.id) : null,
    isTroubled: order.state === 'delivered' && (await openTroubleOf(turn.tx, order.id)),
    repeats: order.state === 'draft' && order.repeats ? await findOrder(turn.tx, order.repeats) : null,
    tallies: !own && openItems(order.reading?.second).length > 0 ? await tallies(turn.tx) : [],
    reasons: order.state === 'in_review' ? await pendingReasons(turn.tx, order.id) : [],
    report: order.state === 'draft' ? await possible(turn, order) : await lastReport(turn.tx, order.id),
    ...(wasConfirmed(order.state) ? await underWay(turn, order.id) : { kept: [], shipments: [] }),
    colleagues,
    deciders: approval
      ? colleagues.filter(({ roles: held }) => decidesFor(held, approval.eligibleRole, order.total)).map(({ name }) => name)
      : [],
    offered: offered(facts, actor, turn.now),
    own,
    sight: await sightAt(turn, actor, place),
    locale,
    timeZone: reader?.timeZone ?? business.timeZone,
    now: turn.now,
  };
}

async function underWay(turn: DeskTurn, orderId: string): Promise<Pick<OrderView, 'kept' | 'shipments'>> {
  return { kept: await keptFor(turn.tx, orderId), shipments: await shipmentsOf(turn.tx, orderId) };
}

/** What could be promised for a draft right now: the customer sees it before the tap. */
async function possible(turn: DeskTurn, order: Order): Promise<FulfilabilityReport | null> {
  const needs = await needsOf(turn, order);
  return needs.length > 0 && !isQuantityOpen(order) ? planOrder(turn, order.id, needs, await whenOf(turn)) : null;
}
