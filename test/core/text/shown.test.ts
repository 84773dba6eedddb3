import { expect, it } from 'vitest';
import { shown } from '#core/text/shown.ts';

it.each([
  ['two\nlines\u2028and\ta\u0000tab', 'two lines and a tab'],
  // what turns the direction of writing, and what is not seen
  ['exe\u202egpj.\u2066x', 'exe gpj. x'],
  ['pa\u200bid \ufeff\u{e0041}now', 'pa id now'],
  ['half \ud83d', 'half �'],
  ['<b>&amp;</b> {{x}}', '<b>&amp;</b> {{x}}'],
])('%j is shown as %j', (text, as) => {
  expect(shown(text, 60)).toBe(as);
});

it('cuts what is long, and looks at no more than that needs', () => {
  expect(shown('x'.repeat(1_000_000), 5)).toBe('xxxx…');
  expect(shown(`${' '.repeat(100)}x`, 5)).toBe('');
});
