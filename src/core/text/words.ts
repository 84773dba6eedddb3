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

/** Says something else from now on; whoever asked for words before hears it too. */
export function useInstead(locale: Locale, texts: Record<string, unknown>): void {
  for (const feature of namespaces) i18n.addResourceBundle(locale, feature, texts[feature], false, true);
}
