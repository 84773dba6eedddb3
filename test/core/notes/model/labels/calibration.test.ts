import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyOf, calibrationError, confidenceOf, fewest, type Tally } from '#core/notes/model/labels/calibration.decide.ts';

const tally = (support: number, right: number, wrong: number, field: Tally['field'] = 'spec'): Tally => ({ field, support, right, wrong });

describe('how sure a suggestion is', () => {
  it('comes from what colleagues said of others like it', () => {
    expect(confidenceOf([tally(1, 18, 12), tally(2, 27, 3)], 'spec', 2)).toEqual({ share: 0.9, n: 30 });
    expect(confidenceOf([tally(1, 18, 12), tally(2, 27, 3)], 'spec', 1)).toEqual({ share: 0.6, n: 30 });
  });

  it('is not told from too few, nor from suggestions of another kind', () => {
    expect(confidenceOf([tally(2, 10, 9)], 'spec', 2)).toEqual({ share: null, n: 19 });
    expect(confidenceOf([tally(2, 100, 0, 'urgent')], 'spec', 2)).toEqual({ share: null, n: 0 });
  });

  it('never falls where more was proven: bins that say otherwise are one', () => {
    expect(confidenceOf([tally(1, 27, 3), tally(2, 15, 15)], 'spec', 2)).toEqual({ share: 0.7, n: 60 });
    const tallies = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(tallies, (bins) => {
        const all = bins.map(([right, wrong], support) => tally(support, right, wrong));
        const shares = all.map(({ support }) => confidenceOf(all, 'spec', support).share).filter((share) => share !== null);
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });

  it('is as good as what it was learnt from', () => {
    expect(calibrationError([tally(1, 18, 12), tally(2, 27, 3)])).toBeCloseTo(0);
    expect(calibrationError([tally(1, 1, 2)])).toBeNull();
  });
});

it('counts how often suggestions of a field were right', () => {
  const all = [tally(1, 10, 4), tally(3, 9, 1), tally(0, 1, 0, 'urgent')];
  expect(accuracyOf(all)).toEqual([
    { field: 'spec', right: 19, n: 24, share: 19 / 24 },
    { field: 'urgent', right: 1, n: 1, share: null },
  ]);
  expect(fewest).toBe(20);
});
