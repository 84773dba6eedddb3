import type { Effect } from '../orders/decision.ts';
import { readBusiness } from '../people/business.store.ts';
import { lockCustomer } from '../people/customer.store.ts';
import { plan, unplan } from '../schedule/jobs.ts';
import type { Applied, Turn } from '../turn.ts';
import { followUpTimes, mergeWithin } from './follow-up.ts';
import { lateDays, planFollowUp, type NewStep } from './follow-up.decide.ts';
import { recordTouches } from './record.act.ts';
import { addDelivery, deliveriesOf, insertTouch, openStep, saveTouch, touchesAbout } from './touch.store.ts';
import { isOpen, type Delivery, type Touch, type TouchReason } from './touch.ts';

const jobKey = (id: string): string => `touch:${id}`;

/** From now on the touch is looked at when it is due, once; planned anew it is looked at then. */
export async function planTouch(turn: Turn, { id, dueAt }: Touch): Promise<void> {
  await plan(turn, { key: jobKey(id), kind: 'touch_due', dueAt, body: { touchId: id } });
}

/** Ends a touch that was still to come; why stands on the timeline. */
export async function dropTouch(turn: Turn, touch: Touch, reason: TouchReason): Promise<Touch> {
  const dropped: Touch = { ...touch, state: 'cancelled', reason, settledAt: turn.now };
  await saveTouch(turn.tx, dropped);
  await unplan(turn, jobKey(touch.id));
  return dropped;
}

/** An order was delivered: what the customer hears in the next three days is planned, together with an earlier delivery's. */
export async function performFollowUp(
  turn: Turn,
  _effect: Extract<Effect, { kind: 'follow_up' }>,
  { order }: Pick<Applied, 'order'>,
): Promise<void> {
  const { tx, now } = turn;
  await lockCustomer(tx, order.customerId);
  const { timeZone } = await readBusiness(tx);
  const delivery = { orderId: order.id, deliveredAt: now, lateDays: lateDays(order, now.toZonedDateTimeISO(timeZone).toPlainDate()) };
  const { steps, joined } = planFollowUp(delivery, await openTouches(turn, order.customerId));
  const planned: Touch[] = [];
  for (const step of steps) planned.push(await begin(turn, order, delivery, step));
  const before = new Map<string, Touch[]>();
  for (const touch of joined) {
    await saveTouch(tx, touch);
    await addDelivery(tx, touch.id, delivery);
    await planTouch(turn, touch);
    for (const orderId of touch.orderIds) before.set(orderId, [...(before.get(orderId) ?? []), touch]);
  }
  await recordTouches(turn, 'touch.planned', order.id, [...planned, ...joined]);
  for (const [orderId, touches] of before) await recordTouches(turn, 'touch.deferred', orderId, touches);
}

/** What is still to come of the follow-up of a delivery so recent that this one joins it. */
async function openTouches({ tx, now }: Turn, customerId: string): Promise<Touch[]> {
  const last = await openStep(tx, { customerId, campaign: 'follow_up', step: 'close', since: now.subtract(mergeWithin) });
  if (!last) return [];
  const all = await touchesAbout(
    tx,
    (await deliveriesOf(tx, last.id)).map(({ orderId }) => orderId),
  );
  return all.filter((touch) => touch.campaign === 'follow_up' && isOpen(touch));
}

async function begin(
  turn: Turn,
  order: Applied['order'],
  delivery: Delivery,
  { step, dueAt, expiresAt, notNeeded }: NewStep,
): Promise<Touch> {
  const touch: Touch = {
    id: turn.ids.uuid(),
    customerId: order.customerId,
    orderId: order.id,
    campaign: 'follow_up',
    subject: order.id,
    step,
    purpose: followUpTimes[step].purpose,
    state: notNeeded ? 'cancelled' : 'planned',
    reason: notNeeded,
    plannedAt: turn.now,
    dueAt,
    expiresAt,
    outboxKey: null,
    sentAt: null,
    settledAt: notNeeded ? turn.now : null,
    answer: null,
    answeredAt: null,
    orderIds: [order.id],
  };
  if (!(await insertTouch(turn.tx, touch))) throw new Error(`order ${order.id} is followed up already`);
  await addDelivery(turn.tx, touch.id, delivery);
  if (!notNeeded) await planTouch(turn, touch);
  return touch;
}
