import { isChinese, type Locale } from './locale.ts';

/** To make a format costs twenty times what it costs to use it, and a card uses the same ones on every line. */
function kept<Of extends string[], Format>(make: (...of: Of) => Format): (...of: Of) => Format {
  const known = new Map<string, Format>();
  return (...of) => {
    const key = of.join(' ');
    const format = known.get(key) ?? make(...of);
    known.set(key, format);
    return format;
  };
}

const currencies = kept((locale: string, currency: string) => new Intl.NumberFormat(locale, { style: 'currency', currency }));
const quantities = kept((locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }));
const days = kept(
  (locale: Locale, year: 'year' | 'no year') =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: monthOf(locale),
      ...(year === 'year' ? { year: 'numeric' } : {}),
      timeZone: 'UTC',
    }),
);
const shortDays = kept((locale: Locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: monthOf(locale), timeZone: 'UTC' }));
const moments = kept(
  (locale: Locale, timeZone: string) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: monthOf(locale),
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }),
);
const clocks = kept(
  (locale: Locale, timeZone: string) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
);

/** An amount as it is typed into a form: digits and a point, nothing else. */
export function plainAmount(minor: bigint, currency: string): string {
  const digits = currencies('en', currency).resolvedOptions().maximumFractionDigits ?? 2;
  return decimal(minor, digits);
}

/** Money as its readers write it. `minor` is minor units; digits come from the currency (JPY 0, KWD 3). */
export function money(minor: bigint, currency: string, locale: Locale): string {
  const format = currencies(locale, currency);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(decimal(minor, digits));
}

/** A stored amount, `CNY 12345`, as its readers write it. */
export function moneyWords(stored: string, locale: Locale): string {
  const [currency = '', minor = ''] = stored.split(' ');
  return money(BigInt(minor), currency, locale);
}

/** Exact decimal text: a number would lose fen above 2^53. */
function decimal(minor: bigint, digits: number): Intl.StringNumericLiteral {
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const written = digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
  return written as Intl.StringNumericLiteral; // digits, a point and a sign are what the type means
}

/** A calendar date with its weekday, without the year while it is near. */
export function date(day: Temporal.PlainDate, locale: Locale, today?: Temporal.PlainDate): string {
  const near = today !== undefined && Math.abs(today.until(day, { largestUnit: 'days' }).days) < 300;
  return days(locale, near ? 'no year' : 'year').format(day.toZonedDateTime('UTC').epochMilliseconds);
}

/** A calendar date as short as a chart has room for: the day and its month. */
export function shortDate(day: Temporal.PlainDate, locale: Locale): string {
  return shortDays(locale).format(day.toZonedDateTime('UTC').epochMilliseconds);
}

// a short Chinese month is a number with a slash, which reads as a fraction; Temporal's own formatting knows no other
const monthOf = (locale: Locale): 'short' | 'long' => (isChinese(locale) ? 'long' : 'short');

/** A moment in a person's own zone: weekday, date and time. */
export function moment(at: Temporal.Instant, timeZone: string, locale: Locale): string {
  return moments(locale, timeZone).format(at.epochMilliseconds);
}

/** The time of day in a person's own zone. */
export function clock(at: Temporal.Instant, timeZone: string, locale: Locale): string {
  return clocks(locale, timeZone).format(at.epochMilliseconds);
}

export function quantity(value: number, locale: Locale): string {
  return quantities(locale).format(value);
}
