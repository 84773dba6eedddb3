import { errorLine } from '../../../messages/failure.decide.ts';
import type { Database, Ids, Log, ModelAnswer, ModelFailure, ModelQuestion, NoteModel, Timer, Tx } from '../../../ports.ts';
import { afterCall } from './breaker.decide.ts';
import { reserve, settle, type Budget, type Period } from './budget.store.ts';
import { countCall, endCall, putCall, type CallRow, type Purpose } from './call.store.ts';
import { costOf, worstOf, type Prices } from './cost.decide.ts';
import type { Degraded } from '../second.ts';
import { lockHealth, restOf, saveHealth } from './server.store.ts';

/** What a model may cost. */
export interface Terms {
  budget: Budget;
  currency: string;
  /** Null: not known, and then there is no budget to keep either. */
  prices: Prices | null;
}

/** Everything a call needs of its world. */
export interface Calling {
  database: Database;
  ids: Ids;
  log: Log;
  timer: Timer;
  /** Aborted when the desk is asked to stop: what runs then is asked anew by whoever comes next. */
  signal: AbortSignal;
  model: NoteModel;
  terms: Terms;
  now: Temporal.Instant;
  timeZone: string;
}

/** Why a call was not made. */
export interface Obstacle {
  reason: Extract<Degraded, 'over_budget' | 'breaker_open'>;
  /** What the calls before ended with, where the server is given a rest. */
  because?: ModelFailure | null;
}

/** What a call is about, and which prompt asks. */
export interface About {
  orderId: string | null;
  /** A message that was not clear. */
  messageId: string | null;
  prompt: string;
}

export type Called = ModelAnswer | ({ ok: false } & Obstacle);

/**
 * One call, with no transaction open while it runs: what it may cost at most is set aside before, what it did cost is put in
 * the place of that afterwards, and every call is a row whatever becomes of it.
 */
export async function call(world: Calling, question: ModelQuestion, purpose: Purpose, about: About, signal: AbortSignal): Promise<Called> {
  const { database, model, terms } = world;
  const worst = costOf(terms.prices, worstOf(question)) ?? 0n;
  const row: CallRow = {
    id: world.ids.uuid(),
    at: world.now,
    ...about,
    purpose,
    server: model.server,
    model: model.model,
    outcome: 'asking',
    cost: terms.prices ? worst : null,
    currency: terms.currency,
  };
  const obstacle = await database.transaction((tx) => admit(tx, world, row, worst));
  if (obstacle) return { ok: false, ...obstacle };
  const told = await model.ask(question, signal).catch((error: unknown): ModelAnswer => {
    world.log.error({ id: row.id, error: errorLine(error) }, 'model.broke');
    return { ok: false, reason: 'server_down', usage: null, ms: 0 };
  });
  const answer = { ...told, ms: Math.round(told.ms) };
  await database.transaction((tx) => finish(tx, world, row, worst, answer));
  if (!answer.ok) world.log.info({ id: row.id, reason: answer.reason, ms: answer.ms }, 'model.failed');
  return answer;
}

/** The question was turned away, or reached nobody: a server that is down for hours spends no budget. */
const unanswered: readonly ModelFailure[] = ['rejected', 'wrong_key', 'busy', 'not_recorded', 'server_down'];

/** Null where the call may be made; it is then a row, and its money set aside. */
async function admit(tx: Tx, { model, terms, ...world }: Calling, row: CallRow, worst: bigint): Promise<Obstacle | null> {
  const rest = await restOf(tx, model);
  const isPaid = rest === null && (await reserve(tx, terms.budget, periodOf(world), worst));
  const obstacle: Obstacle | null = rest ? { reason: 'breaker_open', ...rest } : isPaid ? null : { reason: 'over_budget' };
  await putCall(tx, obstacle ? { ...row, outcome: obstacle.reason, cost: terms.prices ? 0n : null } : row);
  if (obstacle) await countCall(tx, row, { outcome: obstacle.reason, usage: null, cost: null, ms: 0 });
  return obstacle;
}

async function finish(tx: Tx, { model, terms, ...world }: Calling, row: CallRow, worst: bigint, answer: ModelAnswer): Promise<void> {
  // whoever did not say what they used may have used all of it: unless they never began to answer
  const isFree = !answer.ok && unanswered.includes(answer.reason);
  const used = answer.usage ? costOf(terms.prices, answer.usage) : isFree ? terms.prices && 0n : row.cost;
  const end = { outcome: answer.ok ? 'answered' : answer.reason, usage: answer.usage, cost: used, ms: answer.ms };
  await endCall(tx, row.id, end);
  await countCall(tx, row, end);
  await settle(tx, periodOf(world), worst, used ?? 0n);
  await saveHealth(tx, model, afterCall(await lockHealth(tx, model), { ended: answer.ok ? null : answer.reason, ms: answer.ms }));
}

function periodOf({ now, timeZone }: Pick<Calling, 'now' | 'timeZone'>): Period {
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return { day, month: day.with({ day: 1 }) };
}
