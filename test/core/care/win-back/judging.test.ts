import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { isDormant, obstacleTo, silenceOf, type Standing } from '#core/care/win-back/dormant.decide.ts';
import { effectOf } from '#core/care/win-back/effect.decide.ts';
import { armOf } from '#core/care/win-back/holdout.decide.ts';

const today = Temporal.PlainDate.from('2026-11-25');
const daysAgo = (...days: number[]) => days.map((ago) => today.subtract({ days: ago }));

describe('how long somebody may be silent', () => {
  it.for<[string, number[], { silentDays: number; allowedDays: number; usualDays: number | null } | null]>([
    ['who never ordered is not silent', [], null],
    ['one order tells no rhythm', [119], { silentDays: 119, allowedDays: 120, usualDays: null }],
    ['nor do three', [130, 160, 190], { silentDays: 130, allowedDays: 120, usualDays: null }],
    ['four do', [100, 120, 140, 160], { silentDays: 100, allowedDays: 90, usualDays: 20 }],
    ['whoever orders twice a year is given a year', [200, 380, 560, 740], { silentDays: 200, allowedDays: 360, usualDays: 180 }],
    ['one long holiday changes no rhythm', [95, 125, 155, 355, 385], { silentDays: 95, allowedDays: 90, usualDays: 30 }],
    ['several orders of a day are one', [95, 95, 95, 125, 125], { silentDays: 95, allowedDays: 120, usualDays: null }],
    ['half a day of a median is rounded up', [100, 145, 190, 236, 282], { silentDays: 100, allowedDays: 91, usualDays: 45.5 }],
  ])('%s', ([, ago, expected]) => {
    expect(silenceOf(daysAgo(...ago), today)).toEqual(expected);
    expect(silenceOf(daysAgo(...ago.toReversed()), today)).toEqual(expected);
  });

  it('is over on the very day', () => {
    expect(
      [119, 120].map((ago) => isDormant(silenceOf(daysAgo(ago), today) ?? { silentDays: 0, allowedDays: 1, usualDays: null })),
    ).toEqual([false, true]);
  });

  it('grows with every day, and never falls below ninety days allowed', () => {
    const history = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 400 }), (ago, later) => {
        const now = silenceOf(daysAgo(...ago), today);
        const then = silenceOf(daysAgo(...ago), today.add({ days: later }));
        expect(now?.allowedDays).toBeGreaterThanOrEqual(90);
        expect(then).toEqual({ ...now, silentDays: (now?.silentDays ?? 0) + later });
      }),
    );
  });
});

describe('who is written to', () => {
  const now = Temporal.Instant.from('2026-11-25T02:00:00Z');
  const quiet: Standing = {
    now,
    silence: { silentDays: 200, allowedDays: 90, usualDays: 30 },
    consent: 'given',
    reachable: true,
    open: null,
    lastScore: null,
    lastAssigned: null,
  };
  it.for<[string, Partial<Standing>, ReturnType<typeof obstacleTo>]>([
    ['somebody quiet who agreed', {}, null],
    ['who was content last', { lastScore: 3 }, null],
    ['who was assigned long ago', { lastAssigned: now.subtract({ hours: 24 * 90 }) }, null],
    ['who never ordered', { silence: null }, 'never_ordered'],
    ['who is not dormant yet', { silence: { silentDays: 89, allowedDays: 90, usualDays: 30 } }, 'not_dormant'],
    ['who never said anything', { consent: null }, 'no_consent'],
    ['who ended it', { consent: 'withdrawn' }, 'opted_out'],
    ['who does not hear us where they agreed', { reachable: false }, 'unreachable'],
    ['with an open order', { open: 'order' }, 'open_order'],
    ['with an open conversation', { open: 'case' }, 'open_case'],
    ['with something that is not settled', { open: 'exception' }, 'open_exception'],
    ['who was dissatisfied last', { lastScore: 2 }, 'low_score'],
    ['who was assigned lately', { lastAssigned: now.subtract({ hours: 24 * 90 - 1 }) }, 'enrolled_lately'],
    ['who was assigned by a clock that was ahead', { lastAssigned: now.add({ hours: 5 }) }, 'enrolled_lately'],
  ])('%s', ([, changes, expected]) => {
    expect(obstacleTo({ ...quiet, ...changes })).toBe(expected);
  });

  it('says first what the customer said themselves', () => {
    expect(obstacleTo({ ...quiet, consent: 'withdrawn', open: 'order', lastScore: 1 })).toBe('opted_out');
  });
});

