import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReadings, shiftReading } from '#core/notes/merge.ts';
import { aReading, aSpec } from '#test/core/notes/reading.builder.ts';

const urgent = (value: boolean, start: number) => ({
  value,
  evidence: { start, end: start + 4, text: 'asap' },
  source: 'rules' as const,
  status: 'confirmed' as const,
});

describe('a note that grew', () => {
  it('lets the last word win where there can be only one', () => {
    const merged = mergeReadings(aReading({ urgent: urgent(true, 0) }), aReading({ urgent: urgent(false, 0) }), 10);
    expect(merged.urgent).toMatchObject({ value: false, evidence: { start: 10, end: 14 } });
    expect(mergeReadings(aReading({ urgent: urgent(true, 3) }), aReading(), 10).urgent).toEqual(urgent(true, 3));
  });

  it('replaces a wish about the same thing and keeps the others', () => {
    const earlier = aReading({ specs: [aSpec({ sku: 'A', value: 'matt' }), aSpec({ sku: 'B', value: 'matt' })] });
    const merged = mergeReadings(earlier, aReading({ specs: [aSpec({ sku: 'A', value: 'glossy' })] }), 10);
    expect(merged.specs.map(({ sku, value }) => [sku, value])).toEqual([
      ['B', 'matt'],
      ['A', 'glossy'],
    ]);
  });

  it('never forgets what nobody understood, nor that a person is wanted', () => {
    const unread = { start: 0, end: 3, text: 'zzz' };
    const merged = mergeReadings(
      aReading({ unread: [unread], injection: [unread], coverage: 0.5, needsHuman: true, humanReasons: ['unread_text'] }),
      aReading(),
      10,
    );
    expect(merged).toMatchObject({ unread: [unread], injection: [unread], coverage: 0.5, needsHuman: true, humanReasons: ['unread_text'] });
  });

  it('keeps every evidence at its words in the grown note', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (first, second) => {
        const note = `${first}\n${second}`;
        const evidence = { start: 0, end: second.length, text: second };
        const moved = shiftReading(aReading({ specs: [aSpec({ evidence })], unread: [evidence] }), first.length + 1);
        for (const span of [...moved.unread, ...moved.specs.map((spec) => spec.evidence)])
          expect(note.slice(span.start, span.end)).toBe(span.text);
      }),
    );
  });
});
