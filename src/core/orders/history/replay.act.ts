import { record } from '../../events/event.store.ts';
import type { Actor } from '../../people/person.ts';
import { planAndAllocate } from '../../stock/ledger.act.ts';
import type { DeskTurn } from '../../turn.ts';
import type { ActionId } from '../actions.ts';
import type { Order } from '../order.ts';
import { nextNumber } from '../order.store.ts';
import { needsOf, whenOf } from '../placing/needs.act.ts';
import type { State } from '../states.ts';
import { insertOrder, saveTransition } from '../transition.store.ts';
import { setCounters } from './counters.store.ts';

/** How far a past order went. */
export type Ending = 'completed' | 'delivered' | 'in_transit' | 'preparing' | 'confirmed' | 'cancelled' | 'rejected';

const system: Actor = { kind: 'system' };
type PastStep = { action: ActionId; to: State; afterHours: number; actor: 'customer' | 'system' };

const placed: PastStep[] = [{ action: 'confirm', to: 'submitted', afterHours: 0.1, actor: 'customer' }];
const accepted: PastStep[] = [...placed, { action: 'verify', to: 'confirmed', afterHours: 0, actor: 'system' }];
const prepared: PastStep[] = [...accepted, { action: 'prepare', to: 'preparing', afterHours: 6, actor: 'system' }];
// past shipping and delivery were reported by other programs
const shipped: PastStep[] = [...prepared, { action: 'ship', to: 'in_transit', afterHours: 20, actor: 'system' }];
const delivered: PastStep[] = [...shipped, { action: 'deliver', to: 'delivered', afterHours: 26, actor: 'customer' }];

const paths: Record<Ending, PastStep[]> = {
  confirmed: accepted,
  preparing: prepared,
  in_transit: shipped,
  delivered,
  completed: [...delivered, { action: 'accept', to: 'completed', afterHours: 30, actor: 'customer' }],
  cancelled: [...accepted, { action: 'cancel', to: 'cancelled', afterHours: 2, actor: 'customer' }],
  rejected: [
    ...placed,
    { action: 'verify', to: 'in_review', afterHours: 0, actor: 'system' },
    { action: 'reject', to: 'rejected', afterHours: 3, actor: 'system' },
  ],
};

/**
 * Writes an order of the past down as the steps it went through, each at its own time, with their effects muted: nobody is
 * messaged and nothing is planned. What is still open keeps its stock, so that the books agree.
 */
export async function replayOrder(turn: DeskTurn, past: Order, ending: Ending): Promise<Order> {
  const customer: Actor = { kind: 'customer', id: past.customerId, name: '' };
  await insertOrder(turn.tx, past, { action: 'create', from: '-', to: 'draft', actor: customer, at: past.createdAt }, null);
  let order = past;
  let at = past.createdAt;
  const number = await nextNumber(turn.tx);
  for (const step of paths[ending]) {
    at = at.add({ minutes: Math.round(step.afterHours * 60) });
    if (Temporal.Instant.compare(at, turn.now) > 0) at = turn.now;
    const actor = step.actor === 'customer' ? customer : system;
    const promise = step.to === 'confirmed' ? at.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 4 }) : order.promisedLatest;
    const after: Order = {
      ...order,
      number,
      state: step.to,
      version: order.version + 1,
      submittedAt: order.submittedAt ?? at,
      enteredStateAt: at,
      promisedOriginal: order.promisedOriginal ?? promise,
      promisedLatest: promise,
    };
    await saveTransition(
      turn.tx,
      after,
      { action: step.action, from: order.state, to: step.to, actor, at },
      { kind: false, lines: false, reading: false, priority: null },
    );
    await record(
      { ...turn, now: at },
      {
        kind: `order.${step.action}`,
        actor,
        via: null,
        orderId: order.id,
        customerId: order.customerId,
        before: { state: order.state, version: order.version },
        after: { state: after.state, version: after.version, replayed: true },
      },
    );
    order = after;
  }
  if (ending === 'confirmed' || ending === 'preparing')
    await planAndAllocate(turn, order.id, await needsOf(turn, order), await whenOf(turn));
  if (ending === 'in_transit' || ending === 'delivered' || ending === 'completed')
    await setCounters(turn.tx, order.id, ending !== 'in_transit');
  return order;
}
