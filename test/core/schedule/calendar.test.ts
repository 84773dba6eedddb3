import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDay,
  addBusinessHours,
  addWorkingDays,
  businessHoursBetween,
  isWorkingDay,
  type Calendar,
} from '#core/schedule/calendar.ts';

const weekdays = [1, 2, 3, 4, 5];
const office: Calendar = {
  timeZone: 'Asia/Shanghai',
  intervals: weekdays.flatMap((weekday) => [
    { weekday, opens: '09:00', closes: '12:00' },
    { weekday, opens: '13:00', closes: '18:00' },
  ]),
  holidays: new Set(['2026-10-01', '2026-10-02']),
};
const at = (local: string, timeZone = office.timeZone): Temporal.Instant =>
  Temporal.ZonedDateTime.from(`${local}[${timeZone}]`).toInstant();
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

describe('business time', () => {
  it('counts only working hours', () => {
    expect(businessHoursBetween(office, at('2026-11-25T11:00'), at('2026-11-25T14:30'))).toBe(2.5);
    expect(businessHoursBetween(office, at('2026-11-27T17:00'), at('2026-11-30T10:00'))).toBe(2);
    expect(businessHoursBetween(office, at('2026-11-30T10:00'), at('2026-11-27T17:00'))).toBe(-2);
    expect(businessHoursBetween(office, at('2026-09-30T18:00'), at('2026-10-05T09:00'))).toBe(0);
  });

  it('gives a deadline in working hours', () => {
    expect(addBusinessHours(office, at('2026-11-25T17:30'), 1)).toEqual(at('2026-11-26T09:30'));
    expect(addBusinessHours(office, at('2026-11-25T17:00'), 1)).toEqual(at('2026-11-25T18:00'));
    expect(addBusinessHours(office, at('2026-11-28T03:00'), 8)).toEqual(at('2026-11-30T18:00'));
    expect(addBusinessHours(office, at('2026-11-28T03:00'), 0)).toEqual(at('2026-11-28T03:00'));
    expect(addBusinessDay(office, at('2026-11-25T14:00'))).toEqual(at('2026-11-26T14:00'));
    expect(addBusinessDay(office, at('2026-11-27T17:00'))).toEqual(at('2026-11-30T17:00'));
  });

  it('steps over weekends and holidays', () => {
    expect(addWorkingDays(office, day('2026-09-30'), 1).toString()).toBe('2026-10-05');
    expect(addWorkingDays(office, day('2026-10-01'), 0).toString()).toBe('2026-10-05');
    expect(addWorkingDays(office, day('2026-10-05'), -1).toString()).toBe('2026-09-30');
    expect(isWorkingDay(office, day('2026-10-01'))).toBe(false);
  });

  it('counts the hours that a day in a changing clock really has', () => {
    const night: Calendar = {
      timeZone: 'Europe/Berlin',
      intervals: [{ weekday: 7, opens: '00:00', closes: '24:00' }],
      holidays: new Set(),
    };
    const hoursOf = (date: string): number =>
      businessHoursBetween(night, at(`${date}T00:00`, 'Europe/Berlin'), at(`${date}T23:59:59`, 'Europe/Berlin').add({ seconds: 1 }));
    expect(hoursOf('2026-03-29')).toBe(23);
    expect(hoursOf('2026-10-25')).toBe(25);
    expect(hoursOf('2026-11-01')).toBe(24);
  });

  it('counts every hour for a business that set no hours, and refuses one that never opens', () => {
    const open: Calendar = { timeZone: 'UTC', intervals: [], holidays: new Set(['2026-12-25']) };
    expect(addBusinessHours(open, at('2026-12-24T22:00', 'UTC'), 4)).toEqual(at('2026-12-26T02:00', 'UTC'));
    const shut: Calendar = { timeZone: 'UTC', intervals: [{ weekday: 5, opens: '09:00', closes: '10:00' }], holidays: new Set(fridays()) };
    expect(() => addBusinessHours(shut, at('2026-01-01T00:00', 'UTC'), 1)).toThrow('ten years');
    expect(() => addWorkingDays(shut, day('2026-01-01'), 1)).toThrow('ten years');
  });
});

function fridays(): string[] {
  const first = day('2025-12-26');
  return Array.from({ length: 560 }, (_, week) => first.add({ weeks: week }).toString());
}

const hhmm = (fives: number): string => `${String(Math.floor(fives / 12)).padStart(2, '0')}:${String((fives % 12) * 5).padStart(2, '0')}`;

function isOpen(calendar: Calendar, instant: Temporal.Instant): boolean {
  const local = instant.toZonedDateTimeISO(calendar.timeZone);
  if (calendar.holidays.has(local.toPlainDate().toString())) return false;
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return calendar.intervals.some(({ weekday, opens, closes }) => weekday === local.dayOfWeek && opens <= time && time < closes);
}

describe('business time against a count of minutes', () => {
  const clock = fc.integer({ min: 5 * 12, max: 22 * 12 });
  const interval = fc
    .tuple(fc.integer({ min: 1, max: 7 }), clock, clock)
    .filter(([, a, b]) => a !== b)
    .map(([weekday, a, b]) => ({ weekday, opens: hhmm(Math.min(a, b)), closes: hhmm(Math.max(a, b)) }));
  const calendars = fc.record({
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Shanghai', 'Asia/Kathmandu'),
    intervals: fc.array(interval, { minLength: 1, maxLength: 8 }),
    holidays: fc
      .array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 })
      .map((days) => new Set(days.map((n) => day('2026-03-20').add({ days: n }).toString()))),
  });
  // Three weeks around the changes of the clock in spring.
  const minute = fc.integer({ min: 0, max: 20 * 24 * 60 });
  const start = Temporal.Instant.from('2026-03-21T00:00:00Z');

  function minutesOpen(calendar: Calendar, from: number, to: number): number {
    let open = 0;
    for (let passed = from; passed < to; passed += 5) if (isOpen(calendar, start.add({ minutes: passed }))) open += 5;
    return open;
  }

  it('agrees on the hours between two instants, and comes back to them', () => {
    fc.assert(
      fc.property(calendars, minute, minute, (calendar, x, y) => {
        const [from, to] = [Math.floor(Math.min(x, y) / 5) * 5, Math.floor(Math.max(x, y) / 5) * 5];
        const [a, b] = [start.add({ minutes: from }), start.add({ minutes: to })];
        const minutes = minutesOpen(calendar, from, to);
        const hours = businessHoursBetween(calendar, a, b);
        expect(Math.round(hours * 60)).toBe(minutes);
        const reached = addBusinessHours(calendar, a, hours);
        expect(Temporal.Instant.compare(reached, b)).toBeLessThanOrEqual(0);
        expect(businessHoursBetween(calendar, a, reached)).toBeCloseTo(hours, 9);
        expect(hours === 0 || isOpen(calendar, reached.subtract({ minutes: 1 }))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('counts working days one by one', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 12 }), (calendar, from, n) => {
        const date = day('2026-03-20').add({ days: from });
        let walked = date;
        for (let left = n; left > 0;) {
          walked = walked.add({ days: 1 });
          if (!calendar.holidays.has(walked.toString()) && calendar.intervals.some(({ weekday }) => weekday === walked.dayOfWeek)) left--;
        }
        expect(addWorkingDays(calendar, date, n).toString()).toBe(walked.toString());
        expect(isWorkingDay(calendar, walked)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
