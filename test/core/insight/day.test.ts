import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, spanOf } from '#core/insight/day.decide.ts';

const now = Temporal.Instant.from('2026-11-25T23:30:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);

describe('the day somebody means', () => {
  it.each([
    ['', 'Asia/Shanghai', '2026-11-25'],
    ['  Yesterday ', 'Asia/Shanghai', '2026-11-25'],
    ['昨天', 'Asia/Shanghai', '2026-11-25'],
    ['今天', 'Asia/Shanghai', '2026-11-26'],
    ['today', 'Europe/Berlin', '2026-11-26'],
    ['today', 'America/New_York', '2026-11-25'],
    ['2026-1-5', 'Asia/Shanghai', '2026-01-05'],
    ['2018-02-28', 'Asia/Shanghai', '2018-02-28'],
    ['2026-11-26', 'Asia/Shanghai', '2026-11-26'],
  ])('%j in %s is %s', (typed, zone, expected) => {
    expect(dayOf(typed, now, zone).toString()).toBe(expected);
  });

  it.each([
    ['2026-11-27', 'Asia/Shanghai', 'not_begun'],
    ['2026-11-26', 'America/New_York', 'not_begun'],
    ['2026-02-30', 'Asia/Shanghai', 'unreadable'],
    ['0000-01-01', 'Asia/Shanghai', 'unreadable'],
    ['24.11.2026', 'Asia/Shanghai', 'unreadable'],
    ['constructor', 'Asia/Shanghai', 'unreadable'],
    ["2026-11-24'; drop table orders; --", 'Asia/Shanghai', 'unreadable'],
  ])('%j in %s is %s', (typed, zone, expected) => {
    expect(dayOf(typed, now, zone)).toBe(expected);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        dayOf(typed, now, 'Europe/Berlin');
      }),
    );
  });
});

describe('how long a day is', () => {
  it.each([
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-03-08', 'America/New_York', 23],
    ['2026-11-01', 'America/New_York', 25],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2026-11-24', 'Asia/Shanghai', 24],
  ])('%s in %s has %d hours, and the next begins where it ends', (date, zone, hours) => {
    const { from, to } = spanOf(day(date), zone);
    expect(from.until(to).total('hours')).toBe(hours);
    expect(spanOf(day(date).add({ days: 1 }), zone).from).toEqual(to);
  });
});
