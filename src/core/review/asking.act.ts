import type { Role } from '../orders/actions.ts';
import type { Order } from '../orders/order.ts';
import { addBusinessDay, addBusinessHours, businessHoursBetween } from '../schedule/calendar.ts';
import { readCalendar } from '../schedule/calendar.store.ts';
import { plan, unplan } from '../schedule/jobs.ts';
import type { Turn } from '../turn.ts';
import {
  closeApproval,
  openApproval,
  pauseApproval,
  pendingApproval,
  pendingReasons,
  resumeApproval,
  type Ending,
  type NewApproval,
  type Reason,
} from './approval.store.ts';

/** Business hours within which somebody decides about an order in review; an urgent one comes first. */
const decisionHours = { ordinary: 4, urgent: 1 };
/** What is left at least once the customer has answered: nobody decides on an answer they had no time to read. */
const readingHours = 0.5;

const keyOf = (orderId: string): string => `escalate_approval:${orderId}`;
const nothingAsked: NewApproval['asked'] = { pausedAt: null, askedBy: null, questions: [] };

/** Puts the order before whoever may decide it, with the reasons and a time after which the next in line is asked. */
export async function askApproval(
  turn: Turn,
  order: Order,
  asked: { role: Role; reasons: Reason[] } & Partial<Pick<NewApproval, 'assignee' | 'asked'>> & { again?: boolean },
): Promise<void> {
  const { role, reasons, assignee = null, asked: before = nothingAsked, again = false } = asked;
  const calendar = await readCalendar(turn.tx);
  const hours = order.urgent ? decisionHours.urgent : decisionHours.ordinary;
  // those who were called and are the last in line are called once a working day, and told so: oftener is heard by nobody
  const dueAt = again ? addBusinessDay(calendar, turn.now) : addBusinessHours(calendar, turn.now, hours);
  const pausedAt = before.pausedAt && turn.now;
  await openApproval(turn, {
    orderId: order.id,
    version: order.version,
    role,
    assignee,
    reasons,
    dueAt,
    asked: { ...before, pausedAt },
  });
  if (!pausedAt) await planOverdue(turn, order.id, dueAt);
}

/** Hands the question to another role or person: it keeps its reasons and what was asked, and says why it moved. True where it stays with those who let the time run out. */
export async function forwardApproval(
  turn: Turn,
  order: Order,
  to: { role: Role; assignee: string | null; because: Reason; state: 'forwarded' | 'expired'; by: string | null },
): Promise<boolean> {
  const before = await pendingApproval(turn.tx, order.id);
  const reasons = await pendingReasons(turn.tx, order.id);
  await closeApproval(turn, order.id, to.state, to.by, to.because.params['reason'] ?? to.because.key);
  // that nobody answered in time is said once, however often it happens
  const kept = reasons.filter(({ key }) => key !== 'overdue' || to.because.key !== 'overdue');
  const again = before?.eligibleRole === to.role && to.because.key === 'overdue';
  await askApproval(turn, order, {
    role: to.role,
    assignee: to.assignee,
    reasons: [...kept, to.because],
    asked: before ?? nothingAsked,
    again,
  });
  return again;
}

/** What was asked about an earlier version counts no more: it is asked anew. */
export async function supersedeApproval(turn: Turn, order: Order, anew: { role: Role; reasons: Reason[] }): Promise<void> {
  const before = await pendingApproval(turn.tx, order.id);
  await closeApproval(turn, order.id, 'superseded', null, 'changed');
  await askApproval(turn, order, { ...anew, asked: { pausedAt: null, askedBy: null, questions: before?.questions ?? [] } });
}

export async function settleApproval(
  turn: Turn,
  orderId: string,
  ending: Extract<Ending, 'approved' | 'rejected' | 'cancelled'>,
  by: string | null,
  reason: string | null,
): Promise<void> {
  await closeApproval(turn, orderId, ending, by, reason);
  await unplan(turn, keyOf(orderId));
}

/** The clock stands still while the customer's answer is waited for. */
export async function holdClock(turn: Turn, orderId: string, by: { id: string | null; name: string }, question: string): Promise<void> {
  await pauseApproval(turn, orderId, by.id, { by: by.name, text: question, answer: null });
  await unplan(turn, keyOf(orderId));
}

/** The working time that was left when the question was put is left again. */
export async function runClock(turn: Turn, orderId: string, answer: string): Promise<void> {
  const approval = await pendingApproval(turn.tx, orderId);
  if (!approval?.pausedAt) return;
  const calendar = await readCalendar(turn.tx);
  const left = Math.max(readingHours, businessHoursBetween(calendar, approval.pausedAt, approval.dueAt));
  const dueAt = addBusinessHours(calendar, turn.now, left);
  await resumeApproval(turn, orderId, dueAt, answer);
  await planOverdue(turn, orderId, dueAt);
}

const planOverdue = (turn: Turn, orderId: string, dueAt: Temporal.Instant): Promise<void> =>
  plan(turn, { key: keyOf(orderId), kind: 'escalate_approval', dueAt, body: { orderId } });
