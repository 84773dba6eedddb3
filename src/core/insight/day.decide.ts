import type { Span } from '../extent.ts';

/** A day of the business, as long as it is there: 23 to 25 hours where the clocks change. */
export function spanOf(day: Temporal.PlainDate, timeZone: string): Span {
  return { from: day.toZonedDateTime(timeZone).toInstant(), to: day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant() };
}

const names: Record<string, number> = { today: 0, 今天: 0, 今日: 0, yesterday: -1, 昨天: -1, 昨日: -1 };

/** The day somebody wrote, as 2026-11-24 or by name; yesterday where nothing is written. A string says why it is none. */
export function dayOf(typed: string, now: Temporal.Instant, timeZone: string): Temporal.PlainDate | 'unreadable' | 'not_begun' {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const word = typed.trim().toLowerCase();
  if (word === '') return today.subtract({ days: 1 });
  const named = Object.hasOwn(names, word) ? names[word] : undefined;
  if (named !== undefined) return today.add({ days: named });
  const day = writtenDay(word);
  if (!day) return 'unreadable';
  return Temporal.PlainDate.compare(day, today) > 0 ? 'not_begun' : day;
}

/** Nobody has figures of before 1900, and no calendar day is written otherwise. */
function writtenDay(word: string): Temporal.PlainDate | null {
  const [, year, month, day] = /^((?:19|2\d)\d\d)-(\d\d?)-(\d\d?)$/.exec(word) ?? [];
  if (year === undefined) return null;
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
