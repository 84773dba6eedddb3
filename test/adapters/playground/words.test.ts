import { expect, it } from 'vitest';
import { words } from '#adapters/playground/page/words.ts';
import { daily } from '#core/jobs.ts';
import { tidying } from '#core/schedule/tidy.ts';
import { locales } from '#core/text/locale.ts';

it.each(locales)('the page has a word in %s for everything that happens once a day', (locale) => {
  expect(Object.keys(words[locale].schedules)).toEqual(expect.arrayContaining([...daily.map(({ name }) => name), tidying]));
});
