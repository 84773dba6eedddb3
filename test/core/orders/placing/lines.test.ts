import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '#core/notes/reading.ts';
import type { Change } from '#core/notes/request/change/work.ts';
import { applyChanges, newLine, pickProduct, wishedLines } from '#core/orders/placing/lines.decide.ts';
import { lineTotal, orderTotal } from '#core/orders/order.ts';
import { customCost, extraDays, priced } from '#core/orders/placing/price.decide.ts';
import type { Product } from '#core/stock/catalogue.ts';
import { aReading, aSpec } from '#test/core/notes/reading.builder.ts';
import { aLine } from '#test/core/orders/order.builder.ts';

const same = (text: string) => ({ en: text, 'zh-CN': text, 'zh-TW': text });
const desk: Product = {
  sku: 'DESK',
  kind: 'goods',
  names: same('desk'),
  aliases: [],
  unit: 'pc',
  options: [
    {
      key: 'color',
      label: same('Colour'),
      required: false,
      choices: [
        { value: 'oak', label: same('oak'), aliases: [] },
        { value: 'white', label: same('white'), aliases: [] },
      ],
    },
    { key: 'engraving', label: same('Engraving'), required: false, maxLength: 40 },
  ],
  customCosts: [
    { key: 'engraving', perUnit: 6000, once: 10_000, extraDays: 3 },
    { key: 'color', value: 'oak', perUnit: 500, once: 0, extraDays: 1 },
  ],
  leadDays: 5,
  tips: null,
  substitutes: [],
};
const span = { start: 0, end: 3, text: 'oak' };
const oak = { key: 'color' as const, value: 'oak', unit: null, evidence: span };
const engraving = { key: 'engraving' as const, value: 'Harbour', unit: null, evidence: span };
const request = (changes: Partial<Parameters<typeof newLine>[2]> = {}) => ({
  span,
  words: 'desk',
  quantity: 3,
  quantitySpan: null,
  match: { kind: 'exact' as const, sku: 'DESK', score: 1 },
  options: [],
  problem: null,
  ...changes,
});
const note = (): Reading => aReading();

describe('a line as it was asked for', () => {
  it('keeps the two or three nearest of a doubtful product and takes none', () => {
    const line = newLine('1', 1, request({ match: { kind: 'doubtful', skus: ['A', 'B', 'C', 'D'], scores: [1, 1, 1, 1] } }), note());
    expect([line.sku, line.candidates]).toEqual([null, ['A', 'B', 'C']]);
  });

  it('marks a quantity nobody said, and takes a wish of its own product along', () => {
    expect(newLine('1', 1, request({ problem: 'quantity' }), note())).toMatchObject({ quantity: 1, quantityUnclear: true });
    const wished = aReading({
      specs: [aSpec({ sku: 'DESK', key: 'finish', value: 'matt' }), aSpec({ sku: 'LAMP' }), aSpec({ sku: 'DESK', status: 'suggested' })],
    });
    expect(newLine('1', 1, request(), wished).specs.map(({ value }) => value)).toEqual(['matt']);
  });
});

