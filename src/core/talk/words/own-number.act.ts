import type { Incoming } from '../../messages/incoming.ts';
import { saysOwnNumber } from '../../notes/intent/own-number.ts';
import { placeOf } from '../../orders/asking/status.act.ts';
import { draftOfConversation, findOrderByNumber, openOrders } from '../../orders/order.store.ts';
import { namesGoods } from '../../orders/placing/words.act.ts';
import { readBusiness } from '../../people/business.store.ts';
import type { Speaker } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';

/**
 * The number a message names, unless it is the customer's own: "5 headsets, our PO-4471" orders headsets and asks after no order, "our order
 * number 88172" belongs to the order at hand. One that looks like ours and is none is a slip, and is told.
 */
export async function orderNamed(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'message' }>,
  number: string | null,
): Promise<string | null> {
  if (number === null) return null;
  const { text } = incoming;
  const prefix = /^[A-Z]+-/.exec(number)?.[0];
  const isOwn = prefix === undefined && speaker.actor.kind === 'customer' && saysOwnNumber(text);
  if (!isOwn && (!prefix || prefix === (await readBusiness(turn.tx)).orderPrefix.toUpperCase())) return number;
  if (await findOrderByNumber(turn.tx, number)) return number;
  if (isOwn) return (await hasOrderAtHand(turn, speaker, incoming)) ? null : number;
  return (await namesGoods(turn, text)) ? null : number;
}

/** What a number of their own may belong to. */
async function hasOrderAtHand(turn: DeskTurn, { actor }: Speaker, incoming: Incoming): Promise<boolean> {
  const draft = await draftOfConversation(turn.tx, placeOf(incoming));
  return draft?.customerId === actor.id || (await openOrders(turn.tx, actor.id, 1)).length > 0;
}
