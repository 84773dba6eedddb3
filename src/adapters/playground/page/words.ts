import type { Locale } from '#core/text/locale.ts';
import { en } from './words.en.ts';
import { cn } from './words.zh-CN.ts';
import { tw } from './words.zh-TW.ts';

/** What every language of the page must say; the compiler lists what is missing. */
export type Words = typeof en;

export const words: Record<Locale, Words> = { en, 'zh-CN': cn, 'zh-TW': tw };

/** The word for a key the server names, or the key itself where the page knows no word for it. */
export function named(table: Record<string, string>, key: string): string {
  return table[key] ?? key.replaceAll('_', ' ');
}

/** Puts values in the place of `{name}`. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
