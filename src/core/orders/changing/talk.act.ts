import type { Offer } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { readIntent } from '../../notes/intent/intent.ts';
import type { Flag } from '../../notes/reading.ts';
import type { RequestContext } from '../../notes/request/request.ts';
import type { Speaker } from '../../people/person.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import type { Order } from '../order.ts';
import { openOrders } from '../order.store.ts';
import { asks } from '../placing/clear.act.ts';
import { namesGoods, readingContext } from '../placing/words.act.ts';
import { rowsOf } from '../table/tables.ts';
import { itemsOfWords } from './asked.decide.ts';
import type { ChangeIntent } from './intent.decide.ts';
import { intentsOf, isMeant } from './sight.decide.ts';

/** Whether words say one thing about one open order, so clearly that they need no colleague although one is spoken with. */
export async function changesOneOrder(turn: DeskTurn, speaker: Speaker, text: string): Promise<boolean> {
  const context = await readingContext(turn);
  const intent = clearIntent(text, context);
  if (!intent?.input || asks.test(text)) return false;
  // in a talk a colour alone answers what a colleague asked
  if (intent.kind === 'change_items' && intent.bySight && !drops.test(text) && !(await namesGoods(turn, text))) return false;
  return (await ordersMeant(turn, speaker, intent, context)).length === 1;
}

const swaps = /\b(?:swap|exchange|trade)\b.{1,60}\b(?:for|with|to)\b/i;
const hasCome = /\b(?:arrived|came|received|got|broken|damaged|wrong|faulty|delivered|refund|defective|scratched)\b/i;

/** "Swap the oak desk for a 180 one" while it is on order: nothing goes back that has not come. */
export async function swapsOrdered(
  turn: DeskTurn,
  speaker: Speaker,
  { text }: Pick<Extract<Incoming, { kind: 'message' }>, 'text'>,
): Promise<boolean> {
  if (speaker.actor.kind !== 'customer' || text.length > 500 || !swaps.test(text) || hasCome.test(text)) return false;
  const { kind, orderNumber } = readIntent(text);
  if (kind !== 'return') return false;
  const context = await readingContext(turn);
  const meant = intentsOf(text, context, orderNumber !== null).filter((intent) => intent.kind === 'change_items' && intent.input);
  const open = await openOrders(turn.tx, speaker.actor.id, 20);
  return open.some(
    (order) => (orderNumber === null || order.number === orderNumber) && meant.some((intent) => isMeant(intent, order, context)),
  );
}

/** Goods that are refused are no line that is read. */
const drops = /不要|不用|唔要|去掉|\b(?:remove|drop|delete|(?:don't|do not|no longer) (?:need|want))\b/i;

/** The one change that words are, where they are one beyond doubt. */
function clearIntent(text: string, context: RequestContext): ChangeIntent | undefined {
  const intents = intentsOf(text, context, false);
  // 改成下周一 has the verb of goods, too; beside a day or a place more may be said
  const { kind: meant } = readIntent(text, context);
  const changes = intents.filter(({ kind }) => kind !== 'add_note');
  const change = changes.find(({ kind }) => kind === meant || (kind === 'change_items' && changes.length === 1));
  return change && !change.bySight ? change : (intents.find(({ kind }) => kind === 'add_note' && isSurely(text, context)) ?? change);
}

/** What of a talk with a colleague is a wish for the order all the same: paper, hours, haste, to wait; and everything of it was read. */
const sureWishes: ReadonlySet<Flag> = new Set([
  'hold', 'packaging', 'gift_message', 'invoice', 'substitution_allowed', 'substitution_forbidden', 'partial_allowed', 'partial_forbidden', 'delivery_window',
]); // prettier-ignore

function isSurely(text: string, { reader, orderDate, timeZone }: RequestContext): boolean {
  const { urgent, flags, specs, phone, unread } = reader.read({ text, orderDate, timeZone, lines: [] });
  const isSure = flags.every(({ flag }) => sureWishes.has(flag)) && specs.length === 0 && phone === null && unread.length === 0;
  return isSure && (flags.length > 0 || urgent !== null);
}

async function ordersMeant(turn: DeskTurn, { actor }: Speaker, intent: ChangeIntent, context: RequestContext): Promise<Order[]> {
  const { kind, input } = intent;
  const open = await openOrders(turn.tx, actor.id, 20);
  return open.filter((order) => {
    if (rowsOf(order.kind, order.state, kind).length === 0) return false;
    if (kind !== 'change_items') return isMeant(intent, order, context);
    const read = itemsOfWords(order, input?.['words'] ?? '', context, { locale: order.locale, nextId: () => '' });
    return read.ok && read.value.lines.length + read.value.options.length > 0 && isMeant(intent, order, context);
  });
}

/** What words that went to a colleague may be for one of several orders: a press away, so that it reaches the desk as what it is. */
export async function changeOffers(turn: DeskTurn, speaker: Speaker, text: string): Promise<Offer[]> {
  const context = await readingContext(turn);
  const intent = clearIntent(text, context);
  const { input } = intent ?? {};
  if (!intent || !input || asks.test(text)) return [];
  const orders = await ordersMeant(turn, speaker, intent, context);
  return orders.slice(0, mostOffers).map(({ id, number }): Offer => {
    const label = words(speaker.locale)('changing:which.about', { number: number ?? '' });
    return { action: intent.kind, label, args: { ...input, order: id } };
  });
}

const mostOffers = 3;
