import { expect, it } from 'vitest';
import { readSpoken } from '#core/care/spoken.decide.ts';

it.each([
  'all good', 'All good, thanks!', 'Everything is fine', "everything's ok", 'everything arrived fine', 'That looks good', 'no problem',
  'yes, all good', '没问题', '都没问题', '一切正常', '东西都很好，谢谢', '收到了，没问题', '沒問題', '都沒問題，謝謝您', '全部完好！',
])('understands “%s” as all good', (text) => {
  expect(readSpoken(text)).toEqual({ kind: 'all_good' });
}); // prettier-ignore

it.each([
  ['5', 5], ['4/5', 4], ['3 stars', 3], ['1分', 1], ['5 分', 5], ['２', 2], ['5 out of 5!', 5], ['4 星', 4],
] as const)('understands “%s” as a number', (text, score) => {
  expect(readSpoken(text)).toEqual({ kind: 'score', score });
}); // prettier-ignore

it.each([
  'ok', '好的', 'good', '6', '0', '12 chairs', '2 chairs', 'not good', 'all good chairs please', 'is everything fine?', '没问题吗？', '有问题', '不太好', '', ' ',
  '5 desk lamps', 'all is lost', 'good morning', 'x'.repeat(5000), '5'.repeat(61),
])('does not take “%s” for an answer', (text) => {
  expect(readSpoken(text)).toBeNull();
}); // prettier-ignore
