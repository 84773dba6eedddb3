import { describe, expect, it } from 'vitest';
import { hintsOf } from '#core/notes/intent/hints.ts';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-27'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'CH', names: ['chair', '椅子'], quantity: 2 }],
  });

describe('days to wait for, and days that there are not', () => {
  it.each([
    ['any time after the 20th', '2026-12-21'],
    ['any day from the 20th is fine', '2026-12-20'],
    ['我们14号才回来', '2026-12-14'],
    ['家里14号先有人', '2026-12-14'],
  ])('%j is no day the goods are wanted by', (text, notBefore) => {
    const { deadline, flags } = read(text);
    expect(deadline).toBeNull();
    expect(flags).toEqual([expect.objectContaining({ flag: 'delivery_window', notBefore })]);
  });

  it.each(['not any time after the 20th please', 'any time after the 20th is too late'])('%j is', (text) => {
    expect(read(text).deadline?.date).toBe('2026-12-20');
  });

  it.each(['by 31/11', '31/11', 'deliver by 30/2 please', '清明以后再发', '春节后再送'])('%j is asked about', (text) => {
    expect(read(text).humanReasons).toContain('unclear_date');
  });

  it.each(['30/2 cotton yarn', 'by 12/5'])('%j is not', (text) => {
    expect(read(text).humanReasons).not.toContain('unclear_date');
  });
});

describe('what is to happen first, or only if something else does', () => {
  it.each([
    ['get hold of me before you ship', 'hold'],
    ['Please contact me before shipping', 'hold'],
    ['还没付款的不要发', 'hold'],
    ['退了吧', 'cancel_request'],
    ['如果盖子盖不上就退', 'other'],
    ['要是拉链坏了就退货', 'other'],
  ])('%j is %s', (text, flag) => {
    expect(read(text).flags.map((item) => item.flag)).toEqual([flag]);
  });
});

it('退了吧 of an order asks which of the two is meant', () => {
  expect(hintsOf('退了吧')).toEqual(['cancel', 'return']);
});
