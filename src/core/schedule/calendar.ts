/** When the business works, by the clock of its own time zone. */
export interface Calendar {
  timeZone: string;
  /** `opens` and `closes` as 09:00, `closes` also 24:00; weekday 1 is Monday. With none at all, every hour counts. */
  intervals: { weekday: number; opens: string; closes: string }[];
  /** Days as 2026-12-25. */
  holidays: ReadonlySet<string>;
}

interface Span {
  opens: Temporal.Instant;
  closes: Temporal.Instant;
}

const nanosecondsPerHour = 3_600_000_000_000;
/** A calendar that is closed for ten years is a mistake, and no reason to search for ever. */
const mostDays = 3660;

/** Elapsed working hours from a to b, fractions included; negative when b is earlier. */
export function businessHoursBetween(calendar: Calendar, a: Temporal.Instant, b: Temporal.Instant): number {
  if (Temporal.Instant.compare(a, b) > 0) return -businessHoursBetween(calendar, b, a);
  const last = dateOf(calendar, b);
  let nanoseconds = 0n;
  for (let day = dateOf(calendar, a); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    for (const span of spansOf(calendar, day)) nanoseconds += overlap(span, a, b);
  return Number(nanoseconds) / nanosecondsPerHour;
}

/** The first instant at which so many working hours have elapsed since `from`. */
export function addBusinessHours(calendar: Calendar, from: Temporal.Instant, hours: number): Temporal.Instant {
  let left = BigInt(Math.round(hours * nanosecondsPerHour));
  if (left <= 0n) return from;
  let day = dateOf(calendar, from);
  for (let looked = 0; looked < mostDays; looked++, day = day.add({ days: 1 }))
    for (const span of spansOf(calendar, day)) {
      const worked = overlap(span, from, span.closes);
      if (worked >= left) return Temporal.Instant.fromEpochNanoseconds(later(span.opens, from).epochNanoseconds + left);
      left -= worked;
    }
  throw new RangeError('the calendar has no working hours in ten years');
}

/** When as much working time has elapsed as the next working day has: about the same time of that day. */
export function addBusinessDay(calendar: Calendar, from: Temporal.Instant): Temporal.Instant {
  const next = spansOf(calendar, addWorkingDays(calendar, dateOf(calendar, from), 1));
  return addBusinessHours(
    calendar,
    from,
    next.reduce((hours, { opens, closes }) => hours + closes.since(opens).total('hours'), 0),
  );
}

/** The n-th working day after a date (before it when n is negative); 0 is the date itself, or the next working day. */
export function addWorkingDays(calendar: Calendar, date: Temporal.PlainDate, n: number): Temporal.PlainDate {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let day = date;
  for (let looked = 0; looked < mostDays; looked++) {
    if (left === 0 && isWorkingDay(calendar, day)) return day;
    day = day.add({ days: step });
    if (left > 0 && isWorkingDay(calendar, day)) left--;
  }
  throw new RangeError('the calendar has no such working day in ten years');
}

export function isWorkingDay(calendar: Calendar, date: Temporal.PlainDate): boolean {
  if (calendar.holidays.has(date.toString())) return false;
  return calendar.intervals.length === 0 || calendar.intervals.some(({ weekday }) => weekday === date.dayOfWeek);
}

/** The working times of a day in order, those that touch or overlap joined. */
function spansOf(calendar: Calendar, day: Temporal.PlainDate): Span[] {
  if (!isWorkingDay(calendar, day)) return [];
  const today = calendar.intervals.filter(({ weekday }) => weekday === day.dayOfWeek);
  const hours = calendar.intervals.length === 0 ? [{ opens: '00:00', closes: '24:00' }] : today;
  const spans = hours
    .map(({ opens, closes }) => ({ opens: instantOf(calendar, day, opens), closes: instantOf(calendar, day, closes) }))
    .toSorted((a, b) => Temporal.Instant.compare(a.opens, b.opens));
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before && Temporal.Instant.compare(span.opens, before.closes) <= 0) before.closes = later(before.closes, span.closes);
    else joined.push(span);
  }
  return joined;
}

function overlap(span: Span, a: Temporal.Instant, b: Temporal.Instant): bigint {
  const end = Temporal.Instant.compare(span.closes, b) < 0 ? span.closes : b;
  const elapsed = end.epochNanoseconds - later(span.opens, a).epochNanoseconds;
  return elapsed > 0n ? elapsed : 0n;
}

function instantOf({ timeZone }: Calendar, day: Temporal.PlainDate, time: string): Temporal.Instant {
  if (time.startsWith('24:')) return day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

const dateOf = ({ timeZone }: Calendar, instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate();

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(a, b) < 0 ? b : a);
