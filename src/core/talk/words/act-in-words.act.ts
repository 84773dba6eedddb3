import type { Offer } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { showStatus } from '../../orders/asking/status.act.ts';
import { capabilities, type AskableAction } from '../../orders/capabilities.ts';
import { refusalText } from '../../orders/cards/refusal.cards.ts';
import { usageOf } from '../../orders/cards/usage.cards.ts';
import { findOrder } from '../../orders/order.store.ts';
import { rowsOf } from '../../orders/table/tables.ts';
import type { Speaker } from '../../people/person.ts';
import { money } from '../../text/format.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { cancelOf } from '../cancel.decide.ts';
import { replyWords } from '../reply.act.ts';

/** What tells its customer itself, in the conversation where they asked. */
export const tellsItself: ReadonlySet<AskableAction> = new Set([
  'reschedule',
  'change_address',
  'change_items',
  'add_note',
  'request_cancel',
  'reorder',
]);

/** An action asked for in words or by command: the card shows it, a refusal is said. `version`: the one they have before them, where they named no order; `instead`: what else may be meant where it is refused. */
export async function actInWords(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Incoming,
  action: AskableAction,
  orderId: string,
  input: Record<string, string>,
  { version = null, instead = [] }: { version?: number | null; instead?: Offer[] } = {},
): Promise<void> {
  const taken = await capabilities[action](turn, { orderId, action, actor: speaker.actor, via: speaker.address, input, version });
  if (!taken.ok) {
    const usage = incoming.kind === 'command' ? usageOf(action, taken.refusal, speaker.locale) : [];
    const offers = taken.refusal.code === 'nothing_left' ? await endOrKeep(turn, speaker, orderId) : instead;
    return replyWords(turn, incoming, [refusalText(taken.refusal, speaker), ...usage].join('\n'), offers);
  }
  const isTold = tellsItself.has(action) && (speaker.actor.kind === 'customer' || action === 'reorder');
  if (isTold) return;
  // as it is after everything that followed: what was sent is on its way
  const order = await findOrder(turn.tx, orderId);
  if (order) await showStatus(turn, speaker, incoming, order);
}

/** All of an order is given up by its lines: whether that ends it is asked, and nothing is done before. */
async function endOrKeep(turn: DeskTurn, { actor, locale }: Speaker, orderId: string): Promise<Offer[]> {
  const order = await findOrder(turn.tx, orderId);
  if (!order || actor.kind !== 'customer' || rowsOf(order.kind, order.state, cancelOf(order)).length === 0) return [];
  const t = words(locale);
  const named = { number: order.number ?? '', total: money(order.total, order.currency, locale) };
  return [
    { action: cancelOf(order), label: t('cases:button.cancel', named), style: 'danger', args: { order: order.id } },
    { action: 'status', label: t('changing:which.show', named), args: { order: order.id } },
  ];
}
