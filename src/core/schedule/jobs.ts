import { backoffSeconds, errorLine } from '../messages/failure.decide.ts';
import type { Consumer } from '../messages/inbox.ts';
import type { Database } from '../ports.ts';
import type { Turn } from '../turn.ts';
import type { JobKind } from './job.kinds.ts';
import {
  beginDueJob,
  lockBegunJob,
  markJobDone,
  markJobFailed,
  parkUnfinishedJob,
  putJob,
  removeJob,
  type Job,
  type Plan,
} from './jobs.store.ts';

/**
 * Plans a job, or plans it anew: what stood under the key is replaced, done or not. A job that must happen once only carries
 * in its key what makes it unique.
 */
export async function plan(turn: Turn, job: Plan & { kind: JobKind }): Promise<void> {
  await putJob(turn.tx, turn.ids.uuid(), job, turn.now);
}

/** Cancels a job that still waits. */
export async function unplan(turn: Turn, key: string): Promise<void> {
  await removeJob(turn.tx, key);
}

export interface JobHandlers {
  handle(turn: Turn, job: Job): Promise<void>;
  /** Tells staff that a job was given up. */
  parked(turn: Turn, job: Job): Promise<void>;
}

export const attempts = 5;
/** For the moment between beginning with a job and holding it. */
const keepSeconds = 5;

/**
 * Does the next due job in one transaction with marking it done; false when none is due. A job that throws leaves no effect;
 * it comes back later, and is parked after the fifth time, as is one that ends the process whenever it is done.
 */
export async function handleNextJob(database: Database, consumer: Consumer, handlers: JobHandlers): Promise<boolean> {
  const { now, ids } = consumer;
  const job = await beginDueJob(database.sql, now, keepSeconds);
  if (!job) return false;
  if (job.unfinished >= attempts) {
    await giveUp(database, consumer, handlers, job);
    return true;
  }
  try {
    await database.transaction(async (tx) => {
      if (!(await lockBegunJob(tx, job))) return;
      await handlers.handle({ tx, now, ids }, job);
      await markJobDone(tx, job);
    });
  } catch (error) {
    await putBack(database, consumer, handlers, job, error);
  }
  return true;
}

/** Parks a job that has ended a process five times; where even saying so did, nothing is said. */
async function giveUp(database: Database, { now, ids, log }: Consumer, handlers: JobHandlers, job: Job): Promise<void> {
  const facts = { id: job.id, kind: job.kind };
  const park = (tell: boolean): Promise<void> =>
    database.transaction(async (tx) => {
      if (!(await lockBegunJob(tx, job))) return;
      await parkUnfinishedJob(tx, job, 'the process ended whenever it was done');
      if (tell) await handlers.parked({ tx, now, ids }, job);
    });
  log.error(facts, 'job.parked_unfinished');
  await park(job.unfinished === attempts).catch((error: unknown) => {
    log.error({ ...facts, error: errorLine(error) }, 'job.parked_silently');
    return park(false);
  });
}

/** What threw comes back later, and is parked after the fifth time. */
export async function putBack(
  database: Database,
  consumer: Consumer,
  handlers: Pick<JobHandlers, 'parked'>,
  job: Job,
  error: unknown,
): Promise<void> {
  const { now, ids, log } = consumer;
  const facts = { id: job.id, kind: job.kind, attempt: job.attempts + 1, error: errorLine(error) };
  const failure = { error: facts.error, attempts, seconds: backoffSeconds(facts.attempt, job.id) };
  log.warn(facts, 'job.failed');
  try {
    const state = await database.transaction(async (tx) => {
      const after = await markJobFailed(tx, job, failure);
      if (after === 'parked') await handlers.parked({ tx, now, ids }, job);
      return after;
    });
    if (state === 'parked') log.error(facts, 'job.parked');
  } catch (second) {
    // Saying so failed too: the job must not come back for ever all the same.
    log.error({ ...facts, second: errorLine(second) }, 'job.parked_silently');
    await database.transaction((tx) => markJobFailed(tx, job, failure));
  }
}
