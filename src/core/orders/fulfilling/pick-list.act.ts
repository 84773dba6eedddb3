import type { Address } from '../../messages/incoming.ts';
import { livePlaces } from '../../messages/outbox.store.ts';
import { say } from '../../messages/outbox.ts';
import { deskConversations } from '../../people/business.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { anyColleague, sightAt } from '../cards/sight.act.ts';
import type { OrderView } from '../cards/view.ts';
import type { Order } from '../order.ts';
import { readyParts } from './parts.decide.ts';
import { pickListCard } from './pick-list.cards.ts';

const liveName = (orderId: string): string => `pick:${orderId}`;

/** Where those who prepare orders read. */
export async function warehousePlaces(turn: DeskTurn): Promise<Address[]> {
  const own = await deskConversations(turn.tx, 'warehouse');
  return own.length > 0 ? own : deskConversations(turn.tx, 'review');
}

/** Whether there is something to pick, or a list stands that must tell the present truth. */
export async function wantsPickList(turn: DeskTurn, { id, state, lines }: Order): Promise<boolean> {
  if (state === 'draft' || state === 'submitted') return false;
  if (state === 'confirmed' || state === 'preparing' || state === 'in_transit') {
    const { products } = await turn.catalogue();
    if (readyParts(lines, (sku) => products.get(sku)?.kind === 'service').length > 0) return true;
  }
  return (await livePlaces(turn.tx, liveName(id))).length > 0;
}

/** Puts the pick list before the warehouse as soon as nothing stops the order, and keeps it true from then on. */
export async function putPickList(turn: DeskTurn, view: OrderView): Promise<void> {
  const { order } = view.facts;
  const standing = await livePlaces(turn.tx, liveName(order.id));
  const canBegin = view.offered.includes('prepare') || view.offered.includes('ship');
  const places = standing.length > 0 ? standing : canBegin ? await warehousePlaces(turn) : [];
  for (const to of places)
    await say(turn, {
      to,
      class: 'transactional',
      dedupeKey: `${liveName(order.id)}:${order.version}:${to.platform}:${to.account}:${to.key}`,
      card: pickListCard({ ...view, sight: await sightAt(turn, anyColleague, to) }),
      live: liveName(order.id),
      orderId: order.id,
      orderVersion: order.version,
    });
}
