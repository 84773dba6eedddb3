import { bringSurveyAnswers, type BroughtAnswer } from '../../care/survey.store.ts';
import { recordPast, type PastEvent } from '../../events/event.store.ts';
import type { Actor } from '../../people/person.ts';
import { openApproval } from '../../review/approval.store.ts';
import { planAndAllocate } from '../../stock/ledger.act.ts';
import type { DeskTurn } from '../../turn.ts';
import { resumeAcceptance } from '../fulfilling/acceptance.act.ts';
import type { Line, Order } from '../order.ts';
import { needsOf, whenOf } from '../placing/needs.act.ts';
import type { State } from '../states.ts';
import { toldOf } from '../told.ts';
import type { PastAnswer } from './past.ts';
import { insertReplayed, nextNumbers } from './replay.store.ts';
import type { PastStep } from './steps.decide.ts';

/** An order as it was when it was written down, and what happened to it; `by`: the program that tells it. */
export interface Past {
  order: Order;
  steps: readonly PastStep[];
  by: string;
  ref: string | null;
  answers?: readonly PastAnswer[];
}

/**
 * Writes orders of the past down as the steps they went through, each at its own time, with their effects muted: nobody is
 * messaged and nobody is waited for. What is still open keeps its stock, so that the books agree, and is where somebody finds it.
 */
export async function replayOrders(turn: DeskTurn, past: readonly Past[]): Promise<void> {
  if (past.length === 0) return;
  const numbers = await nextNumbers(turn.tx, past.length);
  const replayed = past.map((one, index) => {
    const order = lastOf(one, numbers[index] ?? null);
    return { ...one, order, answers: (one.answers ?? []).map((answer) => answered(turn.ids.uuid(), order, answer)) };
  });
  await insertReplayed(
    turn.tx,
    replayed.map(({ order, steps, by, ref }) => ({
      order,
      source: ref === null ? null : { source: by, ref },
      steps: steps.map((step) => ({
        ...step,
        actor: actorOf(step, order, by).kind,
        actorId: step.by === 'customer' ? order.customerId : null,
      })),
    })),
  );
  await bringSurveyAnswers(
    turn,
    replayed.flatMap(({ answers }) => answers),
  );
  await recordPast(turn, replayed.flatMap(eventsOf));
  for (const { order } of replayed) await leaveOpen(turn, order);
}

const reached = (order: Pick<Order, 'state'>, ...states: State[]): boolean => states.includes(order.state);

/** The order as its last step left it. */
function lastOf({ order, steps }: Past, number: string | null): Order {
  const last = steps.at(-1);
  const submitted = steps.find(({ to }) => to === 'submitted')?.at ?? null;
  const after: Order = { ...order, number, state: last?.to ?? 'draft', version: steps.length, submittedAt: submitted };
  const entered = steps.findLast(({ from, to }) => from !== to)?.at ?? order.createdAt;
  return { ...after, enteredStateAt: entered, lines: order.lines.map((line) => counted(line, after)) };
}

/** Counters of a line that left the house in the past; its stock was gone before today's count. */
function counted(line: Line, order: Order): Line {
  const left = reached(order, 'in_transit', 'delivered', 'completed') ? line.quantity : 0;
  return { ...line, allocated: left, shipped: left, delivered: reached(order, 'in_transit') ? 0 : left };
}

function actorOf(step: PastStep, order: Order, by: string): Actor {
  if (step.by === 'customer') return { kind: 'customer', id: order.customerId, name: '' };
  return step.by === 'system' ? { kind: 'system' } : { kind: 'api', name: by };
}

const answered = (id: string, order: Order, answer: PastAnswer): BroughtAnswer => ({
  ...answer,
  id,
  customerId: order.customerId,
  orderId: order.id,
});

/** Everything that happened to an order, in the order of time. */
function eventsOf({ order, steps, by, answers }: Omit<Past, 'answers'> & { answers: readonly BroughtAnswer[] }): PastEvent[] {
  const about = { via: null, orderId: order.id, customerId: order.customerId };
  const taken = steps.map((step, index): PastEvent => {
    const after = { ...(index === 0 ? toldOf(order) : {}), state: step.to, version: index + 1, replayed: true };
    const before = index === 0 ? null : { state: step.from, version: index };
    return { ...about, at: step.at, kind: `order.${step.action}`, actor: actorOf(step, order, by), before, after };
  });
  const said = answers.map(({ id, score, comment, answeredAt }): PastEvent => {
    const touches = [{ id, step: 'csat', campaign: 'follow_up', answer: `csat_${score}` }];
    const after = { touches, replayed: true, ...(comment === null ? {} : { said: comment.slice(0, 500) }) };
    return { ...about, at: answeredAt, kind: 'touch.answered', actor: { kind: 'customer', id: order.customerId, name: '' }, after };
  });
  return [...taken, ...said].toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
}

/** What of its effects an order needs that has not ended: its stock, somebody who decides, or the day on which it is done. */
async function leaveOpen(turn: DeskTurn, order: Order): Promise<void> {
  if (reached(order, 'confirmed', 'preparing')) await planAndAllocate(turn, order.id, await needsOf(turn, order), await whenOf(turn));
  await resumeAcceptance({ ...turn, now: order.enteredStateAt }, order);
  if (reached(order, 'in_review'))
    await openApproval(turn, {
      orderId: order.id,
      version: order.version,
      role: 'customer_service',
      assignee: null,
      reasons: [{ key: 'imported', params: {} }],
      dueAt: turn.now,
      asked: { pausedAt: null, askedBy: null, questions: [] },
    });
}
