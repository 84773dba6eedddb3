import { callPerson } from '../../cases/opening.act.ts';
import type { Offer } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { wantsForgotten } from '../../notes/intent/forget-me.ts';
import { namesGoods } from '../../orders/placing/words.act.ts';
import type { Speaker } from '../../people/person.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/**
 * "Delete all my data": what must be kept of orders, and what need not, a person decides and does. What the desk can end by itself, every
 * message that is not about an order, is a press away.
 */
export async function heardForgetMe(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<boolean> {
  const { actor } = speaker;
  const { text, files = [], address } = incoming;
  // what orders goods besides is an order first, and a colleague reads the rest of it there
  if (actor.kind !== 'customer' || !wantsForgotten(text) || (await namesGoods(turn, text))) return false;
  const offer = (t: ReturnType<typeof words>): Offer => ({ action: 'stop', label: t('unsure:button.stop') });
  await callPerson(turn, {
    customer: actor,
    address,
    about: 'person',
    order: null,
    words: { text, files },
    receipt: { asks: true, offers: [offer(words(speaker.locale))] },
    instead: (t) => ({ text: t('cases:forget'), offers: [offer(t)] }),
  });
  return true;
}
