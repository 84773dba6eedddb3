import type { Offer } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { readIntent } from '../../notes/intent/intent.ts';
import { readRequest, type RequestContext } from '../../notes/request/request.ts';
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
import { newOrderOffer } from '../placing/new-order.cards.ts';
import { namesGoods, readingContext } from '../placing/words.act.ts';
import { rowsOf } from '../table/tables.ts';
import { isEmpty, itemsOfWords } from './asked.decide.ts';
import { beginsOrder, readChangeIntent, withoutNumber, type ChangeIntent } from './intent.decide.ts';
import { missingCard, whichCard } from './which.cards.ts';

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
  const intents = readChangeIntent(incoming.text, context, number !== null);
  if (number !== null) {
    const order = await findOrderByNumber(turn.tx, number);
    const visible = order && (speaker.actor.kind === 'staff' || order.customerId === speaker.actor.id);
    const meant = visible ? intents.filter((intent) => isMeant(intent, order, context)) : intents;
    if (order?.state === 'draft') return false;
    if (meant.length === 0 && order && visible) return takeAddress(turn, speaker, incoming, { named: order });
    if (meant.length === 0) return false;
    if (!visible) await notFound(turn, speaker, incoming, number, order);
    else await changeAll(turn, speaker, incoming, meant, order);
    return true;
  }
  if (beginsOrder(incoming.text, readRequest(incoming.text, context))) return false;
  const open = await openOrders(turn.tx, speaker.actor.id, 20);
  const meant = intents.filter((intent) => intent.kind !== 'change_items' || open.some((order) => isMeant(intent, order, context)));
  const [first] = meant;
  if (!first) return takeAddress(turn, speaker, incoming, { open, answered });
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
      first.kind === 'change_items' ? newOrderOf(speaker, incoming, context) : [],
    );
  return true;
}

/** Whether words say one thing about one open order, so clearly that they need no colleague although one is spoken with. */
export async function changesOneOrder(turn: DeskTurn, { actor }: Speaker, text: string): Promise<boolean> {
  const context = await readingContext(turn);
  const intents = readChangeIntent(text, context, false);
  // 改成下周一 has the verb of goods, too; beside a day or a place more may be said
  const { kind: meant } = readIntent(text, context);
  const intent = intents.find(({ kind }) => kind === meant || (kind === 'change_items' && intents.length === 1));
  if (!intent?.input || asks.test(text)) return false;
  const { kind, input } = intent;
  const open = await openOrders(turn.tx, actor.id, 20);
  const fitting = open.filter((order) => {
    if (rowsOf(order.kind, order.state, kind).length === 0) return false;
    if (kind !== 'change_items') return true;
    const read = itemsOfWords(order, input['words'] ?? '', context, { locale: order.locale, nextId: () => '' });
    return read.ok && read.value.lines.length + read.value.options.length > 0;
  });
  return fitting.length === 1;
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
  const said = readChangeIntent(incoming.text, await readingContext(turn), number !== null).find((intent) => intent.kind === kind);
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

/** Words that name goods may be a new order all the same: a press away, with everything that was said. */
function newOrderOf({ actor, locale }: Speaker, { text }: Message, context: RequestContext): Offer[] {
  if (actor.kind !== 'customer') return [];
  return readRequest(text, context).lines.some(({ match }) => match.kind !== 'unknown') ? [newOrderOffer(text, locale)] : [];
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
  for (const { kind, input, named } of intents)
    if (input) {
      const isOpen = kind === 'change_items' && !named;
      const instead = isOpen ? newOrderOf(speaker, incoming, context) : [];
      await actInWords(turn, speaker, incoming, kind, order.id, input, { instead });
    } else await replyAbout(turn, incoming, missingCard(speaker.locale, kind, order), order);
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
