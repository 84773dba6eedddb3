import { leaseSeconds } from './messages/delivery.claim.ts';
import { longestWaitSeconds } from './messages/failure.decide.ts';
import { forgetOldClock } from './messages/old-clock.store.ts';
import type { Database, Timer } from './ports.ts';
import { forgetOldPauses } from './schedule/jobs.store.ts';

/** Nothing waits for a time that was set by a clock of the database which has been set back since. */
export async function forgetOldTimes(database: Database, now: Temporal.Instant): Promise<void> {
  const mostSeconds = 2 * longestWaitSeconds;
  await database.transaction((tx) => forgetOldClock(tx, { mostSeconds, leaseSeconds }));
  await database.transaction((tx) => forgetOldPauses(tx, now, mostSeconds));
}

/** What one kind of work gets before the next has its turn: an answer goes out while others still wait to be heard. */
const mostInARow = 10;

/**
 * Does some of each work of which a look says that there may be any, again and again, until nothing of any is left or the desk is
 * asked to stop. What was done may leave more of another kind, so it is looked again after it; and what could not be done is not
 * tried once more before something else was.
 */
export async function inTurns<Kind extends string>(
  signal: AbortSignal,
  look: () => Promise<Record<Kind, boolean>>,
  works: Record<Kind, () => Promise<boolean>>,
): Promise<void> {
  const kinds = Object.keys(works) as Kind[]; // nothing else stands in it
  const over = new Set<Kind>();
  let waiting = await look();
  for (let worked = true; worked;) {
    worked = false;
    for (const kind of kinds) {
      if (over.has(kind) || !waiting[kind]) continue;
      let times = 0;
      while (times < mostInARow && !signal.aborted && (await works[kind]())) times++;
      if (times > 0) {
        worked = true;
        over.clear();
        waiting = await look();
      }
      if (times < mostInARow) over.add(kind);
    }
  }
}

/** What is sent while the desk stops has so long to be answered: less than a process is given to end. */
const drainMs = 6_000;

/** Aborts when a desk that was asked to stop must have done with sending. */
export function hurryAfter(signal: AbortSignal, timer: Timer): AbortSignal {
  const hurry = new AbortController();
  const wait = (): void => timer.after(drainMs).addEventListener('abort', () => hurry.abort(), { once: true });
  signal.addEventListener('abort', wait, { once: true });
  return hurry.signal;
}

/** What the work comes to, or after so long this instead. */
export function within<T>(timer: Timer, ms: number, work: Promise<T>, instead: NoInfer<T>): Promise<T> {
  const late = timer.after(ms);
  return Promise.race([work, new Promise<T>((resolve) => late.addEventListener('abort', () => resolve(instead), { once: true }))]);
}
