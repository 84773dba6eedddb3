/** The languages, each as its own readers call it. */
export const languageNames = { en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' };
export type Locale = keyof typeof languageNames;
export const locales = Object.keys(languageNames) as [Locale, ...Locale[]]; // the keys of a record are its languages

/** A text of the business, in the languages it has it in. */
export type Localized = { en: string } & { [L in Locale]?: string };

/** The text for readers of a language; English where there is none in theirs. */
export function inLanguage(text: Localized, locale: Locale): string;
export function inLanguage(text: Localized | undefined, locale: Locale): string | undefined;
export function inLanguage(text: Localized | undefined, locale: Locale): string | undefined {
  return text?.[locale] ?? text?.en;
}

/** Whether its readers expect Chinese punctuation. */
export const isChinese = (locale: Locale): boolean => locale.startsWith('zh');

/** The nearest of ours to the languages somebody asks for, by their tags, the dearest first; English where none is near. */
export function nearestLocale(asked: readonly string[]): Locale {
  for (const tag of asked) {
    if (/^zh\b.*\b(?:TW|HK|MO|Hant)\b/i.test(tag)) return 'zh-TW';
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    const exact = locales.find((locale) => tag.toLowerCase().startsWith(locale.toLowerCase()));
    if (exact) return exact;
  }
  return 'en';
}
