import { expect, it } from 'vitest';
import { reasonIn } from '#core/stock/row-reason.ts';

it.each([
  ['en', 'orders keep 12,000.5 of MUG-1 at Berlin, so there cannot be 3'],
  ['zh-CN', '订单在 Berlin 占用了 12,000.5 件 MUG-1，所以不可能只有 3 件'],
  ['zh-TW', '訂單在 Berlin 保留了 12,000.5 件 MUG-1，所以不可能只有 3 件'],
] as const)('writes what was counted as its readers do: %s', (locale, said) => {
  expect(reasonIn(locale, { key: 'kept', kept: 12_000.5, quantity: 3, sku: 'MUG-1', location: 'Berlin' })).toBe(said);
});

it('repeats a cell as it stands in the file, whatever it looks like', () => {
  expect(reasonIn('zh-CN', { key: 'again', column: 'ref', value: '{{row}}', row: '1234' })).toBe('ref {{row}} 已经在第 1234 行出现过');
});