describe('the lot', () => {
  const share = (ids: string[]) => ids.filter((id) => armOf('win_back', id) === 'holdout').length / ids.length;

  it('falls the same way whenever it is asked, on every machine', () => {
    const ids = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000008', '0193f0a2-0000-7000-8000-00000000abcd'];
    expect(ids.map((id) => armOf('win_back', id))).toEqual(ids.map((id) => armOf('win_back', id)));
    // as it fell when the campaign began: another result would deal everybody anew
    expect(
      Array.from({ length: 20 }, (_, n) => armOf('win_back', `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`)[0]).join(''),
    ).toBe('ttttthththtttthhthtt');
  });

  it('holds out a fifth of any customers, however alike their keys', () => {
    const counting = (from: number) =>
      Array.from({ length: 4000 }, (_, n) => `0193f0a2-0000-7000-8000-${(from + n).toString(16).padStart(12, '0')}`);
    // 4,000 of a fifth: five standard errors are 3.2 points, which happens once in two million
    const near = (ids: string[]): void => {
      expect(Math.abs(share(ids) - 0.2)).toBeLessThan(0.032);
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (from) => near(counting(from))),
      { numRuns: 25 },
    );
    near(Array.from({ length: 4000 }, () => randomIds.uuid()));
  });
});

describe('what it brings', () => {
  it.for([
    [{ n: 0, reordered: 0 }, { n: 40, reordered: 3 }, 'too_few', null],
    [{ n: 400, reordered: 100 }, { n: 29, reordered: 0 }, 'too_few', 0.25],
    [{ n: 29, reordered: 29 }, { n: 400, reordered: 0 }, 'too_few', 1],
    [{ n: 120, reordered: 18 }, { n: 30, reordered: 4 }, 'no_difference', 0.0167],
    [{ n: 4000, reordered: 600 }, { n: 1000, reordered: 100 }, 'more', 0.05],
    [{ n: 4000, reordered: 400 }, { n: 1000, reordered: 150 }, 'fewer', -0.05],
  ] as const)('%j against %j: %s', ([treated, holdout, verdict, difference]) => {
    const effect = effectOf(treated, holdout);
    expect(effect.verdict).toBe(verdict);
    if (difference === null) expect(effect.difference).toBeNull();
    else expect(effect.difference).toBeCloseTo(difference, 3);
  });

  it('gives the interval of Newcombe (1998), method 10', () => {
    // his first example: 56 of 70 against 48 of 80
    const [low, high] = effectOf({ n: 70, reordered: 56 }, { n: 80, reordered: 48 }).interval ?? [];
    expect([low, high]).toEqual([expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)]);
  });

  it('never says that nothing is certain, and holds the difference between its ends', () => {
    const outcome = fc
      .integer({ min: 1, max: 2000 })
      .chain((n) => fc.record({ n: fc.constant(n), reordered: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(outcome, outcome, (treated, holdout) => {
        const { difference, interval } = effectOf(treated, holdout);
        const [low, high] = interval ?? [1, -1];
        expect(low).toBeLessThanOrEqual((difference ?? 0) + 1e-9);
        expect(high).toBeGreaterThanOrEqual((difference ?? 0) - 1e-9);
        expect(high - low).toBeGreaterThan(0);
        expect(Math.min(low, -high)).toBeGreaterThanOrEqual(-1 - 1e-9);
      }),
    );
  });
});
