import { digitsOf } from '../text/amount.ts';
import type { Locale } from '../text/locale.ts';
import { reasonIn, type RowReason } from './row-reason.ts';

/** A row of a list as somebody wrote it; a column the list does not have is absent from `cells`, an empty cell is ''. */
export interface ListRow {
  /** As a spreadsheet counts: the heading is row 1. */
  row: number;
  cells: Readonly<Record<string, string>>;
}

export interface RefusedListRow {
  row: number;
  reason: string;
}

/** What became of a list: every row read was taken, known already, or refused for a reason. */
export interface ListReport {
  read: number;
  taken: number;
  unchanged: number;
  refused: RefusedListRow[];
}

/** Thrown while one row is being read, caught there: the row is refused for this. A bare sentence is for the terminal alone. */
export class Unreadable extends Error {
  readonly why: RowReason | null;

  constructor(why: RowReason | string) {
    super(typeof why === 'string' ? why : reasonIn('en', why));
    this.why = typeof why === 'string' ? null : why;
  }
}

export function refusedFor(row: number, error: unknown, locale: Locale = 'en'): RefusedListRow {
  if (!(error instanceof Unreadable)) throw error;
  return { row, reason: error.why ? reasonIn(locale, error.why) : error.message };
}

/** A quantity or price as people write it: an optional point, no separators, nothing negative. */
const plainNumber = /^\d{1,12}(?:\.\d{1,6})?$/;

export function readQuantity(column: string, cell: string): number {
  if (!plainNumber.test(cell)) throw new Unreadable({ key: 'quantity', column, cell: shorten(cell) });
  return Number(cell);
}

/** Minor units of a currency, exactly: "12.5" is 1250 in EUR, 13 does not fit "12.999". */
export function readMoney(column: string, cell: string, currency: string): bigint {
  const digits = digitsOf(currency);
  const example = digits === 0 ? '12' : `12.${'5'.padEnd(digits, '0')}`;
  if (!plainNumber.test(cell)) throw new Unreadable({ key: 'amount', column, example, cell: shorten(cell) });
  const [whole = '', fraction = ''] = cell.split('.');
  if (/[1-9]/.test(fraction.slice(digits))) throw new Unreadable({ key: 'decimals', column, currency, cell: shorten(cell) });
  return BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
}

/** The amount that `readMoney` reads as these minor units, without decimals where they say nothing. */
export function writeMoney(minor: bigint, currency: string): string {
  const digits = digitsOf(currency);
  const text = String(minor).padStart(digits + 1, '0');
  const fraction = text.slice(text.length - digits);
  const whole = text.slice(0, text.length - digits);
  return digits === 0 || /^0*$/.test(fraction) ? whole : `${whole}.${fraction}`;
}

export const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
