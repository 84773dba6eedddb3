import type { Offer } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { readRequest } from '../../notes/request/request.ts';
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
import { asks } from '../placing/clear.act.ts';
import { namesGoods, readingContext } from '../placing/words.act.ts';
import { rowsOf } from '../table/tables.ts';
import { askIfNew, askLine, newOrderOf } from './which.act.ts';
import { intentsOf, isMeant, speaksOfOrdered } from './sight.decide.ts';
import { beginsOrder, withoutNumber, type ChangeIntent } from './intent.decide.ts';
import { missingCard, unclearCard, whichCard } from './which.cards.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/**
 * Words that change an order which was sent in; false when they are about something else, a new order for example. `answered`: the one
 * of which a sentence tells that they answer.
 */
export async function changeSentInWords(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  number: string | null,
  answered: Order | null = null,
): Promise<boolean> {
  const context = await readingContext(turn);
  const intents = intentsOf(incoming.text, context, number !== null);
  if (number !== null) {
    const order = await findOrderByNumber(turn.tx, number);
    const visible = order && (speaker.actor.kind === 'staff' || order.customerId === speaker.actor.id);
    const meant = visible ? intents.filter((intent) => isMeant(intent, order, context)) : intents;
    if (order?.state === 'draft') return false;
    if (meant.length === 0 && order && visible) return notClear(turn, speaker, incoming, order);
    if (meant.length === 0) return false;
    if (!visible) await notFound(turn, speaker, incoming, number, order);
    else await changeAll(turn, speaker, incoming, meant, order);
    return true;
  }
  if (beginsOrder(incoming.text, readRequest(incoming.text, context))) return false;
  const open = await openOrders(turn.tx, speaker.actor.id, 20);
  const meant = intents.filter((intent) => {
    const isOwn = intent.kind === 'change_items' || intent.kind === 'add_note' || intent.bySight;
    return !isOwn || open.some((order) => isMeant(intent, order, context));
  });
  const [first] = meant;
  if (!first) return takeAddress(turn, speaker, incoming, { open, answered });
  const fitting = open.filter((order) =>
    meant.every((intent) => rowsOf(order.kind, order.state, intent.kind).length > 0 && isMeant(intent, order, context)),
  );
  const [only] = fitting.length > 0 ? fitting : open;
  // goods that are named, and nothing says that they are those of an order
  const isUnsure = first.kind === 'change_items' && first.bySight === true && !speaksOfOrdered(incoming.text, context);
  if (!only) await replyWords(turn, incoming, words(speaker.locale)('changing:which.none'));
  else if (isUnsure) await askIfNew(turn, speaker, incoming, fitting, context);
  else if (fitting.length <= 1) await changeAll(turn, speaker, incoming, meant, only);
  else if (meant.some(({ kind }) => kind !== first.kind && kind !== 'add_note'))
    await replyWords(turn, incoming, words(speaker.locale)('changing:which.write', { numbers: numbersOf(fitting) }));
  else
    await askWhich(
      turn,
      speaker,
      incoming,
      fitting.map((order) => ({ order, action: first.kind, input: first.input ?? {} })),
      first.kind === 'change_items' ? newOrderOf(speaker, incoming, context) : [],
    );
  return true;
}

/** Nothing of words that name an order is clear but perhaps a place. What is said of an order is never one more order, nor of the draft. */
async function notClear(turn: DeskTurn, speaker: Speaker, incoming: Message, order: Order): Promise<boolean> {
  if (await takeAddress(turn, speaker, incoming, { named: order })) return true;
  if (speaker.actor.kind !== 'customer' || asks.test(incoming.text) || (await namesGoods(turn, incoming.text))) return false;
  await replyAbout(turn, incoming, unclearCard(speaker.locale, order, incoming.text), order);
  return true;
}

/**
 * Words that are an address, and perhaps a day, and nothing else: of the order whose card is answered or that is named, whatever may still
 * be done with it; else of the one that has no address yet, or of the one that is open.
 */
