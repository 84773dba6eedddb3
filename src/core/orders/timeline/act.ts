import { laneOf, type Incoming } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { purposesOfDesk } from '../../people/business.store.ts';
import type { Speaker } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';
import { threadOf } from '../../talk/reply.act.ts';
import { notFound } from '../asking/status.act.ts';
import { viewFor } from '../cards/show.act.ts';
import type { Order } from '../order.ts';
import { findOrderByNumber } from '../order.store.ts';
import { addressesOf, mostEntries, timelineCard } from './cards.ts';
import { kindsForCustomers } from './sight.decide.ts';
import { readHappenings, readPlanned } from './store.ts';

/** Which part of a history is looked at; with no part named the newest. */
export interface Turned {
  before: string | null;
  after: string | null;
  /** The card whose page is turned; null for a new one. */
  card: string | null;
}

export const pageOf = (args: Record<string, string>): Turned => ({
  before: args['before'] ?? null,
  after: args['after'] ?? null,
  card: args['card'] ?? null,
});

/** `/order NUMBER`: everything that happened to it, for those who may see it. */
export async function answerTimeline(turn: DeskTurn, speaker: Speaker, incoming: Incoming, number: string): Promise<void> {
  const order = await findOrderByNumber(turn.tx, number);
  const visible = order && (speaker.actor.kind === 'staff' || order.customerId === speaker.actor.id);
  return visible ? showTimeline(turn, speaker, incoming, order, pageOf({})) : notFound(turn, speaker, incoming, number, order);
}

/** Shows a page of an order's history where it was asked for; turning a page changes the card in place. */
export async function showTimeline(turn: DeskTurn, speaker: Speaker, incoming: Incoming, order: Order, turned: Turned): Promise<void> {
  const { tx, now } = turn;
  const { address } = incoming;
  const places = await purposesOfDesk(tx);
  const view = await viewFor(turn, order, speaker, address);
  const { sight } = view;
  const found = await readHappenings(tx, {
    orderId: order.id,
    before: turned.before,
    after: turned.after,
    kinds: sight.desk ? null : kindsForCustomers(),
    customerId: order.customerId,
    lane: `${order.platform}:${order.account}:${order.conversation}`,
    now,
    limit: mostEntries + 1,
  });
  const forward = turned.after !== null;
  const more = found.length > mostEntries;
  const entries = more ? (forward ? found.slice(0, mostEntries) : found.slice(1)) : found;
  const card = turned.card ?? turn.ids.uuid();
  await say(turn, {
    to: address,
    class: 'transactional',
    dedupeKey: `timeline:${laneOf(address)}:${incoming.dedupeKey}`,
    card: timelineCard(
      { order: view, reader: speaker.actor, sight, places, addresses: addressesOf(view, found) },
      {
        entries,
        more,
        planned: await readPlanned(tx, order.id, now, 10),
        from: forward ? 'after' : turned.before === null ? 'newest' : 'before',
        card,
      },
    ),
    live: `timeline:${card}`,
    tellsOf: order.id,
    ...threadOf(incoming),
  });
}
