import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderColumns, readOrderList, type Frame } from '#core/orders/history/order-list.decide.ts';

const frame: Frame = {
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  now: Temporal.Instant.from('2026-11-25T04:00:00Z'),
  acceptedAfter: Temporal.Duration.from({ hours: 7 * 24 }),
  products: new Map([['MUG-1', 'Mug']]),
};
const good = { order: 'A1', placed_at: '2025-03-30 01:30', customer: 'c7', sku: 'mug-1', quantity: '2', unit_price: '12.50' };
const list = (...rows: Record<string, string>[]) =>
  readOrderList(
    rows.map((cells, index) => ({ row: index + 2, cells })),
    frame,
  );
const reasons = (...rows: Record<string, string>[]) => list(...rows).refused.map(({ row, reason }) => `${row}: ${reason}`);

describe('a list of past orders', () => {
  it('has one row per line; what is about the whole order may stand in its first row alone', () => {
    const { orders, refused, rows } = list(
      { ...good, customer_name: 'Mei', extra: '4.90', note: 'blue', promised: '2025-04-02', status: 'shipped', shipped_at: '2025-03-31' },
      {
        order: 'B2',
        placed_at: '2025/4/1',
        customer: 'c8',
        sku: 'OLD-9',
        name: 'Old cup',
        quantity: '0.5',
        unit_price: '3.01',
        currency: 'usd',
      },
      { order: 'A1', placed_at: '', customer: '', sku: 'MUG-1', quantity: '1', unit_price: '10' },
    );
    expect([rows, refused]).toEqual([3, []]);
    expect(orders).toMatchObject([
      {
        ref: 'A1',
        rows: 2,
        customer: { ref: 'c7', name: 'Mei' },
        currency: 'EUR',
        total: 3990n,
        paid: false,
        note: 'blue',
        lines: [
          { sku: 'MUG-1', name: 'Mug', quantity: 2, unitPrice: 1250n, extra: 490n },
          { sku: 'MUG-1', quantity: 1 },
        ],
      },
      { ref: 'B2', customer: { name: 'c8' }, currency: 'USD', total: 151n, paid: true, lines: [{ sku: 'OLD-9', name: 'Old cup' }] },
    ]);
    expect(orders[0]?.steps.at(-1)).toMatchObject({ to: 'in_transit', at: Temporal.Instant.from('2025-03-30T22:00:00Z') });
    expect(orders[0]?.promised?.toString()).toBe('2025-04-02');
    expect(orders[1]?.steps.at(-1)?.to).toBe('completed');
  });

  it('names the products nobody knows yet, once each', () => {
    const odd = { ...good, sku: 'old-9', name: 'Old cup' };
    expect(list(odd, { ...odd, name: 'Other name' }, { ...odd, order: 'A2', name: '' }).products).toEqual([
      { sku: 'OLD-9', name: 'Old cup' },
    ]);
  });

  it.for([
    ['2025-03-30 02:30', '2025-03-30T01:30:00Z'],
    ['2025-10-26 02:30', '2025-10-26T00:30:00Z'],
    ['2025-10-26T02:30:00+01:00', '2025-10-26T01:30:00Z'],
    ['2025-10-26T02:30:00.123Z', '2025-10-26T02:30:00Z'],
    ['2025.1.2 3:04', '2025-01-02T02:04:00Z'],
  ] as const)('reads %s as a time of the business where it tells no offset', ([cell, instant]) => {
    expect(list({ ...good, placed_at: cell }).orders[0]?.steps[0]?.at.toString()).toBe(instant);
  });

  it.for([
    ['completed', 'completed'],
    ['已完成', 'completed'],
    ['Canceled', 'cancelled'],
    ['unavailable', 'rejected'],
    ['processing', 'preparing'],
    ['invoiced', 'confirmed'],
    ['created', 'in_review'],
  ] as const)('knows the status %s', ([status, state]) => {
    expect(list({ ...good, status }).orders[0]?.steps.at(-1)?.to).toBe(state);
  });

  it.for([
    [{ order: '' }, 'order is missing'],
    [{ customer: '' }, 'customer is missing'],
    [{ placed_at: '' }, 'placed_at is missing'],
    [{ placed_at: '03/04/2025' }, 'placed_at must be a time such as 2026-03-29 14:05, not "03/04/2025"'],
    [{ placed_at: '2025-02-30' }, 'placed_at is no time of the calendar: "2025-02-30"'],
    [{ placed_at: '2027-01-01' }, 'placed_at lies in the future'],
    [{ placed_at: '0001-01-01' }, 'placed_at lies before 1970: "0001-01-01"'],
    [{ delivered_at: '2025-03-29' }, 'delivered_at lies before placed_at'],
    [{ status: 'lost' }, expect.stringMatching(/^status must be one of .*, not "lost"$/)],
    [{ sku: 'NONE' }, 'NONE is no product: import the products first, or give the name it had in the column name'],
    [{ sku: "=cmd|'/C calc'!A0" }, expect.stringContaining('sku must be 1 to 40 letters')],
    [{ quantity: '0' }, 'quantity must be more than 0'],
    [{ quantity: '-1' }, 'quantity must be a number such as 12 or 2.5, not "-1"'],
    [{ quantity: '1.0005' }, 'quantity has more than three decimals'],
    [{ unit_price: '1e9' }, 'unit_price must be an amount such as 12.50, not "1e9"'],
    [{ unit_price: '999999999999', quantity: '999999999999' }, 'the order amounts to more than can be counted'],
    [{ extra: '4,90' }, 'extra must be an amount such as 12.50, not "4,90"'],
    [{ currency: 'XYZ' }, 'currency must be a code such as EUR, not "XYZ"'],
    [{ paid: 'perhaps' }, 'paid must be yes or no, not "perhaps"'],
    [{ order: 'x'.repeat(101) }, 'order is longer than 100 characters'],
    [{ note: 'x'.repeat(4001) }, 'note is longer than 4000 characters'],
  ])('refuses a row with %j and says why', ([change, reason]) => {
    const read = list({ ...good, ...(change as object) });
    expect(read.orders).toEqual([]);
    expect(read.refused).toEqual([{ row: 2, reason }]);
  });

  it('takes an order whole or not at all', () => {
    expect(reasons(good, { ...good, quantity: 'two' }, { ...good, order: 'B2' })).toEqual([
      '2: order A1 is refused for row 3',
      '3: quantity must be a number such as 12 or 2.5, not "two"',
    ]);
    expect(reasons(good, { ...good, customer: 'c8' })).toEqual([
      '2: order A1 is refused for row 3',
      '3: customer is "c8", and "c7" in row 2 of the same order',
    ]);
    const { refusedOrders, refusedSums } = list(good, { ...good, customer: 'c8' }, { ...good, order: 'B2', status: 'lost' });
    expect([refusedOrders, [...refusedSums]]).toEqual([2, [['EUR', 7500n]]]);
  });

  it('takes an order of ten thousand rows for a mistake, at once', () => {
    const read = list(...Array.from({ length: 10_000 }, () => good));
    expect(read.refused).toHaveLength(10_000);
    expect(read.refused[0]?.reason).toBe('the order has more than 1000 rows');
  });

  it('accounts for every row and every amount, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('', '1', '2.5', '2025-01-01', 'EUR', 'MUG-1', 'delivered', '__proto__'),
    );
    const row = fc.record({
      ...Object.fromEntries(orderColumns.map((column) => [column, cell])),
      order: fc.constantFrom('A', 'B', '', '__proto__'),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(row, fc.constant(good)), { maxLength: 8 }), (rows) => {
        const { orders, refused } = list(...rows);
        expect(orders.reduce((sum, order) => sum + order.rows, 0) + refused.length).toBe(rows.length);
      }),
    );
  });
});
