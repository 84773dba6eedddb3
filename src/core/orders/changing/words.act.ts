import type { Incoming } from '../../messages/incoming.ts';
import type { RequestContext } from '../../notes/request/request.ts';
import { readBusiness } from '../../people/business.store.ts';
import type { Speaker } from '../../people/person.ts';
import { actInWords } from '../../talk/words/act-in-words.act.ts';
import { exampleOrder } from '../../talk/example.act.ts';
import { reply, replyAbout, replyWords } from '../../talk/reply.act.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { notFound } from '../asking/status.act.ts';
import type { AskableAction } from '../capabilities.ts';
import type { Order } from '../order.ts';
import { findOrderByNumber, latestOrders, openOrders } from '../order.store.ts';
import { addressIn } from '../placing/address.decide.ts';
import { namesGoods, readingContext } from '../placing/words.act.ts';
import { rowsOf } from '../table/tables.ts';
import { isEmpty, itemsOfWords } from './asked.decide.ts';
import { readChangeIntent, type ChangeIntent } from './intent.decide.ts';
import { missingCard, whichCard } from './which.cards.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** Words that change an order which was sent in; false when they are about something else, a new order for example. */
export async function changeSentInWords(turn: DeskTurn, speaker: Speaker, incoming: Message, number: string | null): Promise<boolean> {
  const context = await readingContext(turn);
  const intents = readChangeIntent(incoming.text, context, number !== null);
  if (number !== null) {
    const order = await findOrderByNumber(turn.tx, number);
    const visible = order && (speaker.actor.kind === 'staff' || order.customerId === speaker.actor.id);
    const meant = visible ? intents.filter((intent) => isMeant(intent, order, context)) : intents;
    if (meant.length === 0 || order?.state === 'draft') return false;
    if (!visible) await notFound(turn, speaker, incoming, number, order);
    else await changeAll(turn, speaker, incoming, meant, order);
    return true;
  }
  const open = await openOrders(turn.tx, speaker.actor.id, 20);
  const meant = intents.filter((intent) => intent.kind !== 'change_items' || open.some((order) => isMeant(intent, order, context)));
  const [first] = meant;
  if (!first) return takeAddress(turn, speaker, incoming, open);
  const fitting = open.filter((order) =>
    meant.every((intent) => rowsOf(order.kind, order.state, intent.kind).length > 0 && isMeant(intent, order, context)),
  );
  const [only] = fitting.length > 0 ? fitting : open;
  if (!only) await replyWords(turn, incoming, words(speaker.locale)('changing:which.none'));
  else if (fitting.length <= 1) await changeAll(turn, speaker, incoming, meant, only);
  else if (meant.length > 1)
    await replyWords(turn, incoming, words(speaker.locale)('changing:which.write', { numbers: numbersOf(fitting) }));
  else
    await askWhich(
      turn,
      speaker,
      incoming,
      fitting.map((order) => ({ order, action: first.kind, input: first.input ?? {} })),
    );
  return true;
}

/** Words that are an address and nothing else: of the order that has none yet, or else of the one that is open. */
async function takeAddress(turn: DeskTurn, speaker: Speaker, incoming: Message, open: Order[]): Promise<boolean> {
  const movable = open.filter(({ kind, state }) => kind === 'goods' && rowsOf(kind, state, 'change_address').length > 0);
  const gaps = movable.filter(({ address }) => !address);
  const meant = gaps.length > 0 ? gaps : movable;
  const [only] = meant;
  const address = only ? addressIn(incoming.text, (await readBusiness(turn.tx)).servedZones) : null;
  if (!only || address === null || (await namesGoods(turn, incoming.text))) return false;
  const input = { address };
  const choices = meant.map((order) => ({ order, action: 'change_address' as const, input }));
  if (meant.length === 1) await actInWords(turn, speaker, incoming, 'change_address', only.id, input);
  else await askWhich(turn, speaker, incoming, choices);
  return true;
}

/** "Same again": the last order that was sent in, or the one that is named. */
export async function reorderInWords(turn: DeskTurn, speaker: Speaker, incoming: Message, number: string | null): Promise<void> {
  const named = number === null ? null : await findOrderByNumber(turn.tx, number);
  if (number !== null && named?.customerId !== speaker.actor.id) return notFound(turn, speaker, incoming, number, named);
  const [last] = named ? [named] : await latestOrders(turn.tx, speaker.actor.id, 1);
  if (!last)
    return replyWords(
      turn,
      incoming,
      words(speaker.locale)('changing:reorder.none', { example: await exampleOrder(turn, speaker.locale) }),
    );
  await actInWords(turn, speaker, incoming, 'reorder', last.id, {});
}

/** One button per order; the press carries what was wished. */
export async function askWhich(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Incoming,
  choices: { order: Order; action: AskableAction; input: Record<string, string> }[],
): Promise<void> {
  await reply(turn, incoming, whichCard(speaker.locale, choices));
}

async function changeAll(turn: DeskTurn, speaker: Speaker, incoming: Message, intents: ChangeIntent[], order: Order): Promise<void> {
  for (const { kind, input } of intents)
    if (input) await actInWords(turn, speaker, incoming, kind, order.id, input);
    else await replyAbout(turn, incoming, missingCard(speaker.locale, kind, order), order);
}

/** Words about goods may as well be a new order: what is on this order, or said of it by a verb of change, is meant here. */
function isMeant(intent: ChangeIntent, order: Order, context: RequestContext): boolean {
  if (intent.kind !== 'change_items') return true;
  const read = itemsOfWords(order, intent.input?.['words'] ?? '', context, { locale: order.locale, nextId: () => '' });
  if (read.ok) return intent.named ? !isEmpty(read.value) : read.value.lines.length + read.value.options.length > 0;
  const { code } = read.refusal;
  // what stands there already is no new order, where a verb of change or the number says what is meant
  return intent.alone
    ? code === 'change_unclear' || code === 'quantity_impossible' || code === 'already_so'
    : intent.named && code === 'already_so';
}

const numbersOf = (orders: Order[]): string => orders.map(({ number }) => number ?? '').join(', ');
