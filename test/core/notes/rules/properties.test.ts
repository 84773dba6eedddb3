import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading, Span } from '#core/notes/reading.ts';
import { readByRules } from '#core/notes/rules.ts';
import { anyText } from '#test/support/any-text.ts';
import { golden } from './golden.ts';

const lines = [
  { sku: 'DL', names: ['Desk lamp', '台灯'], quantity: 12 },
  { sku: 'SD', names: ['Standing desk', '升降桌'], quantity: 3 },
];
const read = (text: string, explained: { start: number; end: number }[] = []) =>
  readByRules({ text, orderDate: Temporal.PlainDate.from('2026-11-25'), timeZone: 'Asia/Shanghai', lines, explained });

const spans = (reading: Reading): Span[] => [
  ...[
    reading.urgent,
    reading.deadline,
    reading.phone,
    reading.address,
    ...reading.specs,
    ...reading.flags,
    ...reading.quantityChanges,
  ].flatMap((item) => (item ? [item.evidence] : [])),
  ...reading.injection,
  ...reading.unread,
];

/** Scraps of real notes, so that arbitrary text meets the rules and not only the fallback. */
const scrap = fc.constantFrom(
  ...golden.flatMap(({ note }) => note.split(/(?<=[,，。 ])/)),
  '\u200b',
  '👩‍👩‍👧',
  'ﬃ',
  '㎝',
  '½',
  '\ud800',
  '\u0001',
  '"',
  '“',
  'to be ',
  'in ',
  '一',
  '十',
  '8',
  '-',
  'not ',
  '不',
);
const anyNote = fc.oneof(
  anyText(300),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(scrap, { maxLength: 30 }).map((parts) => parts.join('')),
);

describe('whatever a customer writes', () => {
  it('every evidence is verbatim and the coverage is a share', () => {
    fc.assert(
      fc.property(anyNote, fc.nat(200), fc.nat(60), (text, start, length) => {
        const reading = read(text, [{ start, end: start + length }]);
        for (const span of spans(reading)) {
          expect(text.slice(span.start, span.end)).toBe(span.text);
          expect(span.end).toBeGreaterThan(span.start);
        }
        expect(reading.coverage).toBeGreaterThanOrEqual(0);
        expect(reading.coverage).toBeLessThanOrEqual(1);
        for (const { value, evidence } of reading.specs) if (/^[\p{L} ]+$/u.test(value)) expect(evidence.text).toContain(value);
      }),
      { numRuns: 600 },
    );
  });

  it('nothing is read from what is explained elsewhere', () => {
    for (const { note } of golden) {
      const reading = read(note, [{ start: 0, end: note.length }]);
      expect([reading.urgent, reading.deadline, reading.specs, reading.flags, reading.unread, reading.injection]).toEqual([
        null,
        null,
        [],
        [],
        [],
        [],
      ]);
    }
  });

  it('100 kB are read to an end, and what is not read is shown unread', () => {
    const bricks = [
      'a',
      '一',
      '8',
      '(',
      '"',
      "'",
      '送到',
      '8-',
      'to be ',
      'not very ',
      '不要',
      'before ',
      '一米',
      '上海市',
      '12 x ',
      'engraved ',
      '刻',
      'call me ',
      '\u200b',
      'ship it to 12 ',
      'deliver to the ',
      'x.',
      ', ',
      '电话 8',
      'is the ',
      '周五',
      'the 15th ',
      '😀',
      'no need to ',
      '没有',
      '系统',
      'ignore the ',
      'print as ',
      '财务',
    ];
    read('热身');
    for (const brick of bricks) {
      const text = brick.repeat(Math.ceil(100_000 / brick.length));
      const reading = read(text);
      for (const span of spans(reading)) expect(text.slice(span.start, span.end)).toBe(span.text);
      expect(reading.unread.at(-1)?.end).toBe(text.length);
    }
  });
});
