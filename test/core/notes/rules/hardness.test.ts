import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'CH', names: ['Ergonomic chair', '人体工学椅'], quantity: 2 }],
  });

describe('a day that nothing may come after', () => {
  it.each([
    'no later than Friday',
    'no later than this Friday please',
    'no later then Friday',
    'by Friday at the latest, no later',
    'Delivery by Friday at the latest, no later please',
    'We need the chairs delivered to the front desk by Friday, no later',
    'by Friday, not later',
    'by Friday and no later',
    'by Friday, and not a day later',
    'Friday at the very latest',
    'Friday the latest',
    'at the latest on Friday',
    'by Friday at the absolute latest',
    'not a day later than Friday',
    'it must not be later than Friday',
    "can't be later than Friday",
    'the latest I can take it is Friday',
    "by Friday, that's the latest",
    'by Friday max',
    '不晚于周五',
    '不能晚于周五',
    '不得晚于周五',
    '不要晚于周五',
    '别晚于周五',
    '不迟于周五',
    '不晚於週五',
    '最晚周五',
    '最晚周五，不能再晚',
    '最晚不超过周五',
    '最迟不能超过周五',
    '最慢周五',
    '周五前，不能再晚了',
    '最晚週五前要收到',
  ])('%j is Friday, strict, and leaves nothing unread', (text) => {
    expect(read(text)).toMatchObject({ deadline: { date: '2026-11-27', strict: true }, unread: [] });
  });

  it.each([
    'by Friday',
    'we need it by Friday please',
    'Friday works',
    'deliver by Friday, later is a problem for us',
    '周五前',
    '周五前要',
    '希望周五前到',
  ])('%j is Friday and not strict', (text) => {
    expect(read(text).deadline).toMatchObject({ date: '2026-11-27', strict: false });
  });

  it('keeps the hour', () => {
    expect(read('by no later than 5pm on Friday').deadline).toMatchObject({ date: '2026-11-27', time: '17:00', strict: true });
  });
});
