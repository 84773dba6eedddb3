import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPlaygroundClock, type Steps } from '#adapters/playground/clock.ts';
import { saveAhead } from '#adapters/playground/clock.store.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';

const start = Temporal.Instant.from('2026-11-26T01:00:00Z');
const idle: Steps = { nextDue: async () => null, settle: async () => {} };

let db: OpenDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(() => saveAhead(db.sql, 0n));

/** The machine's own clock, moved by assignment. */
function machine(at = start) {
  const wall = { at, now: () => wall.at };
  return wall;
}

/** Things that become due at these moments, and a record of when they were done. */
function work(...due: Temporal.Instant[]) {
  const settled: Temporal.Instant[] = [];
  const steps: Steps = {
    nextDue: async (after) => due.filter((at) => Temporal.Instant.compare(at, after) > 0).toSorted(Temporal.Instant.compare)[0] ?? null,
    settle: async (now) => void settled.push(now),
  };
  return { steps, settled };
}

const inHours = (hours: number) => start.add({ minutes: Math.round(hours * 60) });
const texts = (instants: Temporal.Instant[]) => instants.map(String);

describe('the clock of the playground', () => {
  it('runs at real speed between calls', async () => {
    const wall = machine();
    const clock = await openPlaygroundClock(db, wall.now);
    await clock.to(inHours(72), idle);
    wall.at = start.add({ seconds: 90 });
    expect(String(clock.now())).toBe(String(inHours(72).add({ seconds: 90 })));
  });

  it('stops at everything due on the way, exactly when it is due', async () => {
    const { steps, settled } = work(inHours(2), inHours(24), inHours(100));
    const clock = await openPlaygroundClock(db, machine().now);
    await clock.advance(Temporal.Duration.from('PT72H'), 'Asia/Shanghai', steps);
    expect(texts(settled)).toEqual(texts([start, inHours(2), inHours(24), inHours(72)]));
  });

  it('stands still while things are done, however long they take', async () => {
    const wall = machine();
    const clock = await openPlaygroundClock(db, wall.now);
    const seen: string[] = [];
    const slow: Steps = {
      ...work(inHours(1)).steps,
      async settle() {
        wall.at = wall.at.add({ minutes: 5 });
        seen.push(String(clock.now()));
      },
    };
    const moved = await clock.to(inHours(3), slow);
    expect(seen).toEqual(texts([start, inHours(1), inHours(3)]));
    expect(String(moved.now)).toBe(String(inHours(3)));
    expect(String(clock.now())).toBe(String(inHours(3)));
  });

  it('finds the things that became due by what was done on the way', async () => {
    const due = [inHours(1)];
    const settled: Temporal.Instant[] = [];
    const steps: Steps = {
      nextDue: async (after) => due.find((at) => Temporal.Instant.compare(at, after) > 0) ?? null,
      async settle(now) {
        settled.push(now);
        if (now.equals(inHours(1))) due.push(inHours(2));
      },
    };
    const clock = await openPlaygroundClock(db, machine().now);
    await clock.to(inHours(3), steps);
    expect(texts(settled)).toEqual(texts([start, inHours(1), inHours(2), inHours(3)]));
  });

  it('refuses to go back, and stays where it is', async () => {
    const clock = await openPlaygroundClock(db, machine().now);
    await clock.to(inHours(5), idle);
    const moved = await clock.to(inHours(4), idle);
    expect(moved.ok).toBe(false);
    expect(String(clock.now())).toBe(String(inHours(5)));
  });

  it('waits when the machine itself is set back', async () => {
    const wall = machine();
    const clock = await openPlaygroundClock(db, wall.now);
    const before = clock.now();
    wall.at = start.subtract({ hours: 3 });
    expect(String(clock.now())).toBe(String(before));
  });

  it('goes on after a restart', async () => {
    const wall = machine();
    await (await openPlaygroundClock(db, wall.now)).to(inHours(72), idle);
    wall.at = start.add({ hours: 1 });
    const reopened = await openPlaygroundClock(db, wall.now);
    expect(String(reopened.now())).toBe(String(inHours(73)));
  });

  it('follows what another process does to it, back only for a fresh business', async () => {
    const [one, other] = [await openPlaygroundClock(db, machine().now), await openPlaygroundClock(db, machine().now)];
    await one.to(inHours(72), idle);
    await other.follow();
    expect(String(other.now())).toBe(String(inHours(72)));
    // a move that took five seconds ends five seconds less ahead
    await saveAhead(db.sql, BigInt(72 * 3600 - 5) * 1_000_000n);
    await other.follow();
    expect(String(other.now())).toBe(String(inHours(72)));
    await one.restart();
    await other.follow();
    expect(String(other.now())).toBe(String(start));
  });

  it('keeps its own move against what was read meanwhile', async () => {
    const clock = await openPlaygroundClock(db, machine().now);
    await Promise.all([clock.follow(), clock.to(inHours(2), idle), clock.follow()]);
    await clock.follow();
    expect(String(clock.now())).toBe(String(inHours(2)));
  });

  it('goes on from where it was when something on the way fails', async () => {
    const { steps } = work(inHours(1));
    const broken: Steps = {
      ...steps,
      settle: async (now) => void (now.equals(inHours(1)) && (await Promise.reject(new Error('no connection')))),
    };
    const clock = await openPlaygroundClock(db, machine().now);
    await expect(clock.to(inHours(3), broken)).rejects.toThrow('no connection');
    expect(String(clock.now())).toBe(String(inHours(1)));
    await clock.to(inHours(3), idle);
    expect(String(clock.now())).toBe(String(inHours(3)));
  });

  it('reads a day as a calendar day of the business, which is 25 hours once a year', async () => {
    const clock = await openPlaygroundClock(db, machine(Temporal.Instant.from('2026-10-24T12:00:00Z')).now);
    const moved = await clock.advance(Temporal.Duration.from('P1D'), 'Europe/Berlin', idle);
    expect(String(moved.now)).toBe('2026-10-25T13:00:00Z');
  });

  it('never goes back and takes every due moment at its time, in order, whatever is asked of it', async () => {
    const minutes = fc.integer({ min: 0, max: 10_000 });
    const ask = fc.oneof(fc.record({ to: minutes }), fc.record({ pass: minutes }));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(minutes, { maxLength: 12 }), fc.array(ask, { maxLength: 8 }), async (due, asks) => {
        await saveAhead(db.sql, 0n);
        const wall = machine();
        const clock = await openPlaygroundClock(db, wall.now);
        const { steps, settled } = work(...due.map((at) => start.add({ minutes: at })));
        const reached: Temporal.Instant[] = [clock.now()];
        const passed = new Set<string>();
        for (const asked of asks) {
          if ('pass' in asked) wall.at = wall.at.add({ minutes: asked.pass });
          else {
            const from = clock.now();
            const target = start.add({ minutes: asked.to });
            const moved = await clock.to(target, steps);
            expect(moved.ok).toBe(Temporal.Instant.compare(target, from) >= 0);
            const between = due
              .map((at) => start.add({ minutes: at }))
              .filter((at) => Temporal.Instant.compare(at, from) > 0 && Temporal.Instant.compare(at, target) <= 0);
            for (const at of between) passed.add(String(at));
          }
          reached.push(clock.now());
        }
        expect(texts(reached)).toEqual(texts(reached.toSorted(Temporal.Instant.compare)));
        expect(texts(settled)).toEqual(texts(settled.toSorted(Temporal.Instant.compare)));
        // whoever asks twice for the same moment settles it twice, which finds nothing the second time
        const targets = asks.flatMap((asked) => ('to' in asked ? [String(start.add({ minutes: asked.to }))] : []));
        for (const at of passed) {
          const times = settled.filter((each) => String(each) === at).length;
          expect(times).toBeGreaterThanOrEqual(1);
          expect(times).toBeLessThanOrEqual(Math.max(1, targets.filter((target) => target === at).length));
        }
      }),
      { numRuns: 60 },
    );
  });
});
