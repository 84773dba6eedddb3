import { livePlaces } from '../../messages/outbox.store.ts';
import { say } from '../../messages/outbox.ts';
import { deskPlaces } from '../../people/colleague.store.ts';
import { findReader } from '../../people/speaker.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { anyColleague, sightAt } from '../cards/sight.act.ts';
import type { OrderView } from '../cards/view.ts';
import type { Order } from '../order.ts';
import { placeNames } from '../order.store.ts';
import { readyParts } from './parts.decide.ts';
import { pickListCard } from './pick-list.cards.ts';

export const liveName = (orderId: string): string => `pick:${orderId}`;

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
  const places = standing.length > 0 ? standing : canBegin ? await deskPlaces(turn.tx, 'warehouse') : [];
  for (const to of places) {
    // somebody's own messages are in their language, with the names of places
    const reader = await findReader(turn.tx, to);
    const seen = reader ? { ...view, locale: reader.locale, places: await placeNames(turn.tx, reader.locale) } : view;
    await say(turn, {
      to,
      class: 'transactional',
      dedupeKey: `${liveName(order.id)}:${order.version}:${to.platform}:${to.account}:${to.key}`,
      card: pickListCard({ ...seen, sight: await sightAt(turn, reader?.actor ?? anyColleague, to) }),
      live: liveName(order.id),
      orderId: order.id,
      orderVersion: order.version,
    });
  }
}
