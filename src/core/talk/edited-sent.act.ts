import type { Incoming } from '../messages/incoming.ts';
import { readIntent } from '../notes/intent/intent.ts';
import { unclearCard } from '../orders/changing/which.cards.ts';
import { changeSentInWords } from '../orders/changing/words.act.ts';
import type { Order } from '../orders/order.ts';
import { namesGoods } from '../orders/placing/words.act.ts';
import type { Speaker } from '../people/person.ts';
import type { DeskTurn } from '../turn.ts';
import { replyAbout } from './reply.act.ts';
import { orderOrChange } from './words/words.act.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/**
 * What a message of an order that was sent in says now, where it cannot be read against what it said. Goods in it are never one more order: the
 * order stays as it is, and the words go to a person with one press. False where nothing became of them.
 */
export async function heardOfSent(turn: DeskTurn, speaker: Speaker, message: Message, order: Order): Promise<boolean> {
  const { number: orderNumber } = order;
  if (!(await namesGoods(turn, message.text))) {
    await orderOrChange(turn, speaker, message, { orderNumber });
    return true;
  }
  const isNamed = readIntent(message.text).orderNumber === orderNumber;
  if (isNamed && (await changeSentInWords(turn, speaker, message, orderNumber))) return true;
  await replyAbout(turn, message, unclearCard(speaker.locale, order, message.text), order);
  return false;
}
