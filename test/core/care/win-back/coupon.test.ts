import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { codeAmong, codeOf, readCode, refusedCoupon } from '#core/care/win-back/coupon.decide.ts';
import type { Coupon } from '#core/care/win-back/coupon.ts';
import { readIntent } from '#core/notes/intent/intent.ts';
import { orderTotal, takenOff } from '#core/orders/order.ts';
import { granted } from '#core/orders/placing/discount.decide.ts';
import { aLine } from '../../orders/order.builder.ts';

const now = Temporal.Instant.from('2026-11-25T04:00:00Z');
const coupon: Coupon = {
  id: 'c1',
  code: 'BACK-QX7K3M',
  customerId: 'mei',
  touchId: 't1',
  percent: 10,
  issuedAt: now,
  expiresAt: now.add({ hours: 24 }),
};
const order = { id: 'o1', number: 'HO-1001' };

describe('a coupon is spent', () => {
  it.for([
    ['by its owner', { coupon, customerId: 'mei', spentBy: null, now }, null],
    ['up to its last moment', { coupon, customerId: 'mei', spentBy: null, now: coupon.expiresAt.subtract({ milliseconds: 1 }) }, null],
    ['not from then on', { coupon, customerId: 'mei', spentBy: null, now: coupon.expiresAt }, 'coupon_expired'],
    ['not twice', { coupon, customerId: 'mei', spentBy: order, now }, 'coupon_used'],
    ['not by anybody else', { coupon, customerId: 'ann', spentBy: null, now }, 'coupon_foreign'],
    ['and nobody else hears what became of it', { coupon, customerId: 'ann', spentBy: order, now: coupon.expiresAt }, 'coupon_foreign'],
    ['not when there is none', { coupon: null, customerId: 'mei', spentBy: null, now }, 'coupon_unknown'],
  ] as const)('%s', ([, spending, expected]) => {
    expect(refusedCoupon(spending)).toBe(expected);
  });
});

describe('a code', () => {
  it('is one that people can type, and is never taken for the number of an order', () => {
    const codes = Array.from({ length: 2000 }, () => codeOf('BACK', randomIds.token()));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) {
      expect(code).toMatch(/^BACK-[A-HJKMNP-Z][A-HJKMNP-Z2-9]{5}$/);
      expect(readCode(` ${code.toLowerCase()} `)).toBe(code);
      expect(readIntent(code).orderNumber).toBeNull();
    }
  });

  it.for<[string, string]>([
    ['BACK-QX7K3M', ''],
    ['back-qx7k3m', ''],
    ['use coupon BACK-QX7K3M', ''],
    ['my code is BACK-QX7K3M.', ''],
    ['请用优惠券BACK-QX7K3M', ''],
    ['優惠碼：BACK-QX7K3M', ''],
    ['2 desk lamps, use my coupon BACK-QX7K3M', '2 desk lamps'],
    ['BACK-QX7K3M 2 desk lamps', '2 desk lamps'],
    ['2盏台灯，优惠码 BACK-QX7K3M', '2盏台灯'],
    ['2 desk lamps with code BACK-QX7K3M by Friday', '2 desk lamps by Friday'],
    ['3 gold-framed mirrors with BACK-QX7K3M', '3 gold-framed mirrors'],
  ])('is found in “%s”', ([text, left]) => {
    const found = codeAmong(text);
    expect(found?.code).toBe('BACK-QX7K3M');
    expect(found?.rest).toHaveLength(text.length);
    expect(found?.rest.replaceAll(/\s+/g, ' ').trim()).toBe(left);
  });

  it.for([
    ['use coupon GIFT-QX7K3M', 'GIFT-QX7K3M', ''],
    ['2 lamps, voucher code: gift-qx7k3m', 'GIFT-QX7K3M', '2 lamps'],
    ['2盏台灯，用优惠券GIFT-QX7K3M', 'GIFT-QX7K3M', '2盏台灯'],
  ] as const)('of another prefix is one where it is called so: “%s”', ([text, code, left]) => {
    const found = codeAmong(text);
    expect([found?.code, found?.rest.trim()]).toEqual([code, left]);
  });

  it.for([
    '2 gold-framed mirrors',
    'a hand-carved desk, oak',
    '3 flat-packed shelves',
    '1 four-burner stove with the code on the box',
    '2 desk-drawer units',
    'use gold-framed ones, my coupon comes later',
  ])('is none in the compound of “%s”', (text) => {
    expect(codeAmong(text)).toBeNull();
  });

  it.for(['HO-1001', 'model BACK-QX7K3MX', 'XBACK-QX7K3M', 'BACK-7X7K3M', '2 desk lamps', ''])('is none in “%s”', (text) => {
    expect(codeAmong(text)).toBeNull();
  });

  it('leaves every other sign where it stood, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before} BACK-QX7K3M ${after}`;
        const { rest } = codeAmong(text) ?? { rest: '' };
        expect(rest).toHaveLength(text.length);
        expect(rest.replaceAll(' ', '')).not.toContain('BACK-QX7K3M');
        for (let at = 0; at < text.length; at++) expect([text[at], ' ']).toContain(rest[at]);
      }),
    );
  });
});

