import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReadings, shiftReading } from '#core/notes/merge.ts';
import type { Flag } from '#core/notes/reading.ts';
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

  it('keeps the words of a wish that was wished before, where the new ones only say more of it', () => {
    const wish = (flag: Flag, start: number, text: string) => ({
      flag,
      evidence: { start, end: start + text.length, text },
      source: 'rules' as const,
      status: 'confirmed' as const,
    });
    const earlier = aReading({
      flags: [wish('delivery_instructions', 0, 'leave it at the back'), wish('delivery_window', 22, 'mornings')],
    });
    const later = aReading({ flags: [wish('delivery_instructions', 0, 'beware of the dog'), wish('delivery_window', 20, 'afternoons')] });
    const said = mergeReadings(earlier, later, 40).flags.map(({ flag, evidence, also = [] }) => [
      flag,
      evidence.text,
      ...also.map(({ text }) => text),
    ]);
    expect(said).toEqual([
      ['delivery_instructions', 'leave it at the back', 'beware of the dog'],
      ['delivery_window', 'afternoons'],
    ]);
    const [gate] = mergeReadings(earlier, later, 40).flags;
    expect(gate?.also).toEqual([{ start: 40, end: 57, text: 'beware of the dog' }]);
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

  it('keeps what a model said of the words before, answered or open, and that the note is worth a look', () => {
    const item = { says: { field: 'urgent', value: true }, status: 'suggested', disagrees: false, rejected: null, support: 1 } as const;
    const evidence = { start: 0, end: 4, text: 'asap' };
    const second = {
      model: 'm',
      prompt: 'note-3',
      degraded: null,
      items: [
        { ...item, id: 'urgent:0-4', evidence, answeredBy: null },
        { ...item, id: 'nowhere', evidence: null, answeredBy: 'Lin' },
      ],
      settled: [evidence],
    };
    expect(mergeReadings(aReading({ second }), aReading(), 10).second).toEqual(second);
    const moved = { start: 10, end: 14, text: 'asap' };
    expect(mergeReadings(aReading(), aReading({ second }), 10).second).toMatchObject({
      items: [{ evidence: moved }, { evidence: null }],
      settled: [moved],
    });
    expect(mergeReadings(aReading(), aReading({ reader: 'trivial' }), 10).reader).toBe('rules');
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
