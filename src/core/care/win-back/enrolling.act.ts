import { record } from '../../events/event.store.ts';
import { readBusiness } from '../../people/business.store.ts';
import { everAgreedToOffers } from '../../people/consent.store.ts';
import { lockCustomer } from '../../people/customer.store.ts';
import { putJob, type Job } from '../../schedule/jobs.store.ts';
import type { Schedule } from '../../schedule/slots.decide.ts';
import type { Turn } from '../../turn.ts';
import { obstacleTo } from './dormant.decide.ts';
import { insertEnrolment } from './enrolment.store.ts';
import { armOf } from './holdout.decide.ts';
import { planTouch } from '../planning.act.ts';
import { recordTouches } from '../record.act.ts';
import { standingOf } from './standing.act.ts';
import { addDelivery, insertTouch } from '../touch.store.ts';
import type { Touch } from '../touch.ts';
import { winBackSteps, winBackTimes, type Enrolment, type WinBackStep } from './win-back.ts';

/** When it is looked who has gone quiet, in the time zone of the business; a day that was missed is made up for by the next. */
export const winBackDaily: Schedule = { name: 'win_back', times: ['10:00'], staleAfterHours: 9 };

/** So many are looked at in one transaction; the rest of the day is a job of its own. */
const mostAtOnce = 50;
const first = '00000000-0000-0000-0000-000000000000';

/** Assigns everybody who has gone quiet, agreed to offers and has nothing open; whoever is treated gets their messages planned. */
export async function enrolQuiet(turn: Turn, job: Job): Promise<void> {
  const after = typeof job.body['after'] === 'string' ? job.body['after'] : first;
  const { timeZone } = await readBusiness(turn.tx);
  const customers = await everAgreedToOffers(turn.tx, after, mostAtOnce);
  for (const customerId of customers) await enrol(turn, customerId, timeZone);
  const last = customers.at(-1);
  if (last === undefined || customers.length < mostAtOnce) return;
  const key = `${winBackDaily.name}:${job.dueAt.toString()}:${last}`;
  await putJob(turn.tx, turn.ids.uuid(), { key, kind: winBackDaily.name, dueAt: job.dueAt, body: { after: last } }, turn.now);
}

async function enrol(turn: Turn, customerId: string, timeZone: string): Promise<void> {
  const { tx, now, ids } = turn;
  // whoever writes or orders at this moment is first; another process that enrols them finds them enrolled
  await lockCustomer(tx, customerId);
  const { standing, last, enrolment: before } = await standingOf(turn, customerId, timeZone);
  const { silence } = standing;
  if (obstacleTo(standing) || !silence || !last) return;
  const arm = armOf('win_back', customerId);
  const enrolment: Enrolment = {
    id: ids.uuid(),
    customerId,
    round: (before?.round ?? 0) + 1,
    arm,
    lastOrderId: last.id,
    lastOrderedAt: last.at,
    silentDays: silence.silentDays,
    allowedDays: silence.allowedDays,
    usualDays: silence.usualDays === null ? null : Math.round(silence.usualDays),
    assignedAt: now,
    state: arm === 'holdout' ? 'held_out' : 'under_way',
    overAt: null,
    overBecause: null,
  };
  if (!(await insertEnrolment(tx, enrolment))) return;
  await record(turn, {
    kind: 'campaign.enrolled',
    actor: { kind: 'system' },
    via: null,
    orderId: last.id,
    customerId,
    after: { enrolment: { campaign: 'win_back', arm, silent: silence.silentDays, allowed: silence.allowedDays } },
  });
  if (arm === 'holdout') return;
  const touches: Touch[] = [];
  for (const step of winBackSteps) touches.push(await begin(turn, enrolment, step));
  await recordTouches(turn, 'touch.planned', last.id, touches);
}

async function begin(turn: Turn, enrolment: Enrolment, step: WinBackStep): Promise<Touch> {
  const { customerId, lastOrderId, lastOrderedAt, assignedAt } = enrolment;
  const { afterHours, untilHours } = winBackTimes[step];
  const touch: Touch = {
    id: turn.ids.uuid(),
    customerId,
    orderId: lastOrderId,
    campaign: 'win_back',
    subject: enrolment.id,
    step,
    purpose: 'marketing',
    state: 'planned',
    reason: null,
    plannedAt: turn.now,
    dueAt: assignedAt.add({ hours: afterHours }),
    expiresAt: assignedAt.add({ hours: untilHours }),
    outboxKey: null,
    sentAt: null,
    settledAt: null,
    answer: null,
    answeredAt: null,
    orderIds: [lastOrderId],
  };
  if (!(await insertTouch(turn.tx, touch))) throw new Error(`enrolment ${enrolment.id} is written to already`);
  // its history is where colleagues look for why somebody was written to
  await addDelivery(turn.tx, touch.id, { orderId: lastOrderId, deliveredAt: lastOrderedAt, lateDays: 0 });
  await planTouch(turn, touch);
  return touch;
}