describe('what a coupon takes off', () => {
  const spent = { couponId: 'c1', code: coupon.code, percent: 10 };
  const price = (floor: bigint) => new Map([['CH-ERGO', { sku: 'CH-ERGO', currency: 'CNY', unit: 158_000n, floor }]]);

  it('is its share of the price, to whole minor units, for the customer a little less', () => {
    const lines = [aLine({ quantity: 3, unitPrice: 333n })];
    const discount = granted(spent, lines, new Map([['CH-ERGO', { sku: 'CH-ERGO', currency: 'CNY', unit: 333n, floor: 0n }]]));
    expect([takenOff(lines, discount), orderTotal(lines, discount)]).toEqual([99n, 900n]);
  });

  it('never goes below the price under which nobody sells', () => {
    const lines = [aLine()];
    expect(granted(spent, lines, price(150_000n)).most).toBe(16_000n);
    expect(granted(spent, lines, price(158_000n)).most).toBe(0n);
    expect(granted(spent, lines, new Map()).most).toBe(0n);
  });

  it('shrinks with what is taken off the order, and does not grow with what is added later', () => {
    const lines = [aLine()];
    const discount = granted(spent, lines, price(0n));
    expect(takenOff(lines, discount)).toBe(31_600n);
    expect(takenOff([aLine({ cancelled: 1 })], discount)).toBe(15_800n);
    expect(takenOff([aLine({ quantity: 5 })], discount)).toBe(31_600n);
    expect(orderTotal([], discount)).toBe(0n);
  });

  it('never goes below it for what is left, whatever is cancelled, taken off or added later', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 50 }),
      unit: fc.bigInt(1n, 10n ** 6n),
      floorPercent: fc.bigInt(0n, 120n),
      cancelled: fc.integer({ min: 0, max: 50 }),
      later: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 50 }), (drawn, percent) => {
        const sold = drawn.map(({ quantity, unit, floorPercent, cancelled, later }, n) => {
          const ordered = aLine({ id: `l${n}`, sku: `S${n}`, quantity, unitPrice: unit, allocated: 0 });
          const floor = (unit * floorPercent) / 100n;
          return { ordered, later, floor, now: { ...ordered, cancelled: Math.min(cancelled, quantity) } };
        });
        const prices = new Map(
          sold.map(({ ordered, floor }, n) => [`S${n}`, { sku: `S${n}`, currency: 'CNY', unit: ordered.unitPrice, floor }]),
        );
        const first = sold.filter(({ later }) => !later).map(({ ordered }) => ordered);
        const discount = granted({ ...spent, percent }, first, prices);
        const left = sold.map(({ now }) => now);
        const least = sold.reduce((sum, { now, later, floor }) => {
          const unit = later || now.unitPrice < floor ? now.unitPrice : floor;
          return sum + unit * BigInt(now.quantity - now.cancelled);
        }, 0n);
        expect(orderTotal(left, discount) >= least).toBe(true);
        expect(takenOff(left, discount) <= takenOff(first, discount)).toBe(true);
      }),
    );
  });

  it('leaves a total between nothing and the price of the lines', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 1000 }),
      unit: fc.bigInt(0n, 10n ** 9n),
      floor: fc.bigInt(0n, 10n ** 9n),
    });
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 50 }), ({ quantity, unit, floor }, percent) => {
        const lines = [aLine({ quantity, unitPrice: unit, allocated: 0 })];
        const discount = granted({ ...spent, percent }, lines, new Map([['CH-ERGO', { sku: 'CH-ERGO', currency: 'CNY', unit, floor }]]));
        const total = orderTotal(lines, discount);
        const full = unit * BigInt(quantity);
        expect(total <= full && total >= 0n).toBe(true);
        expect(total >= (unit < floor ? full : floor * BigInt(quantity))).toBe(true);
        expect(full - total <= (full * BigInt(percent)) / 100n).toBe(true);
      }),
    );
  });
});
