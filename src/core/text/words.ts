import { createInstance, type TFunction } from 'i18next';
import { en } from './en/texts.ts';
import type { Locale } from './locale.ts';
import { cn } from './zh-CN/texts.ts';
import { tw } from './zh-TW/texts.ts';

/** The same keys with other words: what a language folder must hold. The compiler lists what is missing. */
type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** A language is a folder and a line here. */
const resources = { en, 'zh-CN': cn, 'zh-TW': tw } satisfies Record<Locale, SameKeys<typeof en>>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desk';
    contextSeparator: '|';
    pluralSeparator: '|';
    resources: typeof en;
  }
}

export type Words = TFunction<(keyof typeof en)[]>;

const namespaces = Object.keys(en) as (keyof typeof en)[]; // the keys of a record are its features

const i18n = createInstance({
  // a copy: what came with the program stays as it is
  resources: structuredClone(resources),
  fallbackLng: 'en',
  ns: namespaces,
  defaultNS: 'desk',
  initAsync: false,
  // keys are plain names with underscores, not variants of each other
  contextSeparator: '|',
  pluralSeparator: '|',
  // cards are escaped by each platform's renderer, not here
  interpolation: { escapeValue: false, skipOnVariables: true },
  returnNull: false,
  // a joint may be nothing at all, as between two Chinese sentences
  returnEmptyString: true,
});
await i18n.init();

const byLocale = new Map<Locale, Words>();

/** Every word a person reads, in their language. */
export function words(locale: Locale): Words {
  const known = byLocale.get(locale);
  if (known) return known;
  const fixed = i18n.getFixedT(locale, namespaces);
  byLocale.set(locale, fixed);
  return fixed;
}

/** The texts of a language as they came with the program. */
export const textsOf = (locale: Locale): typeof en => resources[locale];

let wording = 0;

/** How often other texts were put in place: by it whoever keeps something made of them sees that it is old. */
export const wordingNow = (): number => wording;

/** The texts of a language as they are said now, with what is to be filled in still open. */
export function openTexts(locale: Locale): string[] {
  const textsIn = (part: unknown): string[] =>
    typeof part === 'string' ? [part] : typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
  return namespaces.flatMap((feature) => textsIn(i18n.getResourceBundle(locale, feature)));
}

/** Says something else from now on; whoever asked for words before hears it too. */
export function useInstead(locale: Locale, texts: Record<string, unknown>): void {
  wording++;
  for (const feature of namespaces) i18n.addResourceBundle(locale, feature, texts[feature], false, true);
}
