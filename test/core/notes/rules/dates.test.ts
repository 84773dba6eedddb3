import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as calendar from '#core/notes/rules/dates/calendar.ts';
import { countedDates } from '#core/notes/rules/dates/chinese.counted.ts';
import { chineseDates } from '#core/notes/rules/dates/chinese.ts';
import { englishDates } from '#core/notes/rules/dates/english.data.ts';
import { spokenDates } from '#core/notes/rules/dates/english.spoken.data.ts';
import { feasts } from '#core/notes/rules/dates/feasts.ts';
import { findDates } from '#core/notes/rules/dates/find.ts';
import { growth, steepest } from '#test/support/growth.ts';

const wednesday = Temporal.PlainDate.from('2026-11-25');
/** Around the words a pattern looks at beside itself. */
const frames: [string, string][] = [
  ['', ''],
  ['by ', ''],
  ['', '前'],
  ['', '要用'],
];

const resolve = (text: string, order = wednesday, zone = 'Asia/Shanghai') =>
  findDates(text, order, zone).map(({ date }) => date?.toString() ?? null);

/** Any day from 2024 to 2031; the oracle below counts in plain UTC milliseconds, not in Temporal. */
const anyDay = fc.integer({ min: 19_723, max: 22_644 });
const plainDay = (epochDay: number) => Temporal.PlainDate.from(new Date(epochDay * 86_400_000).toISOString().slice(0, 10));
const iso = (epochDay: number) => new Date(epochDay * 86_400_000).toISOString().slice(0, 10);
/** 1970-01-01 was a Thursday. Monday is 0. */
const weekday = (epochDay: number) => (epochDay + 3) % 7;

describe('every phrase of the tables', () => {
  for (const pattern of [...englishDates, ...spokenDates, ...chineseDates, ...countedDates, ...feasts]) {
    for (const [written, expected] of pattern.examples) {
      it(`"${written}" on Wednesday 2026-11-25 is ${expected}`, () => {
        const readings = frames.map(([before, after]) => resolve(before + written + after));
        expect(readings).toContainEqual([expected]);
      });
    }
  }
});

describe('weekdays, from every day of the year', () => {
  const english = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const chinese = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
  const wanted = fc.integer({ min: 0, max: 6 });

  it('a bare weekday is the first one strictly after the order', () => {
    fc.assert(
      fc.property(anyDay, wanted, (order, day) => {
        let expected = order + 1;
        while (weekday(expected) !== day) expected += 1;
        expect(resolve(`by ${english[day]}`, plainDay(order))).toEqual([iso(expected)]);
        expect(resolve(`${chinese[day]}前`, plainDay(order))).toEqual([iso(expected)]);
        expect(resolve(`this ${english[day]}`, plainDay(order))).toEqual([iso(expected)]);
      }),
    );
  });

  it('next, this and next-but-one count weeks from Monday to Sunday', () => {
    fc.assert(
      fc.property(anyDay, wanted, (order, day) => {
        const monday = order - weekday(order);
        expect(resolve(`next ${english[day]}`, plainDay(order))).toEqual([iso(monday + 7 + day)]);
        expect(resolve(`下${chinese[day]}前`, plainDay(order))).toEqual([iso(monday + 7 + day)]);
        expect(resolve(`本${chinese[day]}前`, plainDay(order))).toEqual([iso(monday + day)]);
        expect(resolve(`下下${chinese[day]}前`, plainDay(order))).toEqual([iso(monday + 14 + day)]);
      }),
    );
  });

  it('working days skip Saturday and Sunday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (order, count) => {
        let expected = order;
        for (let left = count; left > 0;) {
          expected += 1;
          if (weekday(expected) < 5) left -= 1;
        }
        expect(resolve(`within ${count} business days`, plainDay(order))).toEqual([iso(expected)]);
        expect(resolve(`${count}个工作日内`, plainDay(order))).toEqual([iso(expected)]);
      }),
    );
  });
});

describe('days and ends of months, from every day of the year', () => {
  it('a bare day of the month is the first such day on or after the order', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 31 }), (order, number) => {
        let expected = order;
        while (Number(iso(expected).slice(8)) !== number) expected += 1;
        expect(resolve(`${number}号前`, plainDay(order))).toEqual([iso(expected)]);
        expect(calendar.dayOfMonth(plainDay(order), number)?.toString()).toBe(iso(expected));
      }),
    );
  });

  it('a month and day is the first one on or after the order', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (order, other) => {
        const [, month, day] = iso(other).split('-').map(Number);
        let expected = order;
        while (iso(expected).slice(5) !== iso(other).slice(5)) expected += 1;
        expect(resolve(`${month}月${day}日前`, plainDay(order))).toEqual([iso(expected)]);
      }),
    );
  });

  it('the end of a month is the day before the first of the next', () => {
    fc.assert(
      fc.property(anyDay, (order) => {
        let end = order;
        while (iso(end + 1).slice(8) !== '01') end += 1;
        let next = end + 1;
        while (iso(next + 1).slice(8) !== '01') next += 1;
        expect(resolve('by the end of the month', plainDay(order))).toEqual([iso(end)]);
        expect(resolve('月底前', plainDay(order))).toEqual([iso(end)]);
        expect(resolve('下月底前', plainDay(order))).toEqual([iso(next)]);
      }),
    );
  });
});

describe('what depends on the rest of the note', () => {
  it('reads a/b as the country of the order writes it', () => {
    expect(resolve('by 5/12', wednesday, 'America/New_York')).toEqual(['2027-05-12']);
    expect(resolve('by 5/12', wednesday, 'Europe/Berlin')).toEqual(['2026-12-05']);
    expect(resolve('12/5前送到', wednesday, 'Europe/Berlin')).toEqual(['2026-12-05']);
  });

  it('takes the language of the sentence with the day for that', () => {
    expect(resolve('card 写“生日快乐”. wedding is on 7/11', wednesday, 'Europe/Berlin')).toEqual(['2027-11-07']);
    expect(resolve('thanks; 请在12/5前送到! cheers', wednesday, 'Europe/Berlin')).toEqual(['2026-12-05']);
    expect(resolve('no day, 改7/11/12吧. by 5/12', wednesday, 'Europe/Berlin')).toContain('2026-12-05');
  });

  it.each(['a ', '一', '1/2/'])('takes no longer than a text made of %j, without any end of a sentence, has letters', (piece) => {
    expect(growth((text) => findDates(text, wednesday, 'Europe/Berlin'), piece, 700)).toBeLessThan(steepest);
  });

  it('takes the month of a bare day from another date of the note', () => {
    expect(resolve('ready by Jan 3, at the latest the 8th'.toLowerCase())).toEqual(['2027-01-03', '2027-01-08']);
  });
});
