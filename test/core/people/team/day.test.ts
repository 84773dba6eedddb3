import { describe, expect, it } from 'vitest';
import { dayOf, isDay } from '#core/people/team/day.decide.ts';

// a Wednesday
const today = Temporal.PlainDate.from('2026-11-25');

describe('the day a word means', () => {
  it.each([
    ['2026-12-24', '2026-12-24'],
    ['today', '2026-11-25'],
    ['Tomorrow', '2026-11-26'],
    ['明天', '2026-11-26'],
    ['後天', '2026-11-27'],
    ['Friday', '2026-11-27'],
    ['wednesday', '2026-11-25'],
    ['tuesday', '2026-12-01'],
    ['周日', '2026-11-29'],
    ['星期天', '2026-11-29'],
  ])('%s is %s', (word, day) => expect([isDay(word), dayOf(word, today)?.toString()]).toEqual([true, day]));

  it.each(['yesterday', 'Wei', 'mon', '周', '2026-13-45x', ''])('“%s” is none', (word) =>
    expect([isDay(word), dayOf(word, today)]).toEqual([false, null]),
  );

  it('is none where the calendar has no such day', () => expect(dayOf('2026-02-30', today)).toBeNull());
});