async function takeAddress(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  about: { named: Order } | { open: Order[]; answered: Order | null },
): Promise<boolean> {
  // a colleague's sentence about a street is none
  if ('named' in about && speaker.actor.kind !== 'customer') return false;
  const meant = 'named' in about ? [about.named] : whose(about);
  const [only] = meant;
  if (!only || (await namesGoods(turn, incoming.text))) return false;
  const { servedZones } = await readBusiness(turn.tx);
  const whereto = addressIn(withoutNumber(incoming.text), { ...(await readingContext(turn)), servedZones });
  if (!whereto) return false;
  const { address, day } = whereto;
  const intent = { named: 'named' in about, alone: true };
  const moved: ChangeIntent = { ...intent, kind: 'change_address', input: { address } };
  const intents = day ? [moved, { ...intent, kind: 'reschedule' as const, input: { date: day.toString() } }] : [moved];
  if (meant.length === 1) await changeAll(turn, speaker, incoming, intents, only);
  else if (day) await replyWords(turn, incoming, words(speaker.locale)('changing:which.write', { numbers: numbersOf(meant) }));
  else
    await askWhich(
      turn,
      speaker,
      incoming,
      meant.map((order) => ({ order, action: 'change_address' as const, input: { address } })),
    );
  return true;
}

function whose({ open, answered }: { open: Order[]; answered: Order | null }): Order[] {
  const movable = open.filter(({ kind, state }) => kind === 'goods' && rowsOf(kind, state, 'change_address').length > 0);
  const said = movable.filter(({ id }) => id === answered?.id);
  const gaps = movable.filter(({ address }) => !address);
  return said.length > 0 ? said : gaps.length > 0 ? gaps : movable;
}

/** A change of an order, chosen as what unclear words meant: with what they say of it where they do, else asked for; of several orders one is chosen. */
export async function chooseChange(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  kind: ChangeIntent['kind'],
  number: string | null,
): Promise<void> {
  const named = number === null ? null : await findOrderByNumber(turn.tx, number);
  if (number !== null && named?.customerId !== speaker.actor.id) return notFound(turn, speaker, incoming, number, named);
  const all = named ? [named] : await openOrders(turn.tx, speaker.actor.id, 20);
  const open = all.filter((order) => rowsOf(order.kind, order.state, kind).length > 0);
  const said = intentsOf(incoming.text, await readingContext(turn), number !== null).find((intent) => intent.kind === kind);
  // goods are chosen on the form: the words were not clear about them
  const input = kind === 'change_items' ? null : (said?.input ?? null);
  const [only] = open;
  if (!only) await replyWords(turn, incoming, words(speaker.locale)('changing:which.none'));
  else if (open.length === 1 && input) await actInWords(turn, speaker, incoming, kind, only.id, input);
  else
    await askWhich(
      turn,
      speaker,
      incoming,
      open.map((order) => ({ order, action: kind, input: input ?? {} })),
    );
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

/** One button per order, and what else may be meant; the press carries what was wished. */
export async function askWhich(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Incoming,
  choices: { order: Order; action: AskableAction; input: Record<string, string> }[],
  others: Offer[] = [],
): Promise<void> {
  await reply(turn, incoming, whichCard(speaker.locale, choices, others));
}

async function changeAll(turn: DeskTurn, speaker: Speaker, incoming: Message, intents: ChangeIntent[], order: Order): Promise<void> {
  const context = await readingContext(turn);
  for (const intent of intents) {
    const { kind, input, named } = intent;
    if (kind === 'change_items' && (await askLine(turn, speaker, incoming, intent, order))) continue;
    if (input) {
      const isOpen = kind === 'change_items' && !named;
      const instead = isOpen ? newOrderOf(speaker, incoming, context) : [];
      await actInWords(turn, speaker, incoming, kind, order.id, input, { instead });
    } else if (kind !== 'add_note') await replyAbout(turn, incoming, missingCard(speaker.locale, kind, order), order);
  }
}

const numbersOf = (orders: Order[]): string => orders.map(({ number }) => number ?? '').join(', ');