describe('changing lines in words', () => {
  const lines = [aLine({ id: 'a', position: 1, sku: 'DESK', options: [oak] }), aLine({ id: 'b', position: 2, sku: 'LAMP' })];
  const after = (...changes: Change[]) => applyChanges(lines, changes, () => 'new', note());

  it('changes a quantity, drops a line at zero, and numbers what is left from one', () => {
    expect(after({ kind: 'quantity', lineId: 'b', to: 9 }).map(({ quantity }) => quantity)).toEqual([2, 9]);
    expect(after({ kind: 'quantity', lineId: 'a', to: 0 })).toMatchObject([{ id: 'b', position: 1 }]);
    expect(after({ kind: 'remove', lineId: 'a' })).toMatchObject([{ id: 'b', position: 1 }]);
  });

  it('replaces an option of the same kind, and a wish it answers', () => {
    const [line] = applyChanges(
      [aLine({ id: 'a', sku: 'DESK', options: [oak], specs: [{ ...oak, value: 'pink', evidence: span }] })],
      [{ kind: 'option', lineId: 'a', key: 'color', value: 'white', unit: null, evidence: span }],
      () => 'new',
      note(),
    );
    expect(line?.options.map(({ value }) => value)).toEqual(['white']);
    expect(line?.specs).toEqual([]);
  });

  it('lets the last wish win over an earlier choice, on the only line or the one it names', () => {
    const pink = [aSpec({ sku: null, key: 'color', value: 'pink' })];
    expect(wishedLines(lines, pink)).toEqual(lines);
    expect(wishedLines(lines.slice(0, 1), pink)).toMatchObject([{ options: [], specs: [{ key: 'color', value: 'pink' }] }]);
    expect(wishedLines(lines, [aSpec({ sku: 'LAMP', key: 'color', value: 'pink' })]).map(({ specs }) => specs.length)).toEqual([0, 1]);
  });

  it('takes a measure of which nobody said what it measures for the one that is chosen, and the other way round', () => {
    const width = { key: 'width' as const, value: '160', unit: 'cm', evidence: span };
    const bare = { key: 'size' as const, value: '1.5', unit: 'm', evidence: span };
    const wide = [aLine({ id: 'a', sku: 'DESK', options: [width] })];
    expect(wishedLines(wide, [aSpec({ sku: 'DESK', ...bare })])).toMatchObject([{ options: [], specs: [bare] }]);
    expect(wishedLines(wide, [aSpec({ sku: 'DESK', ...bare, unit: 'kg' })])).toMatchObject([{ options: [width], specs: [{ unit: 'kg' }] }]);
    const odd = [aLine({ id: 'a', sku: 'DESK', specs: [bare] })];
    expect(applyChanges(odd, [{ kind: 'option', lineId: 'a', ...width }], () => 'new', note())).toMatchObject([
      { options: [width], specs: [] },
    ]);
  });

  it('finds a choice again once the product is picked, where only one line can be meant', () => {
    const doubtful = aLine({ id: 'a', sku: null, candidates: ['DESK'] });
    expect(pickProduct([doubtful], 'a', desk, '2 oak ones')).toMatchObject([
      { sku: 'DESK', candidates: [], options: [{ key: 'color', value: 'oak' }] },
    ]);
    expect(pickProduct([doubtful, aLine({ id: 'b' })], 'a', desk, '2 oak ones')[0]?.options).toEqual([]);
  });
});

describe('what a line costs', () => {
  it('adds custom work per unit and once', () => {
    expect(customCost(desk, [engraving], 3)).toBe(28_000n);
    expect(customCost(desk, [engraving, oak], 3)).toBe(29_500n);
    expect(customCost(desk, [{ ...oak, value: 'white' }], 3)).toBe(0n);
    expect(extraDays(desk, [engraving, oak])).toBe(3);
    expect(extraDays(desk, [])).toBe(0);
  });

  it('costs nothing while the product or its price is not known', () => {
    expect(priced(aLine(), undefined, undefined)).toMatchObject({ unitPrice: 0n, customCost: 0n });
    expect(priced(aLine({ options: [engraving] }), desk, undefined)).toMatchObject({ unitPrice: 0n, customCost: 22_000n });
  });

  it('is exact for whole quantities of any size and never negative', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        (unitPrice, quantity, cost) => {
          const line = { quantity, cancelled: 0, unitPrice, customCost: cost };
          expect(lineTotal(line)).toBe(unitPrice * BigInt(quantity) + cost);
          expect(orderTotal([line, line], null)).toBe(2n * lineTotal(line));
        },
      ),
    );
  });

  it('rounds a part of a unit to the nearest minor unit', () => {
    expect(lineTotal({ quantity: 2.5, cancelled: 0, unitPrice: 333n, customCost: 0n })).toBe(833n);
    expect(lineTotal({ quantity: 0.001, cancelled: 0, unitPrice: 333n, customCost: 0n })).toBe(0n);
  });
});
