import type { Incoming } from '../../messages/incoming.ts';
import type { Intent } from '../../notes/intent/intent.ts';
import { askWhichOrder, placeOf, showStatus } from '../../orders/asking/status.act.ts';
import { readArrival } from '../../orders/fulfilling/arrived.decide.ts';
import { draftOfConversation, findOrderByNumber, openOrders } from '../../orders/order.store.ts';
import { shipmentsOf } from '../../orders/fulfilling/shipment.store.ts';
import type { Speaker } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';
import { actInWords } from './act-in-words.act.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** "收到了", "all good": goods came, or all is well with them. False where nothing of theirs waits for such a word. */
export async function heardOfArrival(turn: DeskTurn, speaker: Speaker, incoming: Message, { kind, orderNumber }: Intent): Promise<boolean> {
  const arrival = kind === 'words' || kind === 'confirm' ? readArrival(incoming.text) : null;
  // with a draft before them people speak of that
  if (!arrival || (arrival.action === 'accept' && (await draftOfConversation(turn.tx, placeOf(incoming))))) return false;
  const named = orderNumber === null ? null : await findOrderByNumber(turn.tx, orderNumber);
  const own = named ? [named].filter(({ customerId }) => customerId === speaker.actor.id) : await openOrders(turn.tx, speaker.actor.id, 20);
  const waiting = own.filter(({ state }) => state === (arrival.action === 'deliver' ? 'in_transit' : 'delivered'));
  const [order, ...others] = waiting;
  if (!order) return false;
  if (others.length > 0) await askWhichOrder(turn, speaker, incoming, waiting.slice(0, 5));
  // which of several parcels came is a question for its buttons
  else if (arrival.action === 'deliver' && arrival.shipment === '' && (await partsUnderWay(turn, order.id)) > 1)
    await showStatus(turn, speaker, incoming, order);
  else await actInWords(turn, speaker, incoming, arrival.action, order.id, arrival.shipment === '' ? {} : { shipment: arrival.shipment });
  return true;
}

const partsUnderWay = async (turn: DeskTurn, orderId: string): Promise<number> =>
  (await shipmentsOf(turn.tx, orderId)).filter(({ deliveredAt }) => deliveredAt === null).length;
