import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priorityOf, type PriorityFacts } from '#core/stock/priority.decide.ts';

const now = Temporal.Instant.from('2026-11-25T04:00:00Z');
const facts = (changes: Partial<PriorityFacts> = {}): PriorityFacts => ({
  pinned: false,
  urgent: false,
  urgentBefore: 0,
  tier: 'standard',
  latestStart: null,
  prioritySupply: false,
  livePromotion: false,
  waitedHours: 0,
  ...changes,
});

test('an ordinary new order has no priority and no parts', () => {
  expect(priorityOf(facts(), now)).toEqual({ score: 0, parts: {} });
});

test('every part is kept, so that the score can be opened', () => {
  const all = facts({
    pinned: true,
    urgent: true,
    tier: 'vip',
    latestStart: now,
    prioritySupply: true,
    livePromotion: true,
    waitedHours: 7.9,
  });
  expect(priorityOf(all, now)).toEqual({
    score: 1127,
    parts: { pin: 1000, urgent: 30, tier: 25, due: 40, supply: 20, promotion: 5, waited: 7 },
  });
});

test('whoever called more than two orders urgent in a month is believed less', () => {
  expect([0, 2, 3].map((urgentBefore) => priorityOf(facts({ urgent: true, urgentBefore }), now).score)).toEqual([30, 30, 10]);
  expect(priorityOf(facts({ urgentBefore: 3 }), now).score).toBe(0);
});

test('core customers come before those who may become it', () => {
  expect((['vip', 'core', 'potential', 'standard'] as const).map((tier) => priorityOf(facts({ tier }), now).score)).toEqual([25, 15, 5, 0]);
});

test.each([
  [-1, 40],
  [0, 40],
  [0.5, 30],
  [4, 30],
  [4.5, 20],
  [24, 20],
  [25, 10],
  [72, 10],
  [73, 0],
])('%d hours until the latest start are worth %d', (hours, points) => {
  expect(priorityOf(facts({ latestStart: now.add({ minutes: hours * 60 }) }), now).score).toBe(points);
});

test('an order that waits long enough comes before every other that was not pinned', () => {
  const rest = fc.record({
    urgent: fc.boolean(),
    urgentBefore: fc.nat(5),
    tier: fc.constantFrom('standard' as const, 'potential' as const, 'core' as const, 'vip' as const),
    latestStart: fc.option(fc.integer({ min: -100, max: 100 }).map((hours) => now.add({ hours }))),
    prioritySupply: fc.boolean(),
    livePromotion: fc.boolean(),
  });
  fc.assert(
    fc.property(rest, (fresh) => {
      expect(priorityOf(facts({ waitedHours: 121 }), now).score).toBeGreaterThan(priorityOf(facts(fresh), now).score);
    }),
  );
});
