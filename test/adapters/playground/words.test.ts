import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { words } from '#adapters/playground/page/words.ts';
import { daily } from '#core/jobs.ts';
import { tidying } from '#core/schedule/tidy.ts';
import { locales } from '#core/text/locale.ts';
import { home } from '#src/config.ts';

it.each(locales)('the page has a word in %s for everything that happens once a day', (locale) => {
  expect(Object.keys(words[locale].schedules)).toEqual(expect.arrayContaining([...daily.map(({ name }) => name), tidying]));
});

it.for([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-CN'],
] as const)('%s names the buttons of a story as the page does', ([file, locale]) => {
  const line = readFileSync(join(home, file), 'utf8')
    .split('\n')
    .find((each) => each.includes(words[locale].play));
  expect(line).toContain(words[locale].nextStep);
});
