import type { Offer } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { showStatus } from '../../orders/asking/status.act.ts';
import { capabilities, type AskableAction } from '../../orders/capabilities.ts';
import { refusalText } from '../../orders/cards/refusal.cards.ts';
import { usageOf } from '../../orders/cards/usage.cards.ts';
import { findOrder } from '../../orders/order.store.ts';
import type { Speaker } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';
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
    return replyWords(turn, incoming, [refusalText(taken.refusal, speaker), ...usage].join('\n'), instead);
  }
  const isTold = tellsItself.has(action) && (speaker.actor.kind === 'customer' || action === 'reorder');
  if (isTold) return;
  // as it is after everything that followed: what was sent is on its way
  const order = await findOrder(turn.tx, orderId);
  if (order) await showStatus(turn, speaker, incoming, order);
}
