import type { Incoming } from '../../messages/incoming.ts';
import type { Again } from '../../notes/intent/again.ts';
import { placeOf } from '../../orders/asking/status.act.ts';
import { reorderInWords } from '../../orders/changing/words.act.ts';
import { draftOfConversation } from '../../orders/order.store.ts';
import { orderInWords } from '../../orders/placing/words.act.ts';
import type { Speaker } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** The same again, with a difference: the draft is made as it was, and then changed by the rest of the words, as if they had come after it. */
export async function orderAgainBut(turn: DeskTurn, speaker: Speaker, incoming: Message, { orderNumber, different }: Again): Promise<void> {
  await reorderInWords(turn, speaker, incoming, orderNumber);
  const draft = await draftOfConversation(turn.tx, placeOf(incoming));
  if (draft?.customerId !== speaker.actor.id) return;
  await orderInWords(turn, speaker, { ...incoming, dedupeKey: `${incoming.dedupeKey}:but`, text: different }, speaker.actor.id);
}
