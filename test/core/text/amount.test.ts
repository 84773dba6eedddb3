import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareAmount, digitsOf, readAmount } from '#core/text/amount.ts';

describe('an amount as somebody types it', () => {
  it.each([
    ['5282', 'EUR', 528_200n],
    ['5,282.5', 'CNY', 528_250n],
    ['５２８２．０５', 'CNY', 528_205n],
    [' 1 000 ', 'JPY', 1000n],
    ['0.001', 'KWD', 1n],
    // with a decimal comma
    ['5,50', 'EUR', 550n],
    ['5,5', 'EUR', 550n],
    ['585,75', 'EUR', 58_575n],
    ['1.200,50', 'EUR', 120_050n],
    ['1 200,50', 'EUR', 120_050n],
    ["1'200.50", 'CHF', 120_050n],
    // thousands
    ['5,000', 'EUR', 500_000n],
    ['1,200,000', 'EUR', 120_000_000n],
    ['1.200.000', 'EUR', 120_000_000n],
    ['1,20,000.50', 'INR', 12_000_050n],
    ['5，000', 'CNY', 500_000n],
  ] as const)('reads %s in %s', (typed, currency, minor) => {
    expect(readAmount(typed, currency)).toBe(minor);
  });

  it.each([
    ['1.5', 'JPY'],
    ['5,5', 'JPY'],
    // one thousand and some, or one and a bit: nobody can know
    ['1.234', 'EUR'],
    ['5.000', 'EUR'],
    ['5,000', 'KWD'],
    ['1,2345', 'EUR'],
    ['12,34,56', 'EUR'],
    ['1.200,50,1', 'EUR'],
    ['1,200.5.0', 'EUR'],
    ['5,', 'EUR'],
    ['5.', 'EUR'],
    [',5', 'EUR'],
    ['', 'EUR'],
    ['-5', 'EUR'],
    ['1e5', 'EUR'],
    ['five', 'EUR'],
    ['1.2.3', 'EUR'],
    ['9999999999999999', 'EUR'],
  ])('refuses %s in %s', (typed, currency) => {
    expect(readAmount(typed, currency)).toBeNull();
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

  it('loses nothing of any amount, with either decimal sign and with thousands apart', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        fc.constantFrom('JPY', 'EUR', 'KWD'),
        fc.constantFrom('en', 'de', 'de-CH', 'fr', 'en-IN', 'zh-CN'),
        (minor, currency, locale) => {
          const digits = digitsOf(currency);
          const text = minor.toString().padStart(digits + 1, '0');
          const whole = digits === 0 ? text : text.slice(0, -digits);
          const decimals = digits === 0 ? '' : text.slice(-digits);
          const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
          const sign = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
          const typed = new Intl.NumberFormat(locale).format(BigInt(whole)) + (digits === 0 ? '' : sign + decimals);
          // one sign before three digits could be either
          fc.pre(!/^\d{1,3}[.,]\d{3}$/.test(typed) || (digits === 3 && typed.includes('.')));
          expect(readAmount(typed, currency)).toBe(minor);
        },
      ),
    );
  });
});
