import { record } from '../../events/event.store.ts';
import type { Actor } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';
import { refusalText } from '../cards/refusal.cards.ts';
import type { Refusal } from '../decision.ts';
import { findOrderByNumber, lockOrder } from '../order.store.ts';
import type { Order } from '../order.ts';
import type { State } from '../states.ts';
import { deliver } from './send.act.ts';
import { shipmentsOf } from './shipment.store.ts';
import { ordersOfTrackingNumber, putTrackingCall, wasTracked } from './tracking.store.ts';

/** A carrier's program says that something has arrived: a shipment by its number, or everything under way of an order. */
export interface TrackingCall {
  /** Whose key it came with. */
  source: string;
  /** The caller's own id of this news: told twice, it counts once. */
  id: string | null;
  trackingNumber: string | null;
  order: string | null;
}

export type Tracked =
  | { ok: true; orders: { number: string; state: State; already: boolean }[] }
  | { ok: false; code: 'unknown_shipment' | 'unknown_order' | Refusal['code']; text: string };

/** Delivers what a call names, once, however often it is called. */
export async function track(turn: DeskTurn, call: TrackingCall): Promise<Tracked> {
  const orders = await ordersOf(turn, call);
  if (orders.length === 0) return unknown(turn, call);
  const known = call.id !== null && (await wasTracked(turn.tx, call.source, call.id));
  const answers: Extract<Tracked, { ok: true }>['orders'] = [];
  for (const order of orders) {
    const answer = known ? { ok: true as const, order, already: true } : await deliverOne(turn, order, call);
    if (!answer.ok) return { ok: false, code: answer.refusal.code, text: refusalText(answer.refusal, { locale: 'en', timeZone: 'UTC' }) };
    answers.push({ number: answer.order.number ?? '', state: answer.order.state, already: answer.already });
  }
  if (call.id !== null && !known) await putTrackingCall(turn, call.source, call.id);
  return { ok: true, orders: answers };
}

async function ordersOf(turn: DeskTurn, { trackingNumber, order: number }: TrackingCall): Promise<Order[]> {
  const named = number === null ? null : await findOrderByNumber(turn.tx, number);
  if (trackingNumber === null) return lockAll(turn, named ? [named.id] : []);
  const ids = await ordersOfTrackingNumber(turn.tx, trackingNumber);
  return lockAll(
    turn,
    ids.filter((id) => number === null || id === named?.id),
  );
}

/** Locked before anything is looked at: of two calls at once the second sees what the first did. */
async function lockAll(turn: DeskTurn, ids: string[]): Promise<Order[]> {
  const orders: Order[] = [];
  for (const id of ids) {
    const order = await lockOrder(turn.tx, id);
    if (order) orders.push(order);
  }
  return orders;
}

async function deliverOne(
  turn: DeskTurn,
  order: Order,
  { source, trackingNumber }: TrackingCall,
): Promise<{ ok: true; order: Order; already: boolean } | { ok: false; refusal: Refusal }> {
  const shipments = await shipmentsOf(turn.tx, order.id);
  const meant = shipments.filter((one) => trackingNumber === null || one.trackingNumber?.toLowerCase() === trackingNumber.toLowerCase());
  const arrived = meant.length > 0 && meant.every(({ deliveredAt }) => deliveredAt !== null);
  const over = order.state === 'delivered' || order.state === 'completed';
  const nothingLeft = order.lines.every((line) => line.shipped <= line.delivered);
  if (over || (arrived && (trackingNumber !== null || nothingLeft))) return { ok: true, order, already: true };
  const actor: Actor = { kind: 'api', name: source };
  const input = { source, ...(trackingNumber === null ? {} : { shipment: trackingNumber }) };
  const taken = await deliver(turn, { orderId: order.id, action: 'deliver', actor, via: null, input, version: null });
  return taken.ok ? { ...taken, already: false } : taken;
}

async function unknown(turn: DeskTurn, call: TrackingCall): Promise<Tracked> {
  const code = call.trackingNumber === null ? 'unknown_order' : 'unknown_shipment';
  await record(turn, { kind: 'tracking.denied', actor: { kind: 'api', name: call.source }, via: null, after: { ...call }, reason: code });
  const text = code === 'unknown_order' ? 'There is no such order.' : 'No shipment has this tracking number.';
  return { ok: false, code, text };
}
