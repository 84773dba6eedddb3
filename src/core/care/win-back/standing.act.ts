import { findOpenCase } from '../../cases/case.store.ts';
import { anyOrderOpen, habitOf, type Habit } from '../../orders/habit.store.ts';
import { reachableAddress } from '../../people/account.store.ts';
import { agreedToOffers, lastSaidOfOffers } from '../../people/consent.store.ts';
import { anyExceptionOpen } from '../../review/exception.store.ts';
import type { Turn } from '../../turn.ts';
import { silenceOf, type Standing } from './dormant.decide.ts';
import { lastEnrolment } from './enrolment.store.ts';
import { lastScore } from '../survey.store.ts';
import type { Enrolment } from './win-back.ts';

/** How a customer stands to being written to, with what it was read from. */
export interface Known {
  standing: Standing;
  last: Habit['last'];
  enrolment: Enrolment | null;
}

/** Everything the campaign asks about a customer, as of now; days are those of the business. */
export async function standingOf(turn: Turn, customerId: string, timeZone: string): Promise<Known> {
  const { tx, now } = turn;
  const { times, last } = await habitOf(tx, customerId);
  const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const agreed = (await agreedToOffers(tx, customerId)).map(({ platform }) => platform);
  const said = await lastSaidOfOffers(tx, customerId);
  const enrolment = await lastEnrolment(tx, customerId);
  const standing: Standing = {
    now,
    silence: silenceOf(times.map(dayOf), dayOf(now)),
    consent: agreed.length > 0 ? 'given' : (said?.state ?? null),
    reachable: agreed.length > 0 && (await reachableAddress(tx, customerId, null, agreed)) !== null,
    open: await openOf(turn, customerId),
    lastScore: await lastScore(tx, customerId),
    lastAssigned: enrolment?.assignedAt ?? null,
  };
  return { standing, last, enrolment };
}

async function openOf({ tx }: Turn, customerId: string): Promise<Standing['open']> {
  if (await anyOrderOpen(tx, customerId)) return 'order';
  if (await findOpenCase(tx, customerId)) return 'case';
  return (await anyExceptionOpen(tx, customerId)) ? 'exception' : null;
}
