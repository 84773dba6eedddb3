type Day = Temporal.PlainDate;

/** The first such weekday (1 Monday to 7 Sunday) strictly after the day. */
export function weekdayAfter(day: Day, weekday: number): Day {
  return day.add({ days: ((weekday - day.dayOfWeek + 6) % 7) + 1 });
}

/** That weekday in the Monday-to-Sunday week so many weeks away from the day's own. */
export function weekdayInWeek(day: Day, weekday: number, weeksAway: number): Day {
  return day.add({ days: weekday - day.dayOfWeek + 7 * weeksAway });
}

/** The first month and day on or after the day; null for a day that no year has. */
export function monthDay(day: Day, month: number, dayOfMonth: number): Day | null {
  for (let year = day.year; year <= day.year + 8; year += 1) {
    const found = exact(year, month, dayOfMonth);
    if (found && Temporal.PlainDate.compare(found, day) >= 0) return found;
  }
  return null;
}

/** The first such day of a month on or after the day. */
export function dayOfMonth(day: Day, number: number): Day | null {
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const month = day.with({ day: 1 }).add({ months: ahead });
    const found = exact(month.year, month.month, number);
    if (found && Temporal.PlainDate.compare(found, day) >= 0) return found;
  }
  return null;
}

export function exact(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const found = Temporal.PlainDate.from({ year, month, day });
  return found.day === day ? found : null;
}

/** That day of the month so many months away; null when the month is too short. */
export function dayInMonth(day: Day, monthsAway: number, number: number): Day | null {
  const month = day.with({ day: 1 }).add({ months: monthsAway });
  return exact(month.year, month.month, number);
}

export function endOfMonth(day: Day, monthsAway: number): Day {
  const month = day.with({ day: 1 }).add({ months: monthsAway });
  return month.with({ day: month.daysInMonth });
}

/** The last day of the quarter so many quarters away. */
export const endOfQuarter = (day: Day, quartersAway: number): Day => endOfMonth(day, ((12 - day.month) % 3) + 3 * quartersAway);

/** The last day of the next such month that has not ended yet. */
export function endOfNamedMonth(day: Day, month: number): Day {
  return endOfMonth(day, (month - day.month + 12) % 12);
}

/** The nth such weekday of a month, or its last one for a number below one. */
export function weekdayOfMonth(month: Day, weekday: number, nth: number): Day | null {
  const first = month.with({ day: 1 });
  const last = month.with({ day: month.daysInMonth });
  if (nth < 1) return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
  const found = first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
  return found.month === month.month ? found : null;
}

/** Counts Monday to Friday after the day; public holidays are not known here. */
export function workingDaysAfter(day: Day, count: number): Day {
  let left = count;
  let result = day;
  while (left > 0) {
    result = result.add({ days: 1 });
    if (result.dayOfWeek <= 5) left -= 1;
  }
  return result;
}
