import type { Case } from '../cases/case.ts';
import { lockCase } from '../cases/case.store.ts';
import { bringCase, showCaseIn } from '../cases/show.act.ts';
import { record } from '../events/event.store.ts';
import { addressesOfRole } from '../people/colleague.store.ts';
import { addBusinessHours } from '../schedule/calendar.ts';
import { readCalendar } from '../schedule/calendar.store.ts';
import { plan, unplan } from '../schedule/jobs.ts';
import type { Job } from '../schedule/jobs.store.ts';
import { gradeFor, gradeReason, type Weight } from '../review/grade.decide.ts';
import { casesToWeigh, raiseException, troublesOfCase, weightOf, type Trouble } from '../review/exception.store.ts';
import type { DeskTurn, Turn } from '../turn.ts';

/** Working hours within which somebody is to call. */
export const callWithin = 4;
/** Of several managers so many are told at once. */
const mostManagers = 3;
const mostAtNight = 500;

/** It is looked at again when its time was missed for the second time. */
export async function planRaising(
  turn: Turn,
  exception: { id: string; caseId: string; orderId: string; dueAt: Temporal.Instant },
): Promise<void> {
  const { id, caseId, orderId } = exception;
  const dueAt = addBusinessHours(await readCalendar(turn.tx), exception.dueAt, callWithin);
  await plan(turn, { key: jobKey(id), kind: 'exception_due', dueAt, body: { caseId, orderId, exceptionId: id } });
}

export const unplanRaising = (turn: Turn, id: string): Promise<void> => unplan(turn, jobKey(id));

const jobKey = (id: string): string => `exception_due:${id}`;

/** Nobody has settled it in twice its time. */
export async function raiseOverdue(turn: DeskTurn, { body }: Job): Promise<void> {
  const standing = await lockCase(turn.tx, String(body['caseId']));
  if (!standing) return;
  const overdue = (await troublesOfCase(turn.tx, standing.id)).filter(({ id }) => id === body['exceptionId']);
  await raise(turn, standing, overdue, { overdueTwice: true });
}

/** Something more was said about what is not settled: what weighs more by now is told where it is seen to. */
export async function raiseTroubles(turn: DeskTurn, standing: Case): Promise<void> {
  await raise(turn, standing, await troublesOfCase(turn.tx, standing.id), {});
}

/** At night: customers become key customers, orders grow, and more goes wrong, while something is not settled. */
export async function raiseOpenTroubles(turn: DeskTurn): Promise<void> {
  for (const caseId of await casesToWeigh(turn.tx, mostAtNight)) {
    const standing = await lockCase(turn.tx, caseId);
    if (standing) await raiseTroubles(turn, standing);
  }
}

async function raise(turn: DeskTurn, standing: Case, troubles: readonly Trouble[], more: Partial<Weight>): Promise<void> {
  for (const trouble of troubles) {
    const weight = { ...(await weightOf(turn.tx, trouble.orderId, trouble.id, turn.now)), ...more };
    const reason = gradeReason(weight);
    const grade = gradeFor(trouble.grade, reason);
    if (reason === null || !(await raiseException(turn.tx, trouble.id, grade, reason))) continue;
    await record(turn, {
      kind: 'exception.raised',
      actor: { kind: 'system' },
      via: null,
      orderId: trouble.orderId,
      customerId: standing.customerId,
      before: { trouble: { code: trouble.code, grade: trouble.grade } },
      after: { trouble: { code: trouble.code, grade, why: reason } },
    });
    await bringCase(turn, standing);
    if (grade === 'high') await callManagers(turn, standing, trouble.id);
    await turn.show(turn, trouble.orderId, `raised:${trouble.id}`);
  }
}

/** What weighs most is shown to those who may decide anything. */
export async function callManagers(turn: Turn, standing: Case, askedBy: string): Promise<void> {
  for (const to of await addressesOfRole(turn.tx, 'manager', mostManagers)) await showCaseIn(turn, standing, to, askedBy);
}
