import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exceptionWords } from '#core/insight/figure.cards.ts';
import { satisfactionOf } from '#core/insight/satisfaction.decide.ts';
import { locales } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';

it.for([
  ['nobody', [], null, null],
  ['nine who are content', [{ score: 5, n: 9 }], null, null],
  [
    'ten',
    [
      { score: 5, n: 4 },
      { score: 4, n: 3 },
      { score: 3, n: 2 },
      { score: 1, n: 1 },
    ],
    0.7,
    3.9,
  ],
  ['ten who are not', [{ score: 3, n: 10 }], 0, 3],
] as const)('%s: the share of the content and the mean', ([, scores, share, mean]) => {
  expect(satisfactionOf(scores)).toEqual({ share, mean });
});

it('has words for every kind of problem the database knows', () => {
  const folder = new URL('../../../migrations/', import.meta.url);
  const checks = readdirSync(folder)
    .toSorted()
    .flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(/(?:exceptions_code_check )?check \(code in \(([^)]+)\)\)/g),
    ]);
  const codes = [...(checks.at(-1)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, code]) => String(code));
  expect(codes).toContain('low_score');
  for (const locale of locales)
    for (const code of codes)
      expect([locale, exceptionWords({ code, grade: 'low' }, words(locale))]).not.toEqual([locale, expect.stringContaining(code)]);
});
