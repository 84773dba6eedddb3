import type { Offer } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { readRequest, type RequestContext } from '../../notes/request/request.ts';
import type { Speaker } from '../../people/person.ts';
import { reply, replyAbout } from '../../talk/reply.act.ts';
import type { DeskTurn } from '../../turn.ts';
import type { Order } from '../order.ts';
import { newOrderOffer } from '../placing/new-order.cards.ts';
import { openOrders } from '../order.store.ts';
import { changesOf, readingContext } from '../placing/words.act.ts';
import { rowsOf } from '../table/tables.ts';
import { isEmpty, itemsOfWords } from './asked.decide.ts';
import type { ChangeIntent } from './intent.decide.ts';
import { lineCard, perhapsCard } from './which.cards.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** Words that name goods may be a new order all the same: a press away, with everything that was said. */
export function newOrderOf({ actor, locale }: Speaker, { text }: Message, context: RequestContext): Offer[] {
  if (actor.kind !== 'customer') return [];
  return readRequest(text, context).lines.some(({ match }) => match.kind !== 'unknown') ? [newOrderOffer(text, locale)] : [];
}

/** Goods that are on an order, and that may as well be a new one: two or three buttons, and nothing is lost. */
export async function askIfNew(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  orders: Order[],
  context: RequestContext,
): Promise<void> {
  const choices = orders.slice(0, mostOrders).map((order) => ({ order, action: 'change_items' as const, input: { words: incoming.text } }));
  await reply(turn, incoming, perhapsCard(speaker.locale, choices, newOrderOf(speaker, incoming, context)));
}

const mostOrders = 2;

/** Words that are not clear about the draft before them, and that an order which was sent in makes clear: a press away. */
export async function askIfOrdered(turn: DeskTurn, speaker: Speaker, incoming: Message, draft: Order): Promise<boolean> {
  if (speaker.actor.kind !== 'customer') return false;
  const context = await readingContext(turn);
  const changes = changesOf(incoming.text, draft, context);
  if (!changes.some(({ kind }) => kind === 'unclear') || !changes.every(({ kind }) => kind === 'unclear' || kind === 'note')) return false;
  const open = (await openOrders(turn.tx, speaker.actor.id, 20)).filter((order) => {
    if (order.id === draft.id || rowsOf(order.kind, order.state, 'change_items').length === 0) return false;
    const read = itemsOfWords(order, incoming.text, context, { locale: order.locale, nextId: () => '' });
    return read.ok && read.value.added.length === 0 && !isEmpty(read.value);
  });
  if (open.length === 0) return false;
  const choices = open.slice(0, mostOrders).map((order) => ({ order, action: 'change_items' as const, input: { words: incoming.text } }));
  await reply(turn, incoming, perhapsCard(speaker.locale, choices, []));
  return true;
}

/** Which line is meant, where several may be; false where that is clear, or where none can be told apart. */
export async function askLine(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  { input, bySight }: ChangeIntent,
  order: Order,
): Promise<boolean> {
  const context = await readingContext(turn);
  const said = input?.['words'] ?? '';
  const read = itemsOfWords(order, said, context, { locale: speaker.locale, nextId: () => '' });
  const lines = read.ok ? [] : order.lines.filter(({ id }) => read.lines?.includes(id));
  const clear = lines.filter(({ id }) => {
    const alone = itemsOfWords(order, said, context, { locale: speaker.locale, nextId: () => '', line: id });
    return alone.ok && !isEmpty(alone.value);
  });
  if (clear.length < 2 || clear.length > mostLines) return false;
  const { products } = await turn.catalogue();
  const reader = { locale: speaker.locale, timeZone: speaker.timeZone, now: turn.now, products, currency: order.currency };
  const others = bySight ? newOrderOf(speaker, incoming, context) : [];
  await replyAbout(turn, incoming, lineCard(reader, order, clear, said, others), order);
  return true;
}

const mostLines = 4;
