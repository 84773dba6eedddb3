import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sidesOf } from '#core/orders/changing/sides.decide.ts';
import type { ItemsWish } from '#core/orders/changing/wish.ts';
import { merged, wished, type Shop } from '#core/orders/changing/wished.decide.ts';
import { orderedOf, orderTotal, type Order } from '#core/orders/order.ts';
import type { Product } from '#core/stock/catalogue.ts';
import { aLine, anOrder } from '../order.builder.ts';

const product = (sku: string, kind: Product['kind'] = 'goods'): Product => ({
  sku,
  kind,
  names: { en: sku, 'zh-CN': sku, 'zh-TW': sku },
  aliases: [],
  unit: 'piece',
  options: [],
  customCosts: [{ key: 'engraving', perUnit: 1000, once: 5000, extraDays: 2 }],
  leadDays: 3,
  tips: null,
  substitutes: [],
});
const shop: Shop = {
  products: new Map([product('CH-ERGO'), product('LT-DESK'), product('SV-FIT', 'service')].map((one) => [one.sku, one])),
  prices: new Map(['CH-ERGO', 'LT-DESK', 'SV-FIT'].map((sku) => [sku, { sku, currency: 'CNY', unit: 199_900n, floor: 100_000n }])),
};
const items = (wish: Partial<ItemsWish>): { items: ItemsWish } => ({ items: { lines: [], options: [], added: [], ...wish } });
const lamp = { id: 'line-2', sku: 'LT-DESK', words: 'lamp', quantity: 3, options: [] };
const placed = anOrder({ state: 'confirmed', lines: [aLine({ quantity: 4, shipped: 1, allocated: 3 })], total: 632_000n });
const result = (order: Order, wish: Parameters<typeof wished>[1]): Order => {
  const made = wished(order, wish, shop);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.order;
};
const refusal = (order: Order, wish: Parameters<typeof wished>[1]): string => {
  const made = wished(order, wish, shop);
  return made.ok ? 'allowed' : made.refusal.code;
};

describe('an order as it would be', () => {
  it('keeps the price that was agreed and sells at today’s what is added', () => {
    const after = result(placed, items({ lines: [{ lineId: 'line-1', from: 4, to: 5 }], added: [lamp] }));
    expect(after.lines.map(({ id, quantity, unitPrice, position }) => [id, quantity, unitPrice, position])).toEqual([
      ['line-1', 5, 158_000n, 1],
      ['line-2', 3, 199_900n, 2],
    ]);
    expect(after.total).toBe(5n * 158_000n + 3n * 199_900n);
  });

  it('never takes a line below what has left the house', () => {
    expect(refusal(placed, items({ lines: [{ lineId: 'line-1', from: 4, to: 1 }] }))).toBe('allowed');
    expect(refusal(placed, items({ lines: [{ lineId: 'line-1', from: 4, to: 0 }] }))).toBe('below_shipped');
  });

  it('keeps a line that nobody wants any more as cancelled, and no order without any', () => {
    const two = anOrder({ state: 'confirmed', lines: [aLine(), aLine({ id: 'line-2', position: 2, sku: 'LT-DESK' })] });
    const after = result(two, items({ lines: [{ lineId: 'line-1', from: 2, to: 0 }] }));
    expect(after.lines.map(({ quantity, cancelled }) => [quantity, cancelled])).toEqual([
      [2, 2],
      [2, 0],
    ]);
    expect(after.total).toBe(316_000n);
    expect(refusal(anOrder(), items({ lines: [{ lineId: 'line-1', from: 2, to: 0 }] }))).toBe('nothing_left');
  });

  it('prices the custom work anew for the new number, and leaves alone what nobody touched', () => {
    const engraving = { key: 'engraving' as const, value: 'Mei', unit: null, evidence: null };
    const plain = anOrder({ lines: [aLine({ options: [engraving], customCost: 1n })] });
    expect(result(plain, items({ added: [lamp] })).lines[0]?.customCost).toBe(1n);
    expect(result(plain, items({ lines: [{ lineId: 'line-1', from: 2, to: 6 }] })).lines[0]?.customCost).toBe(11_000n);
    const chosen = result(anOrder(), items({ options: [{ lineId: 'line-1', ...engraving }] }));
    expect([chosen.lines[0]?.options, chosen.lines[0]?.customCost]).toEqual([[engraving], 7000n]);
  });

  it('refuses what moved meanwhile, what is not sold, and goods on an order of services', () => {
    expect(refusal(placed, items({ lines: [{ lineId: 'line-1', from: 3, to: 5 }] }))).toBe('change_outdated');
    expect(refusal(placed, items({ added: [{ ...lamp, sku: 'GONE' }] }))).toBe('not_sold');
    const service = anOrder({ kind: 'service', lines: [aLine({ sku: 'SV-FIT' })] });
    expect(refusal(service, items({ added: [lamp] }))).toBe('other_kind');
    expect(refusal(service, items({ added: [{ ...lamp, sku: 'SV-FIT' }] }))).toBe('allowed');
  });

  it('loses nothing that waits when something else is wished, and lets the later word about one thing count', () => {
    const quantity = items({ lines: [{ lineId: 'line-1', from: 4, to: 5 }] });
    expect(merged(quantity, { date: '2026-12-01' })).toEqual({ ...quantity, date: '2026-12-01' });
    expect(merged({ date: '2026-12-01' }, { date: '2026-12-02' })).toEqual({ date: '2026-12-02' });
    const more = merged(quantity, items({ lines: [{ lineId: 'line-1', from: 4, to: 7 }], added: [lamp] }));
    expect(more.items).toEqual({ lines: [{ lineId: 'line-1', from: 4, to: 7 }], options: [], added: [lamp] });
    expect(merged(quantity, { cancel: true })).toEqual({ cancel: true });
    expect(merged({ cancel: true }, { date: '2026-12-01' })).toEqual({ date: '2026-12-01' });
  });

  it('has the total of its lines and counters that fit, whatever is wished', () => {
    const wish = fc.record({
      to: fc.nat(12),
      shipped: fc.nat(4),
      cancelled: fc.nat(3),
      added: fc.nat(2),
    });
    fc.assert(
      fc.property(wish, ({ to, shipped, cancelled, added }) => {
        const line = aLine({ quantity: 8, shipped, allocated: shipped, cancelled });
        const order = anOrder({ lines: [line], total: orderTotal([line], null) });
        const made = wished(
          order,
          items({
            lines: [{ lineId: 'line-1', from: 8 - cancelled, to }],
            added: Array.from({ length: added }, (_, at) => ({ ...lamp, id: `new-${at}` })),
          }),
          shop,
        );
        if (!made.ok) {
          expect(to < shipped || (to === 0 && added === 0)).toBe(true);
          return;
        }
        expect(made.order.total).toBe(orderTotal(made.order.lines, null));
        for (const one of made.order.lines) {
          expect(one.shipped + one.cancelled).toBeLessThanOrEqual(one.quantity);
          expect(one.quantity).toBeGreaterThan(0);
        }
        expect(made.order.lines[0] && orderedOf(made.order.lines[0])).toBe(to);
        expect(new Set(made.order.lines.map(({ position }) => position)).size).toBe(made.order.lines.length);
      }),
    );
  });

  it('tells only what differs, on both sides', () => {
    const after = result(placed, { date: '2026-12-01' });
    expect(sidesOf(placed, after)).toEqual({ before: { requestedDate: null }, after: { requestedDate: '2026-12-01' } });
    expect(sidesOf(placed, placed)).toEqual({ before: {}, after: {} });
  });
});
