import type { Address } from '../../messages/incoming.ts';
import { liveCards, livePlaces, retireCard } from '../../messages/outbox.store.ts';
import { saysTheSame, sentence, type Draft } from '../../messages/card.ts';
import { say } from '../../messages/outbox.ts';
import { openItems } from '../../notes/model/second.ts';
import { findReader } from '../../people/speaker.store.ts';
import { readBusiness } from '../../people/business.store.ts';
import type { Speaker } from '../../people/person.ts';
import { decidesFor, decidingRole } from '../../review/deciders.decide.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { offered } from '../judge.decide.ts';
import type { Order } from '../order.ts';
import { findOrder } from '../order.store.ts';
import { liveName as pickListOf, putPickList, wantsPickList } from '../fulfilling/pick-list.act.ts';
import { knownOf, type Known } from './known.act.ts';
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
export async function showIn(turn: DeskTurn, order: Order, address: Address, because = '', known = knownOf(turn, order)): Promise<void> {
  await sayCard(turn, order, address, await cardFor(turn, order, address, known), because, { live: liveName(order.id) });
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
  const card = await cardFor(turn, order, address, knownOf(turn, order));
  await sayCard(turn, order, address, card, because, { live, underMessage: thread });
}

/** Says the card again where it would say something else by now, though nothing was done with the order. */
export async function showWhereChanged(turn: DeskTurn, order: Order, because: string): Promise<void> {
  const known = knownOf(turn, order);
  for (const live of [liveName(order.id), threadName(order.id)])
    for (const { address, card } of await liveCards(turn.tx, live)) {
      const anew = await cardFor(turn, order, address, known);
      if (!saysTheSame(card, anew)) await sayCard(turn, order, address, anew, because, { live });
    }
}

async function cardFor(turn: DeskTurn, order: Order, address: Address, known: Known): Promise<Draft> {
  return orderCard(await viewFor(turn, order, await findReader(turn.tx, address), address, known));
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
    card: sentence(order.number === null ? t('reviewing:movedDraft') : t('reviewing:moved', { number: order.number })),
    live: retired,
  });
}

/** Brings every card of an order, in every conversation where it stands, up to its present truth. */
export async function showEverywhere(turn: DeskTurn, orderId: string, because = ''): Promise<void> {
  const places = await livePlaces(turn.tx, liveName(orderId));
  const asides = await livePlaces(turn.tx, threadName(orderId));
  const order = await findOrder(turn.tx, orderId);
  if (!order) return;
  const known = knownOf(turn, order);
  for (const address of places) await showIn(turn, order, address, because, known);
  for (const address of asides)
    await sayCard(turn, order, address, await cardFor(turn, order, address, known), because, { live: threadName(orderId) });
  if (await wantsPickList(turn, order)) await putPickList(turn, await viewFor(turn, order, null, null, known));
}

/** What a reader may see and do; nobody in particular (a channel of the desk) sees what staff see, without buttons of a person. */
export async function viewFor(
  turn: DeskTurn,
  order: Order,
  reader: Speaker | null,
  place: Address | null = reader?.address ?? null,
  known: Known = knownOf(turn, order),
): Promise<OrderView> {
  const facts = await known.facts();
  const business = await known.business();
  const own = reader?.actor.kind === 'customer';
  const actor = reader?.actor ?? anyColleague;
  const locale = reader?.locale ?? business.locale;
  const approval = own ? null : facts.approval;
  const colleagues = approval
    ? (await known.deciders()).filter(({ id, roles: held }) => id !== order.placedBy && decidingRole(held, order.total))
    : [];
  return {
    facts,
    products: (await turn.catalogue()).products,
    places: await known.places(locale),
    customerName: (await known.customer()).name,
    placedByName: await known.placedByName(),
    rejection: own ? null : await known.rejection(),
    asked: own ? [] : await known.asked(),
    isTroubled: await known.isTroubled(),
    repeats: await known.repeats(),
    tallies: !own && openItems(order.reading?.second).length > 0 ? await known.tallies() : [],
    reasons: await known.reasons(),
    report: await known.report(),
    ...(await known.underWay()),
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
