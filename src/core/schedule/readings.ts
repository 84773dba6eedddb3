import type { Consumer } from '../messages/inbox.ts';
import type { Database } from '../ports.ts';
import type { Turn } from '../turn.ts';
import type { ReadingKind } from './job.kinds.ts';
import { attempts, putBack } from './jobs.ts';
import { beginDueReading, lockBegunJob, markJobDone, putJobOff, type Job } from './jobs.store.ts';

/** What somebody outside has to be asked for, in three steps: only the first and the last may touch the data. */
export interface Reading<Question, Answer> {
  kind: ReadingKind;
  /** Null: there is nothing to ask any more. */
  prepare(turn: Turn, job: Job): Promise<Question | null>;
  ask(question: Question): Promise<Answer>;
  /** Seconds after which to ask again; null when that was all. */
  keep(turn: Turn, job: Job, question: Question, answer: Answer): Promise<number | null>;
  /** Whoever asked ended without an answer, again and again. */
  giveUp(turn: Turn, job: Job, question: Question): Promise<void>;
  parked(turn: Turn, job: Job): Promise<void>;
}

/** Longer than any answer takes: a process that is silent for so long has ended, and another one asks. */
const leaseSeconds = 30;

/**
 * Does the next due reading, with no transaction open while it is asked; false when none is due. The answer is written with
 * marking it done: a process that ends before leaves it to another one, and of two that have an answer one writes.
 */
export async function handleNextReading<Question, Answer>(
  database: Database,
  consumer: Consumer & { signal: AbortSignal },
  reading: Reading<Question, Answer>,
): Promise<boolean> {
  const { now, ids, log } = consumer;
  const job = await beginDueReading(database.sql, reading.kind, now, leaseSeconds);
  if (!job) return false;
  try {
    const question = await database.transaction((tx) => reading.prepare({ tx, now, ids }, job));
    const isHopeless = job.unfinished >= attempts;
    if (isHopeless) log.error({ id: job.id, kind: job.kind }, 'job.given_up');
    const answer = question === null || isHopeless ? null : { is: await reading.ask(question) };
    // a desk that stops has no answer: whoever comes next asks anew
    if (consumer.signal.aborted) return false;
    await database.transaction(async (tx) => {
      if (!(await lockBegunJob(tx, job))) return;
      const turn = { tx, now, ids };
      if (question !== null && answer === null) await reading.giveUp(turn, job, question);
      const again = question !== null && answer !== null ? await reading.keep(turn, job, question, answer.is) : null;
      await (again === null ? markJobDone(tx, job) : putJobOff(tx, job, again));
    });
  } catch (error) {
    await putBack(database, consumer, reading, job, error);
  }
  return true;
}
