import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney, bareAmount } from '#core/orders/money.decide.ts';

describe('an amount as somebody types it', () => {
  it.each([
    ['5282', 2, 528_200n],
    ['5,282.5', 2, 528_250n],
    ['５２８２．０５', 2, 528_205n],
    [' 1 000 ', 0, 1000n],
    ['0.001', 3, 1n],
  ])('reads %s with %i digits', (typed, digits, minor) => {
    expect(readMoney(typed, digits)).toBe(minor);
  });

  it.each([
    ['1.5', 0],
    ['1.234', 2],
    ['', 2],
    ['-5', 2],
    ['1e5', 2],
    ['five', 2],
    ['1.2.3', 2],
    ['9999999999999999', 2],
  ])('refuses %s with %i digits', (typed, digits) => {
    expect(readMoney(typed, digits)).toBeNull();
  });

  it.each([
    ['CN¥1,001.00', 'CNY', '1,001.00'],
    ['￥1001', 'CNY', '1001'],
    ['1001 CNY', 'CNY', '1001 '],
    ['€5', 'EUR', '5'],
    ['12', 'EUR', '12'],
    ['$5', 'CNY', '$5'],
    ['EUR 5', 'USD', 'EUR 5'],
  ])('%s of an order in %s is the number %s', (typed, currency, bare) => {
    expect(bareAmount(typed, currency)).toBe(bare);
  });

  it('loses nothing of any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.constantFrom(0, 2, 3), (minor, digits) => {
        const text = minor.toString().padStart(digits + 1, '0');
        const typed = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
        expect(readMoney(typed, digits)).toBe(minor);
      }),
    );
  });
});
