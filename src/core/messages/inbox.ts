import type { Database, Ids, Log } from '../ports.ts';
import type { Turn } from '../turn.ts';
import { backoffSeconds, errorLine } from './failure.decide.ts';
import {
  firstWaiting,
  isAnyDue,
  lockBegun,
  lockDueLane,
  markBegun,
  markDone,
  markFailed,
  parkUnfinished,
  type Waiting,
} from './inbox.store.ts';
import type { Incoming, Outcome } from './incoming.ts';

export interface Consumer {
  now: Temporal.Instant;
  ids: Ids;
  log: Log;
}

export interface Handlers {
  handle(turn: Turn, incoming: Incoming): Promise<Outcome>;
  /** Tells the sender and staff, honestly, that a message was given up. */
  parked(turn: Turn, incoming: Incoming): Promise<void>;
}

const attempts = 5;
/** For the moment between beginning with a message and holding its conversation. */
const keepSeconds = 5;

/**
 * Handles the next message in one transaction with marking it done, in order within its conversation. False when nothing is
 * due. A message whose handling throws leaves no effect; it comes back later, and is parked after the fifth time. So is one
 * that ends the process whenever it is handled: that somebody begins with it is counted before.
 */
export async function handleNext(database: Database, consumer: Consumer, handlers: Handlers): Promise<boolean> {
  const { now, ids } = consumer;
  const begun = await begin(database);
  if (begun === 'nothing' || begun === 'handled') return begun === 'handled';
  if (begun.unfinished >= attempts) {
    await giveUp(database, consumer, handlers, begun);
    return true;
  }
  try {
    await database.transaction(async (tx) => {
      if (await lockBegun(tx, begun)) await markDone(tx, begun, await handlers.handle({ tx, now, ids }, begun.body));
    });
  } catch (error) {
    await putBack(database, consumer, handlers, begun, error);
  }
  return true;
}

/** The next message, counted as begun; `handled` when somebody else was faster. */
async function begin(database: Database): Promise<Waiting | 'nothing' | 'handled'> {
  if (!(await isAnyDue(database.sql))) return 'nothing';
  return database.transaction(async (tx) => {
    const lane = await lockDueLane(tx);
    if (lane === null) return 'nothing';
    const waiting = await firstWaiting(tx, lane);
    if (!waiting) return 'handled';
    await markBegun(tx, waiting, keepSeconds);
    return waiting;
  });
}

/** Parks a message that has ended a process five times; where even saying so did, nothing is said. */
async function giveUp(database: Database, { now, ids, log }: Consumer, handlers: Handlers, waiting: Waiting): Promise<void> {
  const facts = { id: waiting.id, kind: waiting.body.kind };
  const park = (tell: boolean): Promise<void> =>
    database.transaction(async (tx) => {
      if (!(await lockBegun(tx, waiting))) return;
      await parkUnfinished(tx, waiting, 'the process ended whenever it was handled');
      if (tell) await handlers.parked({ tx, now, ids }, waiting.body);
    });
  log.error(facts, 'inbox.parked_unfinished');
  await park(waiting.unfinished === attempts).catch((error: unknown) => {
    log.error({ ...facts, error: errorLine(error) }, 'inbox.parked_silently');
    return park(false);
  });
}

async function putBack(database: Database, consumer: Consumer, handlers: Handlers, waiting: Waiting, error: unknown): Promise<void> {
  const { now, ids, log } = consumer;
  const facts = { id: waiting.id, kind: waiting.body.kind, attempt: waiting.attempts + 1, error: errorLine(error) };
  const failure = { error: facts.error, attempts, seconds: backoffSeconds(facts.attempt, waiting.id) };
  log.warn(facts, 'inbox.failed');
  try {
    const state = await database.transaction(async (tx) => {
      const after = await markFailed(tx, waiting, failure);
      if (after === 'parked') await handlers.parked({ tx, now, ids }, waiting.body);
      return after;
    });
    if (state === 'parked') log.error(facts, 'inbox.parked');
  } catch (second) {
    // Saying so failed too: the message must leave the way of the others all the same.
    log.error({ ...facts, second: errorLine(second) }, 'inbox.parked_silently');
    await database.transaction((tx) => markFailed(tx, waiting, failure));
  }
}
