import { record } from '../../events/event.store.ts';
import { orderedSince } from '../../orders/habit.store.ts';
import { agreedToOffers } from '../../people/consent.store.ts';
import { lockCustomer } from '../../people/customer.store.ts';
import type { Turn } from '../../turn.ts';
import { endEnrolment, enrolmentUnderWay, findEnrolment } from './enrolment.store.ts';
import { dropTouch } from '../planning.act.ts';
import { recordTouches } from '../record.act.ts';
import { lockTouch, touchesOfSubject } from '../touch.store.ts';
import { isOpen, type Touch, type TouchReason } from '../touch.ts';
import { withdrawTouches } from '../withdrawing.act.ts';
import type { Enrolment } from './win-back.ts';

/** A customer said or did something: whoever is being won back is not written to any more, not even by what waits to be sent. */
export async function heardFromQuiet(turn: Turn, customerId: string): Promise<void> {
  const enrolment = await enrolmentUnderWay(turn.tx, customerId);
  if (!enrolment) return;
  const isIn = (await agreedToOffers(turn.tx, customerId)).length > 0;
  const ordered = await orderedSince(turn.tx, customerId, enrolment.assignedAt);
  const because = !isIn ? 'opted_out' : ordered ? 'ordered' : 'replied';
  await lockCustomer(turn.tx, customerId);
  const touches = await touchesOfSubject(turn.tx, 'win_back', enrolment.id);
  await withdrawTouches(
    turn,
    touches.filter(({ state }) => state === 'sent'),
    because,
  );
  await stopWinBack(turn, enrolment, because, because);
}

/** A message that was not sent, or did not arrive, is the end of it; so is the last one that was. */
export async function winBackSettled(turn: Turn, { subject, step, state, reason }: Touch): Promise<void> {
  if (state === 'sent' && step === 'note') return;
  const enrolment = await findEnrolment(turn.tx, subject);
  if (enrolment) await stopWinBack(turn, enrolment, state === 'sent' ? 'all_said' : (reason ?? state));
}

/** Ends an assignment with why; what was still to be said is not said. `reason` stands with those messages. */
async function stopWinBack(
  turn: Turn,
  { id: enrolmentId, customerId, lastOrderId: orderId }: Enrolment,
  because: string,
  reason: TouchReason = 'note_not_sent',
): Promise<void> {
  const { tx, now } = turn;
  await lockCustomer(tx, customerId);
  if (!(await endEnrolment(tx, enrolmentId, because, now))) return;
  const dropped: Touch[] = [];
  for (const { id } of await touchesOfSubject(tx, 'win_back', enrolmentId)) {
    const touch = await lockTouch(tx, id);
    if (touch && isOpen(touch)) dropped.push(await dropTouch(turn, touch, reason));
  }
  await recordTouches(turn, 'touch.cancelled', orderId, dropped);
  await record(turn, {
    kind: 'campaign.ended',
    actor: { kind: 'system' },
    via: null,
    orderId,
    customerId,
    after: { enrolment: { campaign: 'win_back', arm: 'treated', because } },
  });
}
