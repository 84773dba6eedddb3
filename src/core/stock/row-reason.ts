import { quantity } from '../text/format.ts';
import type { Locale } from '../text/locale.ts';
import { words, type textsOf } from '../text/words.ts';

/** What a reason names: columns and cells as they stand in the file, numbers that were counted, and `options` of which any would do. */
interface About {
  column: string;
  cell: string;
  value: string;
  row: string;
  name: string;
  known: string;
  example: string;
  currency: string;
  location: string;
  sku: string;
  due: string;
  most: number;
  kept: number;
  quantity: number;
  options: readonly string[];
}

/** Why a row of a list is refused, in no language yet. */
export type RowReason = { key: keyof ReturnType<typeof textsOf>['lists']['why'] } & Partial<About>;

/** The reason as its readers write it. */
export function reasonIn(locale: Locale, { key, ...about }: RowReason): string {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(about)) params[name] = written(value, locale);
  return words(locale)(`lists:why.${key}`, { replace: params });
}

function written(value: About[keyof About], locale: Locale): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return quantity(value, locale);
  // American English puts a comma before the "or"; names in Latin letters stand apart from Chinese ones
  const parts = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'disjunction' }).formatToParts(value);
  return parts.map((part) => (part.value === '或' ? ' 或 ' : part.value)).join('');
}
