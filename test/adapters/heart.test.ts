import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startHeart, type Heart } from '#adapters/heart.ts';
import type { Log } from '#core/ports.ts';

const events: string[] = [];
const note = (_facts: object, event: string): void => void events.push(event);
const log: Log = { info: note, warn: note, error: note };
let heart: Heart | undefined;

beforeEach(() => void events.splice(0));
afterEach(async () => {
  await heart?.stop();
  vi.useRealTimers();
});

it('beats every second, and goes on when the clock of the machine is set back by hours', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T12:00:00Z') });
  let beats = 0;
  heart = startHeart(async () => void beats++, log);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(beats).toBeGreaterThanOrEqual(4);
  for (const hours of [-3, 2]) {
    beats = 0;
    vi.setSystemTime(Date.now() + hours * 3_600_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(beats).toBeGreaterThanOrEqual(15);
  }
});

it('waits for a whole beat that began after the call', async () => {
  const ends: (() => void)[] = [];
  heart = startHeart(() => new Promise((end) => void ends.push(end)), log);
  const first = heart.beat();
  let settled = false;
  const second = heart.beat().then(() => (settled = true));
  ends.shift()?.();
  await first;
  await Promise.resolve();
  expect(settled).toBe(false);
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  ends.shift()?.();
  await second;
});

it('says of failures that follow each other now and then, and when they are over', async () => {
  vi.useFakeTimers();
  let isAway = true;
  heart = startHeart(() => (isAway ? Promise.reject(new Error('no database')) : Promise.resolve()), log);
  await vi.advanceTimersByTimeAsync(90_000);
  isAway = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(events).toEqual(['desk.tick_failed', 'desk.tick_failed', 'desk.tick_works_again']);
});

it('goes on after a beat that failed, and tells the log of one that never ends', async () => {
  vi.useFakeTimers();
  const stuck = Promise.withResolvers<void>();
  let beats = 0;
  heart = startHeart(() => (++beats === 1 ? Promise.reject(new Error('no database')) : stuck.promise), log);
  await vi.advanceTimersByTimeAsync(125_000);
  expect(beats).toBe(2);
  expect(events).toEqual(['desk.tick_failed', 'desk.tick_slow', 'desk.tick_slow']);
  stuck.resolve();
});
