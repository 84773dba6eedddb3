import type { Database, Ids, Log } from '../ports.ts';
import type { Turn } from '../turn.ts';
import { backoffSeconds, errorLine } from './failure.decide.ts';
import { firstWaiting, lockDueLane, markDone, markFailed, type Waiting } from './inbox.store.ts';
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

/**
 * Handles the next message in one transaction with marking it done, in order within its conversation. False when nothing is
 * due. A message whose handling throws leaves no effect; it comes back later, and is parked after the fifth time.
 */
export async function handleNext(database: Database, consumer: Consumer, handlers: Handlers): Promise<boolean> {
  const { now, ids } = consumer;
  let taken: Waiting | null = null;
  try {
    return await database.transaction(async (tx) => {
      taken = null;
      const lane = await lockDueLane(tx);
      if (lane === null) return false;
      taken = await firstWaiting(tx, lane);
      if (taken) await markDone(tx, taken, await handlers.handle({ tx, now, ids }, taken.body));
      return true;
    });
  } catch (error) {
    if (!taken) throw error;
    await putBack(database, consumer, handlers, taken, error);
    return true;
  }
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
