import { record } from '../../events/event.store.ts';
import { laneOf, type Incoming } from '../../messages/incoming.ts';
import { livePlaces } from '../../messages/outbox.store.ts';
import type { Speaker } from '../../people/person.ts';
import { exampleOrder } from '../../talk/example.act.ts';
import { reply, replyAbout, replyWords } from '../../talk/reply.act.ts';
import type { DeskTurn } from '../../turn.ts';
import { words } from '../../text/words.ts';
import { liveName, showAnew, showIn, showInThread, threadName, viewFor } from '../cards/show.act.ts';
import type { Order } from '../order.ts';
import { draftOfConversation, findOrderByNumber, latestOrders, openDeskOrders, openOrders } from '../order.store.ts';
import { answeredOrder } from './answered.act.ts';
import { listCard, statusCard, whichCard } from './status.cards.ts';

/** More than this many open orders are listed without a button each. */
const mostButtons = 5;

/** "Where is my order?", with a number or without: state, promise, who acts next. */
export async function answerStatus(turn: DeskTurn, speaker: Speaker, incoming: Incoming, number: string | null): Promise<void> {
  const t = words(speaker.locale);
  if (number !== null) {
    const order = await findOrderByNumber(turn.tx, number);
    const visible = order && (speaker.actor.kind === 'staff' || order.customerId === speaker.actor.id);
    return visible ? openOrder(turn, speaker, incoming, order) : notFound(turn, speaker, incoming, number, order);
  }
  const answered = await answeredOrder(turn, speaker, incoming);
  if (answered) return showStatus(turn, speaker, incoming, answered.order);
  if (speaker.actor.kind === 'staff') return listOrders(turn, speaker, incoming);
  const open = await openOrders(turn.tx, speaker.actor.id, mostButtons);
  if (open.length === 1 && open[0]) return showStatus(turn, speaker, incoming, open[0]);
  if (open.length > 1) return askWhichOrder(turn, speaker, incoming, open);
  const draft = await draftOfConversation(turn.tx, placeOf(incoming));
  if (draft) {
    await replyWords(turn, incoming, t('orders:status.draft'));
    return showIn(turn, draft, incoming.address);
  }
  const [last] = await latestOrders(turn.tx, speaker.actor.id, 1);
  if (last) return showStatus(turn, speaker, incoming, last);
  await replyWords(turn, incoming, t('orders:status.none', { example: await exampleOrder(turn, speaker.locale) }));
}

/** Somebody else's order does not exist here, not even its state is told; that it was asked for is kept. */
export async function notFound(turn: DeskTurn, speaker: Speaker, incoming: Incoming, number: string, order: Order | null): Promise<void> {
  if (order)
    await record(turn, { kind: 'order.denied', actor: speaker.actor, via: speaker.address, orderId: order.id, reason: 'not_yours' });
  const staff = speaker.actor.kind === 'staff';
  await replyWords(
    turn,
    incoming,
    words(speaker.locale)(staff ? 'orders:status.deskNotFound' : 'orders:status.notFound', { number: number.slice(0, 40) }),
  );
}

/** An order somebody wants to see: staff get its card, with all they may do; a customer, how it stands. */
export async function openOrder(turn: DeskTurn, speaker: Speaker, incoming: Incoming, order: Order): Promise<void> {
  const { address, thread, dedupeKey } = incoming;
  if (speaker.actor.kind === 'staff')
    return thread === undefined ? showAnew(turn, order, address, dedupeKey) : showInThread(turn, order, address, thread, dedupeKey);
  await showStatus(turn, speaker, incoming, order);
}

/** What became of a press, where no card shows it. */
export async function acknowledge(turn: DeskTurn, speaker: Speaker, incoming: Incoming, order: Order): Promise<void> {
  const live = incoming.thread === undefined ? liveName(order.id) : threadName(order.id);
  const places = await livePlaces(turn.tx, live);
  if (places.some((place) => laneOf(place) === laneOf(incoming.address))) return;
  await showStatus(turn, speaker, incoming, order);
}

/** Several could be meant: how each stands, and a button each. */
export async function askWhichOrder(turn: DeskTurn, speaker: Speaker, incoming: Incoming, orders: Order[]): Promise<void> {
  await reply(turn, incoming, whichCard(await views(turn, orders, speaker)));
}

export async function showStatus(turn: DeskTurn, speaker: Speaker, incoming: Incoming, order: Order): Promise<void> {
  await replyAbout(turn, incoming, statusCard(await viewFor(turn, order, speaker, incoming.address)), order);
}

/** `/orders`: a customer's newest orders, or what is open on the desk. */
export async function listOrders(turn: DeskTurn, speaker: Speaker, incoming: Incoming): Promise<void> {
  const t = words(speaker.locale);
  const isStaff = speaker.actor.kind === 'staff';
  const orders = isStaff ? await openDeskOrders(turn.tx, 15) : await latestOrders(turn.tx, speaker.actor.id, 10);
  if (orders.length === 0)
    return replyWords(
      turn,
      incoming,
      isStaff ? t('orders:status.deskNone') : t('orders:status.none', { example: await exampleOrder(turn, speaker.locale) }),
    );
  await reply(turn, incoming, listCard(await views(turn, orders, speaker), isStaff));
}

export const placeOf = ({ address }: Incoming) => ({ platform: address.platform, account: address.account, conversation: address.key });

const views = (turn: DeskTurn, orders: Order[], speaker: Speaker) => Promise.all(orders.map((order) => viewFor(turn, order, speaker)));
