import type { Incoming } from '../../messages/incoming.ts';
import { orderOfMessage, versionShown } from '../../messages/outbox.store.ts';
import type { Speaker } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';
import { liveName } from '../cards/show.act.ts';
import type { Order } from '../order.ts';
import { findOrder } from '../order.store.ts';

/** The order of the message that is answered, or in whose thread somebody speaks. */
export interface Answered {
  order: Order & { number: string };
  /** A card is answered, and no single sentence about the order. */
  isCard: boolean;
  /** The version they have before them there; null where no card shows one. */
  version: number | null;
}

/** What somebody means who names no order, and answers what the desk said of one. Drafts have a way of their own; others' orders are none. */
export async function answeredOrder({ tx }: DeskTurn, { actor }: Speaker, incoming: Incoming): Promise<Answered | null> {
  const answers = 'replyTo' in incoming ? incoming.replyTo : undefined;
  const about = answers === undefined ? null : await orderOfMessage(tx, incoming.address, answers);
  const order = about && (await findOrder(tx, about.orderId));
  if (!order || order.number === null || (actor.kind === 'customer' && order.customerId !== actor.id)) return null;
  const version = await versionShown(tx, incoming.address, liveName(order.id));
  return { order: { ...order, number: order.number }, isCard: about.isCard, version };
}
