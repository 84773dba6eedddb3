import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '#core/text/language.ts';
import { locales } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';

const folder = new URL('../../../src/core/text/', import.meta.url);
const files = readdirSync(new URL('en/', folder)).filter((file) => file.endsWith('.json'));

/** Every text of a file by its path, with the names it fills in. */
function textsOf(locale: string, file: string): Map<string, { text: string; names: string[] }> {
  const found = new Map<string, { text: string; names: string[] }>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string')
      found.set(path, { text: value, names: [...value.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted() });
    else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  };
  walk(JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8')), file);
  return found;
}

describe('the words of the desk', () => {
  for (const file of files)
    for (const locale of ['zh-CN', 'zh-TW'])
      it(`say the same in ${locale} as in English: ${file}`, () => {
        const english = textsOf('en', file);
        const other = textsOf(locale, file);
        expect([...other.keys()].toSorted()).toEqual([...english.keys()].toSorted());
        // a sentence may say a thing twice; it may not say less
        for (const [path, { names }] of english) expect([path, new Set(other.get(path)?.names)]).toEqual([path, new Set(names)]);
      });

  it.each([
    ['zh-CN', 'zh-TW'],
    ['zh-TW', 'zh-CN'],
  ] as const)('use no character in %s that only %s has', (locale, other) => {
    const used = files
      .flatMap((file) => [...textsOf(locale, file)])
      .flatMap(([path, { text }]) => Array.from(text, (sign) => [path, sign]));
    const foreign = used.filter(([, sign = '']) => /\p{Script=Han}/u.test(sign) && detectLanguage(sign) === other);
    expect(foreign).toEqual([]);
  });

  it('join Chinese sentences with nothing and English ones with a space', () => {
    expect(locales.map((locale) => words(locale)('orders:card.sentenceJoin'))).toEqual([' ', '', '']);
  });
});
