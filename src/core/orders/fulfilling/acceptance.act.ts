import { plan, unplan } from '../../schedule/jobs.ts';
import type { Turn } from '../../turn.ts';
import type { Order } from '../order.ts';

/** How long after delivery an order counts as accepted when nobody says otherwise. */
export const acceptanceTime = Temporal.Duration.from({ hours: 7 * 24 });

const jobKey = (orderId: string): string => `accept_delivery:${orderId}`;

/** While something about a delivery is not right, time alone accepts nothing. */
export async function pauseAcceptance(turn: Turn, orderId: string): Promise<void> {
  await unplan(turn, jobKey(orderId));
}

/** What was not right is settled: the time to say otherwise begins anew. */
export async function resumeAcceptance(turn: Turn, { id, state }: Pick<Order, 'id' | 'state'>): Promise<void> {
  if (state !== 'delivered') return;
  await plan(turn, { key: jobKey(id), kind: 'accept_delivery', dueAt: turn.now.add(acceptanceTime), body: { orderId: id } });
}
