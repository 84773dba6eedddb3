export const locales = ['en', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof locales)[number];

/** A text in every language the desk speaks. */
export type Localized = Record<Locale, string>;
