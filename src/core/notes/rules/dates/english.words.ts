import { readNumber } from '../text/numbers.ts';
import * as calendar from './calendar.ts';

/** The names of months as sources of patterns, each with the one group that `monthNumber` reads. */
export const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
export const weekday =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|saturday|sunday|(?<=\\b(?:by|before|on|this|next|until|till|coming|for|latest) )(?:sat|sun))';
export const year = '(?:,? ?(20\\d\\d)\\b)?';
export const day = '(\\d{1,2})(?:st|nd|rd|th)?';
/** First to thirty-first. */
export const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
export const of = (source: string) => new RegExp(`\\b${source}`, 'g');

export const monthNumber = (name: string) =>
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(name.slice(0, 3)) + 1;
export const weekdayNumber = (name: string) => ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(name.slice(0, 3)) + 1;
export const number = (written: string | undefined) => Math.min(readNumber(written ?? '') ?? 0, 3_000);

/**
 * The first such day on or after that of the order, or in the year that is named. Null for the 31st of November: it is named, no other day is
 * meant by it, and a person has to ask. Nothing where the figures are no day at all.
 */
export const inYear = (order: Temporal.PlainDate, month: number, day: number, year?: string): Temporal.PlainDate | null | undefined =>
  month < 1 || month > 12 || day < 1 || day > 31
    ? undefined
    : year
      ? calendar.exact(Number(year), month, day)
      : calendar.monthDay(order, month, day);
