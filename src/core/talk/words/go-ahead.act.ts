import type { Incoming } from '../../messages/incoming.ts';
import { letsGo } from '../../notes/intent/go-ahead.ts';
import type { Intent } from '../../notes/intent/intent.ts';
import { draftOfConversation, findOrderByNumber, openOrders } from '../../orders/order.store.ts';
import { placeOf } from '../../orders/asking/status.act.ts';
import type { Speaker } from '../../people/person.ts';
import { heldFor } from '../../review/hold.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { askForPerson } from './colleague.act.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/**
 * "You can go ahead now" of an order that waits for this very word: whoever lifts the hold reads it under the order. Nothing goes by the words
 * themselves, which may mean another thing. False where nothing of theirs waits so.
 */
export async function heardGoAhead(turn: DeskTurn, speaker: Speaker, incoming: Message, { kind, orderNumber }: Intent): Promise<boolean> {
  const { actor } = speaker;
  if (actor.kind !== 'customer' || (kind !== 'words' && kind !== 'confirm') || !letsGo(incoming.text)) return false;
  // with a draft before them people speak of that
  if (orderNumber === null && (await draftOfConversation(turn.tx, placeOf(incoming)))) return false;
  const named = orderNumber === null ? null : await findOrderByNumber(turn.tx, orderNumber);
  const own = named ? [named].filter(({ customerId }) => customerId === actor.id) : await openOrders(turn.tx, actor.id, 20);
  const held = await heldFor(
    turn.tx,
    own.map(({ id }) => id),
    'customer',
  );
  const [only, ...others] = own.filter(({ id }) => held.includes(id));
  if (!only) return false;
  const said = { text: incoming.text, files: incoming.files ?? [] };
  await askForPerson(turn, speaker, actor, incoming, { about: 'person', said, number: others.length > 0 ? null : only.number });
  return true;
}
