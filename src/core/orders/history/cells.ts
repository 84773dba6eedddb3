import { shorten, Unreadable } from '../../stock/list.ts';

const moment = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?)?$/i;

/** A time as programs write it: year first, then month and day, with or without a time of day and an offset; null for an empty cell. */
export function readMoment(column: string, cell: string, timeZone: string): Temporal.Instant | null {
  if (cell === '') return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', offset] = moment.exec(cell) ?? [];
  if (year === undefined) throw new Unreadable(`${column} must be a time such as 2026-03-29 14:05, not "${shorten(cell)}"`);
  if (Number(year) < 1970) throw new Unreadable(`${column} lies before 1970: "${shorten(cell)}"`);
  try {
    const at = Temporal.PlainDateTime.from(
      { year: Number(year), month: Number(month), day: Number(day), hour: Number(hour), minute: Number(minute), second: Number(second) },
      { overflow: 'reject' },
    );
    return at.toZonedDateTime(offset === undefined ? timeZone : zoneOf(offset)).toInstant();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Unreadable(`${column} is no time of the calendar: "${shorten(cell)}"`);
  }
}

const zoneOf = (offset: string): string => (offset.toUpperCase() === 'Z' ? 'UTC' : offset);

export function readDay(column: string, cell: string): Temporal.PlainDate | null {
  return readMoment(column, cell, 'UTC')?.toZonedDateTimeISO('UTC').toPlainDate() ?? null;
}

/** A text of at most so many characters; what must be there is said by `readNeeded`. */
export function readText(column: string, cell: string, most: number): string {
  if (cell.length > most) throw new Unreadable(`${column} is longer than ${most} characters`);
  return cell;
}

export function readNeeded(column: string, cell: string | undefined, most: number): string {
  if (!cell) throw new Unreadable(`${column} is missing`);
  return readText(column, cell, most);
}

export function readSku(column: string, cell: string | undefined): string {
  const sku = readNeeded(column, cell, 40).toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9._-]*$/.test(sku))
    throw new Unreadable(`${column} must be 1 to 40 letters, digits, dots, dashes or underscores, not "${shorten(sku)}"`);
  return sku;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

export function readCurrency(column: string, cell: string): string {
  const currency = cell.toUpperCase();
  if (!currencies.has(currency)) throw new Unreadable(`${column} must be a code such as EUR, not "${shorten(cell)}"`);
  return currency;
}
