import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product } from '#core/stock/catalogue.ts';
import { readMoney, Unreadable, writeMoney } from '#core/stock/list.ts';
import { readOptions } from '#core/stock/option-list.decide.ts';
import { readProductList } from '#core/stock/product-list.decide.ts';
import { anyText } from '#test/support/any-text.ts';

const nothing = { products: new Map(), prices: new Map() };
const mug = { sku: 'MUG-1', name_en: 'Mug', price: '12.50' };

function read(...cells: Record<string, string>[]) {
  return readProductList(
    cells.map((row, at) => ({ row: at + 2, cells: row })),
    nothing,
    'EUR',
  );
}

const reasonFor = (cells: Record<string, string>): string | undefined => read({ ...mug, ...cells }).refused[0]?.reason;

describe('a product list', () => {
  it('needs no more than a SKU, one name and a price', () => {
    expect(read(mug).listed[0]).toMatchObject({
      row: 2,
      product: { sku: 'MUG-1', kind: 'goods', names: { en: 'Mug', 'zh-CN': 'Mug', 'zh-TW': 'Mug' }, unit: 'pcs', leadDays: 0 },
      price: { sku: 'MUG-1', currency: 'EUR', unit: 1250n, floor: 1250n },
    });
  });

  it('says everything about a product in its columns', () => {
    const row = {
      ...mug,
      name_zh_cn: '马克杯',
      aliases: 'cup; 杯子',
      kind: 'service',
      unit: 'set',
      floor: '10',
      currency: 'jpy',
      price: '1200',
      lead_days: '3',
      substitutes: 'mug-2',
    };
    expect(read(row).listed[0]).toMatchObject({
      product: {
        names: { 'zh-CN': '马克杯', 'zh-TW': '马克杯' },
        aliases: ['cup', '杯子'],
        kind: 'service',
        unit: 'set',
        leadDays: 3,
        substitutes: ['MUG-2'],
      },
      price: { currency: 'JPY', unit: 1200n, floor: 10n },
    });
  });

  it('refuses one row without holding up the others', () => {
    const { listed, refused } = read(mug, { ...mug, sku: 'no sku' }, { ...mug, sku: 'MUG-2' });
    expect(listed.map(({ product }) => product.sku)).toEqual(['MUG-1', 'MUG-2']);
    expect(refused).toEqual([{ row: 3, reason: 'sku must be 1 to 40 letters, digits, dots, dashes or underscores, not "no sku"' }]);
  });

  it('refuses a SKU that stands in an earlier row', () => {
    expect(read(mug, { ...mug, sku: 'mug-1' }).refused).toEqual([{ row: 3, reason: 'sku MUG-1 stands in row 2 already' }]);
  });

  it.for([
    [{ name_en: '' }, 'no name'],
    [{ price: '' }, 'price must be an amount'],
    [{ price: '-1' }, 'price must be an amount'],
    [{ price: '1,200' }, 'price must be an amount'],
    [{ price: '1.999' }, 'more decimals than EUR'],
    [{ floor: '13' }, 'floor is above price'],
    [{ currency: 'EURO' }, 'currency must be a code'],
    [{ kind: 'gift' }, 'kind must be goods or service'],
    [{ lead_days: 'soon' }, 'lead_days must be a whole number'],
    [{ options: 'colour=red' }, 'unknown key "colour"'],
  ] as const)('refuses %o and says why', ([cells, why]) => {
    expect(reasonFor(cells)).toContain(why);
  });

  it('takes what looks like a formula for the text it is', () => {
    expect(read({ ...mug, name_en: '=HYPERLINK("http://evil")' }).listed[0]?.product.names.en).toBe('=HYPERLINK("http://evil")');
    expect(reasonFor({ sku: '=1+1' })).toContain('sku must be');
  });

  it('keeps what the list does not speak about', () => {
    const product: Product = {
      sku: 'MUG-1',
      kind: 'goods',
      names: { en: 'Old mug', 'zh-CN': '旧杯', 'zh-TW': '舊杯' },
      aliases: ['cup'],
      unit: 'box',
      options: [],
      customCosts: [{ key: 'engraving', perUnit: 100, once: 0, extraDays: 1 }],
      leadDays: 9,
      tips: null,
      substitutes: ['MUG-2'],
    };
    const sold = {
      products: new Map([['MUG-1', product]]),
      prices: new Map([['MUG-1', { sku: 'MUG-1', currency: 'EUR', unit: 2000n, floor: 900n }]]),
    };
    const { listed } = readProductList([{ row: 2, cells: { sku: 'MUG-1', price: '11', aliases: '' } }], sold, 'EUR');
    expect(listed[0]).toEqual({
      row: 2,
      product: { ...product, aliases: [] },
      price: { sku: 'MUG-1', currency: 'EUR', unit: 1100n, floor: 900n },
    });
  });

  it('never throws, whatever stands in its cells', () => {
    const cell = fc.oneof(anyText(30), fc.constantFrom('1', 'color=red', '=A1', '12.5', 'EUR'));
    const row = fc.dictionary(
      fc.constantFrom('sku', 'name_en', 'price', 'floor', 'currency', 'kind', 'lead_days', 'options', 'aliases'),
      cell,
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const { listed, refused } = read(...rows);
        expect(listed.length + refused.length).toBe(rows.length);
      }),
    );
  });
});

describe('options of a product', () => {
  it('are choices, free text or a measure', () => {
    expect(readOptions('color!=black|white/白色; engraving=text:20; length=20..200 cm')).toMatchObject([
      {
        key: 'color',
        required: true,
        label: { en: 'Colour', 'zh-CN': '颜色', 'zh-TW': '顏色' },
        choices: [{ value: 'black' }, { value: 'white', label: { en: 'white', 'zh-CN': '白色', 'zh-TW': '白色' } }],
      },
      { key: 'engraving', required: false, maxLength: 20 },
      { key: 'length', range: { min: 20, max: 200, unit: 'cm' } },
    ]);
  });

  it.for([
    ['color', 'must look like'],
    ['color=', 'must look like'],
    ['length=200..20 cm', 'ends before it begins'],
    ['color=red; color=blue', 'twice'],
  ] as const)('refuse "%s"', ([cell, why]) => {
    expect(() => readOptions(cell)).toThrow(why);
  });
});

describe('money in a list', () => {
  it('is exact in every currency', () => {
    expect([
      readMoney('price', '0.1', 'EUR'),
      readMoney('price', '1200', 'JPY'),
      readMoney('price', '1.234', 'KWD'),
      readMoney('price', '999999999999.99', 'USD'),
    ]).toEqual([10n, 1200n, 1234n, 99999999999999n]);
    expect(readMoney('price', '12.500', 'EUR')).toBe(1250n);
    expect(() => readMoney('price', '12.5', 'JPY')).toThrow(Unreadable);
  });

  it.for(['EUR', 'JPY', 'KWD'])('an amount in %s is written as it is read', (currency) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 11n }), (minor) => {
        expect(readMoney('price', writeMoney(minor, currency), currency)).toBe(minor);
      }),
    );
  });
});
