import type { Calendar } from '../../schedule/calendar.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';

const dayName = (weekday: number, locale: Locale): string => words(locale)(`setup:day.${weekday as 1}`); // 1 to 7, as the texts have them

/** Days of the week, one after the other as a span: "Mon–Fri, Sun". */
export function daysInWords(weekdays: readonly number[], locale: Locale): string {
  const runs: { from: number; to: number }[] = [];
  for (const weekday of weekdays) {
    const last = runs.at(-1);
    if (last && last.to === weekday - 1) last.to = weekday;
    else runs.push({ from: weekday, to: weekday });
  }
  const day = (weekday: number): string => dayName(weekday, locale);
  return runs.map(({ from, to }) => (from === to ? day(from) : `${day(from)}–${day(to)}`)).join(words(locale)('team:join'));
}

/** Days with the same times stand together: "Mon–Fri 09:00–18:00". */
export function hoursInWords(intervals: Calendar['intervals'], locale: Locale): string {
  const byDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    times: intervals
      .filter((interval) => interval.weekday === weekday)
      .map(({ opens, closes }) => `${opens}–${closes}`)
      .join(', '),
  }));
  const runs: { from: number; to: number; times: string }[] = [];
  for (const { weekday, times } of byDay) {
    const last = runs.at(-1);
    if (last?.times === times) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, times });
  }
  const day = (weekday: number): string => dayName(weekday, locale);
  const open = runs.filter(({ times }) => times !== '');
  const each = open.map(({ from, to, times }) => `${from === to ? day(from) : `${day(from)}–${day(to)}`} ${times}`);
  return each.join('; ');
}
