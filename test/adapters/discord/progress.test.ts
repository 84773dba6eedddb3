import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Progress } from '#adapters/discord/progress.ts';

describe('how far a session is committed', () => {
  it('never goes past an event that is open, in whatever order they end', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([11, 12, 13, 14, 15, 16, 17, 18]), (ended) => {
        const progress = new Progress(10);
        for (let number = 11; number <= 18; number++) expect(progress.begin(number)).toBe(true);
        for (const number of ended) progress.end(number);
        const open = [11, 12, 13, 14, 15, 16, 17, 18].filter((number) => !ended.includes(number));
        expect(progress.committed).toBe((open[0] ?? 19) - 1);
      }),
    );
  });

  it('begins nothing twice: neither what is done nor what is under way', () => {
    const progress = new Progress(10);
    expect([progress.begin(10), progress.begin(11), progress.begin(12)]).toEqual([false, true, true]);
    progress.end(12);
    expect([progress.begin(11), progress.begin(12), progress.begin(13)]).toEqual([false, false, true]);
  });

  it('goes over a number that never came', () => {
    const progress = new Progress(10);
    progress.begin(13);
    progress.end(13);
    expect(progress.committed).toBe(13);
  });
});
