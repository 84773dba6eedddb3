import type { Incoming } from '../../messages/incoming.ts';
import { answeredOrder } from '../../orders/asking/answered.act.ts';
import { notFound, placeOf } from '../../orders/asking/status.act.ts';
import type { AskableAction } from '../../orders/capabilities.ts';
import { askWhich } from '../../orders/changing/words.act.ts';
import { typedApproval, typedShipment, typedShortage } from '../../orders/fulfilling/typed.decide.ts';
import type { Line, Order } from '../../orders/order.ts';
import { draftOfConversation, findOrderByNumber, openOrders } from '../../orders/order.store.ts';
import { rowsOf } from '../../orders/table/tables.ts';
import type { Speaker } from '../../people/person.ts';
import { holdRules } from '../../review/hold.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { actInWords } from '../words/act-in-words.act.ts';
import { cancelOf } from '../cancel.decide.ts';
import { replyWords } from '../reply.act.ts';

type Command = Extract<Incoming, { kind: 'command' }>;

/** As the desk writes it: HO-1001, #1001, 1001. One that is too long to be ours is still no wish. */
export const numbered = /^#?[a-z]{0,4}-?\d+$/i;

/** `/action NUMBER words`: the words fill the one field a person would type. */
export async function actAsTyped(turn: DeskTurn, speaker: Speaker, incoming: Command, action: AskableAction, text: string): Promise<void> {
  const [first = '', ...rest] = text.split(/\s+/);
  const found = numbered.test(first) ? await findOrderByNumber(turn.tx, first) : null;
  const visible = found && (speaker.actor.kind === 'staff' || found.customerId === speaker.actor.id);
  if (visible) return obeyed(turn, speaker, incoming, action, found, rest);
  const answered = await answeredOrder(turn, speaker, incoming);
  // an amount or a count looks like a number too
  if (answered && !/^(?:#|[a-z])/i.test(numbered.exec(first)?.[0] ?? '')) {
    const typed = first === '' ? [] : [first, ...rest];
    return obeyed(turn, speaker, incoming, action, answered.order, typed, answered.version);
  }
  // "/change_items 4 lamps" and "/change_address 200040 Shanghai" begin with a number, but with no order's
  const isOther = speaker.actor.kind === 'customer' ? /^\d+$/ : /^\d{1,3}$/;
  if (numbered.test(first) && (rest.length === 0 || !isOther.test(first))) return notFound(turn, speaker, incoming, first, found);
  return withoutNumber(turn, speaker, incoming, action, first === '' ? [] : [first, ...rest]);
}

/** No order is named: the draft that stands here is meant, or a customer's only order of which this can be asked. */
async function withoutNumber(turn: DeskTurn, speaker: Speaker, incoming: Command, action: AskableAction, typed: string[]): Promise<void> {
  const t = words(speaker.locale);
  const draft = await draftOfConversation(turn.tx, placeOf(incoming));
  if (draft && rowsOf(draft.kind, draft.state, action).length > 0) return obeyed(turn, speaker, incoming, action, draft, typed);
  if (speaker.actor.kind === 'staff' || !ofOpenOrders.has(action))
    return replyWords(turn, incoming, t('desk:noOrder', { command: action }));
  const open = await openOrders(turn.tx, speaker.actor.id, 20);
  const fitting = open.filter((order) => rowsOf(order.kind, order.state, wayOf(action, order)).length > 0);
  const [only] = fitting;
  if (!only) return replyWords(turn, incoming, t('changing:which.none'));
  if (fitting.length === 1) return obeyed(turn, speaker, incoming, action, only, typed);
  const choices = fitting.map((order) => ({ order, action: wayOf(action, order), input: inputOf(action, typed, order.lines) }));
  await askWhich(turn, speaker, incoming, choices);
}

function obeyed(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Command,
  action: AskableAction,
  order: Order,
  typed: string[],
  version: number | null = null,
): Promise<void> {
  const way = wayOf(action, order);
  return actInWords(turn, speaker, incoming, way, order.id, inputOf(way, typed, order.lines), { version });
}

const ofOpenOrders: ReadonlySet<AskableAction> = new Set([
  'reschedule',
  'change_address',
  'change_items',
  'add_note',
  'cancel',
  'request_cancel',
]);

const wayOf = (action: AskableAction, order: Order): AskableAction => (action === 'cancel' ? cancelOf(order) : action);

/** What the words after the number mean for an action. */
function inputOf(action: string, rest: string[], lines: Line[]): Record<string, string> {
  const [first = '', ...others] = rest;
  const all = rest.join(' ');
  switch (action) {
    case 'approve':
      return typedApproval(rest, lines);
    case 'ask':
      return { question: all };
    case 'answer':
      return { answer: all };
    case 'ship':
      return typedShipment(rest, lines);
    case 'shortage':
      return typedShortage(rest, lines);
    case 'substitute':
      return { sku: first, line: others.join(' ') };
    case 'wait':
    case 'split':
    case 'cancel_line':
      return { line: all };
    case 'deliver':
      return { shipment: all };
    case 'escalate':
      return { role: first, reason: others.join(' ') };
    case 'hold':
      return { kind: first, reason: others.join(' ') };
    case 'forward':
      return { colleague: first, reason: others.join(' ') };
    case 'release_hold':
      return first in holdRules && others.length > 0 ? { kind: first, reason: others.join(' ') } : { reason: all };
    case 'reschedule':
      return { date: all };
    case 'change_address':
      return { address: all };
    case 'change_items':
    case 'add_note':
      return { words: all };
    case 'correct':
      return { item: first, as: others.join(' ') || 'nothing' };
    case 'paid':
      return { amount: first, reference: others.join(' ') };
    default:
      return { reason: all };
  }
}
