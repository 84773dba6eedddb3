import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Recent } from '#adapters/recent.ts';

it('keeps the last so many surely, the newest value of each, and at most twice as many', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.integer({ min: 0, max: 12 }).map(String)), (sure, keys) => {
      const recent = new Recent<number>(sure);
      keys.forEach((key, at) => recent.put(key, at));
      const newestFirst = [...new Set(keys.toReversed())];
      for (const key of newestFirst.slice(0, sure)) expect(recent.get(key)).toBe(keys.lastIndexOf(key));
      for (const key of newestFirst) expect([undefined, keys.lastIndexOf(key)]).toContain(recent.get(key));
      expect(newestFirst.filter((key) => recent.get(key) !== undefined).length).toBeLessThanOrEqual(2 * sure);
    }),
  );
});
