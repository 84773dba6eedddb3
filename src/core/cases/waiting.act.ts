import { record } from '../events/event.store.ts';
import { sentence } from '../messages/card.ts';
import { addressesOfRole, joinedOfRole } from '../people/colleague.store.ts';
import { customerTerms } from '../people/customer.store.ts';
import { addBusinessHours } from '../schedule/calendar.ts';
import { readCalendar } from '../schedule/calendar.store.ts';
import type { JobKind } from '../schedule/job.kinds.ts';
import { plan, unplan } from '../schedule/jobs.ts';
import type { Job } from '../schedule/jobs.store.ts';
import { moment } from '../text/format.ts';
import type { Turn } from '../turn.ts';
import type { Case } from './case.ts';
import { lockCase } from './case.store.ts';
import { sayUnder, showCaseIn, tellCustomer } from './show.act.ts';

/** The kind of the job that sees to it that nobody waits unseen. */
export const caseUnanswered = 'case_unanswered' satisfies JobKind;

/** Working hours until colleagues are asked again, and until the lead is called. */
const patience = 0.5;
/** The lead is reminded so often, and no oftener. */
const leadPatience = 4;
/** Of several leads so many are called by name. */
const mostLeads = 3;

const jobKey = (id: string): string => `${caseUnanswered}:${id}`;

/** From now on somebody waits for an answer; returns by when they hear, or colleagues are asked again. */
export async function expectAnswer(turn: Turn, standing: Case, times = 1): Promise<Temporal.Instant> {
  const hours = times <= 2 ? patience : leadPatience;
  const dueAt = addBusinessHours(await readCalendar(turn.tx), turn.now, hours);
  await plan(turn, {
    key: jobKey(standing.id),
    kind: caseUnanswered,
    dueAt,
    body: { caseId: standing.id, times, orderId: standing.orderId },
  });
  return dueAt;
}

export async function stopExpecting(turn: Turn, { id }: Case): Promise<void> {
  await unplan(turn, jobKey(id));
}

/** Nobody has answered in time: colleagues are asked again, and after that the lead. */
export async function askAgain(turn: Turn, job: Job): Promise<void> {
  const { caseId, times } = bodyOf(job.body);
  const standing = await lockCase(turn.tx, caseId);
  if (!standing?.waitingSince) return;
  const { waitingSince } = standing;
  const { name: customer } = await customerTerms(turn.tx, standing.customerId);
  const isLead = times > 1;
  const leads = isLead ? await joinedOfRole(turn.tx, 'manager', mostLeads) : [];
  if (times === 2) for (const to of await addressesOfRole(turn.tx, 'manager', mostLeads)) await showCaseIn(turn, standing, to, job.id);
  await sayUnder(turn, standing, `again:${times}`, (t, reader) => {
    const params = { customer, since: moment(waitingSince, reader.timeZone, reader.locale), leads: leads.join(t('orders:card.listJoin')) };
    return [sentence(t(leads.length > 0 ? 'cases:askLead' : 'cases:askAgain', params))];
  });
  if (times === 2)
    await tellCustomer(turn, standing, 'lead', (t) => [sentence(t(leads.length > 0 ? 'cases:leadCalled' : 'cases:askedAgain'))]);
  await record(turn, {
    kind: isLead ? 'case.lead_called' : 'case.asked_again',
    actor: { kind: 'system' },
    via: null,
    orderId: standing.orderId,
    customerId: standing.customerId,
    after: { case: standing.id, times },
  });
  await expectAnswer(turn, standing, times + 1);
}

function bodyOf(body: unknown): { caseId: string; times: number } {
  if (typeof body === 'object' && body !== null && 'caseId' in body && 'times' in body) {
    const { caseId, times } = body;
    if (typeof caseId === 'string' && typeof times === 'number') return { caseId, times };
  }
  throw new Error('a job about a case names none');
}
