import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, moment, money, quantity } from '#core/text/format.ts';
import { locales } from '#core/text/locale.ts';

describe('money', () => {
  it.each([
    [123_456n, 'CNY', 'zh-CN', '¥1,234.56'],
    [123_456n, 'CNY', 'en', 'CN¥1,234.56'],
    [123_456n, 'JPY', 'en', '¥123,456'],
    [123_456n, 'KWD', 'en', 'KWD 123.456'],
    [5n, 'CNY', 'zh-CN', '¥0.05'],
    [-5n, 'CNY', 'zh-CN', '-¥0.05'],
    [0n, 'JPY', 'en', '¥0'],
  ] as const)('writes %s minor units of %s in %s', (minor, currency, locale, text) => {
    expect(money(minor, currency, locale).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it('keeps every digit of any amount', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        fc.constantFrom('CNY', 'JPY', 'KWD'),
        fc.constantFrom(...locales),
        (minor, currency, locale) => {
          expect(BigInt(money(minor, currency, locale).replaceAll(/\D/g, ''))).toBe(minor);
        },
      ),
    );
  });
});

describe('days and moments', () => {
  const day = Temporal.PlainDate.from('2026-11-26');
  const now = Temporal.PlainDate.from('2026-11-25');

  it('writes a day without its year while it is near, and a Chinese one without a slash', () => {
    expect(date(day, 'en', now)).toBe('Thu, Nov 26');
    expect(date(day, 'zh-CN', now)).toBe('11月26日周四');
    expect(date(day, 'zh-TW', now)).toBe('11月26日週四');
    expect(date(day, 'en')).toBe('Thu, Nov 26, 2026');
    expect(date(Temporal.PlainDate.from('2028-02-29'), 'zh-CN', now)).toBe('2028年2月29日周二');
  });

  it('writes a moment in the reader’s own zone', () => {
    const at = Temporal.Instant.from('2026-11-25T16:30:00Z');
    expect(moment(at, 'Asia/Shanghai', 'en')).toBe('Thu, Nov 26, 00:30');
    expect(moment(at, 'America/New_York', 'en')).toBe('Wed, Nov 25, 11:30');
    expect(moment(at, 'Asia/Shanghai', 'zh-CN')).toBe('11月26日周四 00:30');
  });

  it('writes quantities with at most three decimals', () => {
    expect([quantity(12, 'en'), quantity(2.5, 'zh-CN'), quantity(1200, 'en')]).toEqual(['12', '2.5', '1,200']);
  });
});
