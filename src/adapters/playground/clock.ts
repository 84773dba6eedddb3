import type { Clock, Database } from '#core/ports.ts';
import { readAhead, saveAhead } from './clock.store.ts';

/** What happens on the way when the clock is moved. */
export interface Steps {
  /** The earliest moment strictly later than this one at which something becomes due. */
  nextDue(after: Temporal.Instant): Promise<Temporal.Instant | null>;
  /** Does everything that is due by now. */
  settle(now: Temporal.Instant): Promise<void>;
}

const minute = 60_000_000n;

export type Move = { ok: true; now: Temporal.Instant } | { ok: false; now: Temporal.Instant };

/** Opens the clock where the last process left it. `real` is the machine's own clock. */
export async function openPlaygroundClock(
  db: Database,
  real: () => Temporal.Instant = () => Temporal.Now.instant(),
): Promise<PlaygroundClock> {
  return new PlaygroundClock(db, real, await readAhead(db.sql));
}

/**
 * Business time that can be moved forward: real time plus what the table keeps. It runs at real speed, stands still while it
 * is being moved, so that everything on the way happens exactly when it was due, and never goes back.
 */
export class PlaygroundClock implements Clock {
  readonly #db: Database;
  readonly #real: () => Temporal.Instant;
  #ahead: bigint;
  #latest: Temporal.Instant;
  #standing: Temporal.Instant | null = null;
  /** How often this process has set the clock. */
  #moves = 0;

  constructor(db: Database, real: () => Temporal.Instant, ahead: bigint) {
    this.#db = db;
    this.#real = real;
    this.#ahead = ahead;
    this.#latest = this.#running();
  }

  now(): Temporal.Instant {
    if (this.#standing) return this.#standing;
    const running = this.#running();
    // the machine's clock may be set back; business time waits until it has caught up
    if (Temporal.Instant.compare(running, this.#latest) > 0) this.#latest = running;
    return this.#latest;
  }

  get isMoved(): boolean {
    return this.#ahead > 0n;
  }

  /** Moves by a duration such as PT72H or P1D; days are calendar days of the zone. */
  advance(by: Temporal.Duration, timeZone: string, steps: Steps): Promise<Move> {
    return this.to(this.now().toZonedDateTimeISO(timeZone).add(by).toInstant(), steps);
  }

  /** Moves to a moment, stopping at everything due on the way; refuses a moment that has passed. One move at a time. */
  async to(asked: Temporal.Instant, steps: Steps): Promise<Move> {
    const target = wholeMicroseconds(asked);
    const start = this.now();
    if (Temporal.Instant.compare(target, start) < 0) return { ok: false, now: start };
    if (this.#standing) throw new Error('the clock is being moved already');
    this.#standing = start;
    try {
      await steps.settle(start);
      for (;;) {
        const due = await steps.nextDue(this.#standing);
        // what is not later is waiting for something else than time, such as a retry
        if (!due || Temporal.Instant.compare(due, this.#standing) <= 0 || Temporal.Instant.compare(due, target) > 0) break;
        await this.#stand(due);
        await steps.settle(due);
      }
      if (Temporal.Instant.compare(this.#standing, target) < 0) {
        await this.#stand(target);
        await steps.settle(target);
      }
      return { ok: true, now: target };
    } finally {
      await this.#run(this.#standing);
    }
  }

  /** Takes over what another process on the same data made of the clock: a move, or the real time of a fresh business. */
  async follow(): Promise<void> {
    const moves = this.#moves;
    const ahead = await readAhead(this.#db.sql);
    // what this process sets itself counts more than what was read meanwhile
    if (this.#standing || this.#moves !== moves || ahead === this.#ahead) return;
    // at the end of a move it falls by as long as the move took; only a fresh business takes back more than that
    const isFresh = ahead < this.#ahead - minute;
    this.#ahead = ahead;
    if (isFresh) this.#latest = this.#running();
  }

  /** Back to real time, for a fresh business that knows no other; everything else only goes forward. */
  async restart(): Promise<Temporal.Instant> {
    await saveAhead(this.#db.sql, 0n);
    this.#ahead = 0n;
    this.#moves += 1;
    this.#latest = this.#running();
    return this.#latest;
  }

  /** Kept at every step: a process that ends half way goes on from there. */
  async #stand(at: Temporal.Instant): Promise<void> {
    this.#standing = at;
    this.#ahead = this.#aheadAt(at);
    await saveAhead(this.#db.sql, this.#ahead);
  }

  async #run(from: Temporal.Instant): Promise<void> {
    this.#latest = from;
    this.#ahead = this.#aheadAt(from);
    try {
      await saveAhead(this.#db.sql, this.#ahead);
    } finally {
      this.#moves += 1;
      this.#standing = null;
    }
  }

  #aheadAt(at: Temporal.Instant): bigint {
    const ahead = (at.epochNanoseconds - this.#real().epochNanoseconds) / 1000n;
    return ahead > 0n ? ahead : 0n;
  }

  #running(): Temporal.Instant {
    const nanoseconds = this.#real().epochNanoseconds + this.#ahead * 1000n;
    return wholeMicroseconds(new Temporal.Instant(nanoseconds));
  }
}

/** What the database keeps of a moment: a time that was stored and read again is still the same. */
function wholeMicroseconds(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'microsecond', roundingMode: 'floor' });
}
