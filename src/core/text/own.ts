import { locales, type Locale } from './locale.ts';
import { textsOf, useInstead } from './words.ts';

/** Texts by feature and key, as the files of a language hold them; a business writes down only what it wants otherwise. */
export interface Texts {
  [key: string]: string | Texts;
}

/** What is wrong with texts of a business' own, a sentence each: every one must stand in the place of one of ours. */
export function faultsOf(locale: Locale, own: unknown): string[] {
  return compare(textsOf(locale), own, []);
}

/** From now on these texts stand in the place of ours; what they leave out is ours again. */
export function useOwn(own: ReadonlyMap<Locale, Texts>): void {
  for (const locale of locales) useInstead(locale, merged(textsOf(locale), own.get(locale) ?? {}));
}

function compare(ours: string | Texts | undefined, own: unknown, path: readonly string[]): string[] {
  const key = path.join('.');
  const named = (sentence: string): string[] => [key === '' ? sentence : `${key} ${sentence}`];
  if (ours === undefined) return named('is no text of the desk');
  if (typeof ours === 'string') {
    if (typeof own !== 'string') return named('must be a text in quotes');
    if (own.trim() === '' && ours !== '') return named('must say something');
    if (/\$t\(/.test(own)) return named('holds $t(, by which texts of ours are put into one another');
    const known = placeholders(ours);
    const strange = placeholders(own).filter((one) => !known.includes(one));
    const offer = known.length > 0 ? `it may hold ${known.join(', ')}` : 'nothing is filled in here';
    return strange.length > 0 ? named(`holds ${strange.join(', ')}, which nobody fills in: ${offer}`) : [];
  }
  if (!isObject(own)) return named('must be an object of texts in braces');
  return Object.entries(own).flatMap(([name, text]) => compare(Object.hasOwn(ours, name) ? ours[name] : undefined, text, [...path, name]));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{.*?\}\}/g) ?? [])];

function merged(ours: Texts, own: Texts): Texts {
  const both = Object.entries(ours).map(([name, text]): [string, string | Texts] => {
    const other = Object.hasOwn(own, name) ? own[name] : undefined;
    if (typeof text === 'string') return [name, typeof other === 'string' ? other : text];
    return [name, merged(text, typeof other === 'object' ? other : {})];
  });
  return Object.fromEntries(both);
}
