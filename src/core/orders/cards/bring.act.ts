import { sentence } from '../../messages/card.ts';
import { laneOf, type Address } from '../../messages/incoming.ts';
import { livePlaces } from '../../messages/outbox.store.ts';
import { say } from '../../messages/outbox.ts';
import { deskConversations, readBusiness } from '../../people/business.store.ts';
import { addressesOfRole, deskPlaces } from '../../people/colleague.store.ts';
import { preferredAddress } from '../../people/people.store.ts';
import { findReader } from '../../people/speaker.store.ts';
import { moment } from '../../text/format.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import type { Role } from '../actions.ts';
import type { Order } from '../order.ts';
import { liveName, showIn, underCardOf } from './show.act.ts';

/** Whom a decision is put before. */
export interface Before {
  role: Role;
  assignee: string | null;
}

/** Why it is put before them now; `by` is null where the desk itself moves it. */
export interface Handover {
  because: 'handed_over' | 'overdue' | 'assignee_left';
  by: string | null;
  reason: string;
  /** Time ran out with those it stays with. */
  again: boolean;
}

/**
 * Puts the card of an order before those who decide: in the channel of the role or their own conversations, and in the
 * review channel, which sees everything. Where the card stood already it is edited, which nobody notices: there a line says why.
 */
export async function bringBefore(turn: DeskTurn, order: Order, before: Before, handover: Handover | null = null): Promise<void> {
  const stood = new Set((await livePlaces(turn.tx, liveName(order.id))).map(laneOf));
  const theirs = await placesOf(turn, before);
  const review = await deskConversations(turn.tx, 'review');
  const known = [...theirs, ...review];
  const everywhere = known.length > 0 ? known : await deskPlaces(turn.tx, 'review', before.role);
  const places = new Map(everywhere.map((address) => [laneOf(address), address]));
  for (const address of places.values()) await showIn(turn, order, address);
  if (!handover) return;
  const called = theirs.length > 0 ? theirs : [...places.values()];
  for (const address of called) if (stood.has(laneOf(address))) await call(turn, order, before, address, handover);
}

async function placesOf(turn: DeskTurn, { role, assignee }: Before): Promise<Address[]> {
  if (assignee) {
    const own = await preferredAddress(turn.tx, { kind: 'staff', id: assignee });
    return own ? [own] : [];
  }
  if (role === 'manager') return addressesOfRole(turn.tx, role);
  return role === 'legal' || role === 'sales' ? deskConversations(turn.tx, role) : [];
}

async function call(turn: DeskTurn, order: Order, { role }: Before, to: Address, { because, by, reason, again }: Handover): Promise<void> {
  const reader = await findReader(turn.tx, to);
  const business = await readBusiness(turn.tx);
  const t = words(reader?.locale ?? business.locale);
  const number = order.number ?? '';
  const text =
    because === 'assignee_left'
      ? t('reviewing:call.assignee_left', { number, name: reason })
      : because === 'overdue'
        ? t(again ? 'reviewing:call.overdueAgain' : 'reviewing:call.overdue', {
            number,
            role: t(`orders:role.${role}`),
            due: moment(Temporal.Instant.from(reason), reader?.timeZone ?? business.timeZone, reader?.locale ?? business.locale),
          })
        : by === null
          ? t('reviewing:call.limit', { number })
          : t('reviewing:call.handed_over', { number, by, reason });
  await say(turn, {
    to,
    class: 'transactional',
    dedupeKey: `call:${order.id}:${order.version}:${laneOf(to)}`,
    card: sentence(text, [{ action: 'status', label: t('reviewing:open', { number }), args: { order: order.id } }]),
    orderId: order.id,
    orderVersion: order.version,
    ...underCardOf(order.id, to),
  });
}
