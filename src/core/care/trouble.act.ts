import { record } from '../events/event.store.ts';
import { callPerson } from '../cases/opening.act.ts';
import type { Case } from '../cases/case.ts';
import type { Address, FileRef } from '../messages/incoming.ts';
import { pauseAcceptance } from '../orders/fulfilling/acceptance.act.ts';
import type { Order } from '../orders/order.ts';
import type { Speaker } from '../people/person.ts';
import { openTroubleOf, putException, weightOf } from '../review/exception.store.ts';
import { gradeFor, gradeReason, type Grade, type GradeReason } from '../review/grade.decide.ts';
import { addBusinessHours } from '../schedule/calendar.ts';
import { readCalendar } from '../schedule/calendar.store.ts';
import type { DeskTurn, Turn } from '../turn.ts';
import { dropTouch } from './planning.act.ts';
import { callManagers, callWithin, planRaising, raiseTroubles } from './raising.act.ts';
import { recordTouches } from './record.act.ts';
import { touchesAbout } from './touch.store.ts';
import { isOpen } from './touch.ts';

/** What a customer says is not right about a delivery. */
export interface Report {
  customer: Extract<Speaker['actor'], { kind: 'customer' }>;
  address: Address;
  order: Order;
  code: 'customer_problem' | 'low_score';
  words: string;
  files?: FileRef[];
  score: number | null;
  /** The touch it answers. */
  touchId: string | null;
  /** Every order of the same follow-up: none of them is asked how it was. */
  orderIds: readonly string[];
}

/** An exception keeps the beginning of the words; all of them stand in the conversation. */
const mostKept = 500;

/**
 * Something is not right: an exception with a time by which somebody calls, the customer's words before colleagues, and no
 * more messages as if all were well. Time alone no longer accepts the order.
 */
export async function openTrouble(turn: DeskTurn, report: Report): Promise<void> {
  const { tx } = turn;
  const { customer, order, words, code } = report;
  const isKnown = await openTroubleOf(tx, order.id);
  const reason = gradeReason(await weightOf(tx, order.id, null, turn.now));
  const grade = gradeFor('medium', reason);
  const standing = await callPerson(turn, {
    customer,
    address: report.address,
    about: code === 'low_score' ? 'low_score' : 'problem',
    order,
    words: { text: words, files: report.files ?? [] },
    beside: (opened) => (isKnown ? Promise.resolve() : putTrouble(turn, report, { grade, reason }, opened)),
  });
  await pauseAcceptance(turn, order.id);
  await stopRest(turn, report.orderIds);
  if (!isKnown) await turn.show(turn, order.id, `trouble:${standing.id}`);
  if (isKnown) await raiseTroubles(turn, standing);
  else if (grade === 'high') await callManagers(turn, standing, order.id);
}

async function putTrouble(
  turn: Turn,
  report: Report,
  { grade, reason }: { grade: Grade; reason: GradeReason | null },
  { id: caseId }: Case,
): Promise<void> {
  const { order, code, words, score, touchId } = report;
  const dueAt = addBusinessHours(await readCalendar(turn.tx), turn.now, callWithin);
  const id = turn.ids.uuid();
  await putException(turn, {
    id,
    orderId: order.id,
    lineId: null,
    code,
    grade,
    raisedFor: reason,
    // ours until a colleague finds out otherwise
    causeSide: 'us',
    state: 'open',
    data: { touchId, score, words: words.slice(0, mostKept) },
    dueAt,
    by: null,
    caseId,
  });
  await planRaising(turn, { id, caseId, orderId: order.id, dueAt });
  await record(turn, {
    kind: 'exception.opened',
    actor: { kind: 'system' },
    via: null,
    orderId: order.id,
    customerId: order.customerId,
    after: { trouble: { code, grade, by: dueAt.toString(), ...(reason ? { why: reason } : {}) }, said: words.slice(0, mostKept) },
  });
}

/** What was still to be said about these orders is not said. */
async function stopRest(turn: Turn, orderIds: readonly string[]): Promise<void> {
  const open = (await touchesAbout(turn.tx, orderIds)).filter(isOpen);
  const dropped = [];
  for (const touch of open) dropped.push(await dropTouch(turn, touch, 'problem'));
  for (const orderId of new Set(dropped.flatMap((touch) => touch.orderIds)))
    await recordTouches(
      turn,
      'touch.cancelled',
      orderId,
      dropped.filter((touch) => touch.orderIds.includes(orderId)),
    );
}
