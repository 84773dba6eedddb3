import fc from 'fast-check';
import { expect, it } from 'vitest';
import { momentOf, writtenOf } from '#adapters/moment.ts';

const milliseconds = fc.integer({ min: Date.parse('0001-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59Z') });

it('writes a moment as Temporal reads it, whichever was written before', () => {
  fc.assert(
    fc.property(milliseconds, (ms) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(ms);
      for (const one of [instant, instant.add({ seconds: 1 }), instant])
        expect(Temporal.Instant.from(writtenOf(one)).equals(one)).toBe(true);
    }),
  );
  expect(momentOf(1_700_000_000)).toBe('2023-11-14T22:13:20Z');
  expect(momentOf(1_700_000_000, '000123')).toBe('2023-11-14T22:13:20.000123Z');
  expect(momentOf(1_700_000_001, '5')).toBe('2023-11-14T22:13:21.5Z');
});
