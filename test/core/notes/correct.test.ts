import { describe, expect, it } from 'vitest';
import { corrected, correctionOf } from '#core/notes/correct.ts';
import type { SecondItem } from '#core/notes/model/second.ts';
import type { Reading } from '#core/notes/reading.ts';
import { aReading } from '#test/core/notes/reading.builder.ts';

const evidence = { start: 10, end: 30, text: 'the marsh hums below' };
const item = (says: SecondItem['says'], at = evidence): SecondItem => ({
  id: `${says.field}:${at.start}`,
  says,
  evidence: at,
  status: 'suggested',
  disagrees: false,
  rejected: null,
  support: 1,
  answeredBy: null,
});
const beside = (reading: Partial<Reading>, ...items: SecondItem[]): Reading =>
  aReading({ ...reading, second: { model: 'm', prompt: 'note-1', degraded: null, items } });

function after(reading: Reading, id: string, meaning: Parameters<typeof correctionOf>[2]) {
  const correction = correctionOf(reading, id, meaning, '');
  if (!correction) throw new Error(`nothing to put right at ${id}`);
  return corrected(reading, correction, 'Lin').second?.items.map(({ says, status, answeredBy }) => [says.field, status, answeredBy]);
}

describe('what a colleague puts right of the rules', () => {
  it('answers what a model asks of the same words, and nothing else', () => {
    const elsewhere = item({ field: 'nothing' }, { start: 40, end: 44, text: 'else' });
    const reading = beside({ unread: [evidence] }, item({ field: 'nothing' }), item({ field: 'flag', flag: 'packaging' }), elsewhere);
    expect(after(reading, 'unread:10', 'nothing')).toEqual([
      ['nothing', 'confirmed', 'Lin'],
      ['flag', 'suggested', null],
      ['nothing', 'suggested', null],
    ]);
    expect(after(reading, 'unread:10', 'packaging')).toEqual([
      ['nothing', 'rejected', 'Lin'],
      ['flag', 'confirmed', 'Lin'],
      ['nothing', 'suggested', null],
    ]);
  });

  it('answers that the rules were wrong about a wish', () => {
    const wish = { flag: 'complaint' as const, evidence, source: 'rules' as const, status: 'confirmed' as const };
    const reading = beside({ flags: [wish] }, item({ field: 'no_flag', flag: 'complaint' }), item({ field: 'no_flag', flag: 'question' }));
    expect(after(reading, 'complaint', 'nothing')).toEqual([
      ['no_flag', 'confirmed', 'Lin'],
      ['no_flag', 'suggested', null],
    ]);
  });

  it('answers that the rules were wrong about a property', () => {
    const blue = { sku: null, key: 'color' as const, value: 'blue', unit: null };
    const reading = beside(
      { specs: [{ ...blue, evidence, source: 'rules', status: 'confirmed' }] },
      item({ field: 'no_spec', ...blue }),
      item({ field: 'no_spec', ...blue, key: 'scent' }),
    );
    expect(after(reading, 'spec:color:10', 'nothing')).toEqual([
      ['no_spec', 'confirmed', 'Lin'],
      ['no_spec', 'suggested', null],
    ]);
  });
});
