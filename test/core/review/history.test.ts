import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { findOrder } from '#core/orders/order.store.ts';
import { readHistory } from '#core/review/checks.store.ts';
import type { History } from '#core/review/checks/check.ts';
import { refreshValueLimits } from '#core/review/value-limits.store.ts';
import { eitherEngine, openTestDatabase } from '#test/support/database.ts';
import { putCustomer, putOrders, putShop, type StandingOrder } from '#test/support/standing-orders.ts';

const now = Temporal.Instant.from('2026-11-25T04:00:00Z');
const ago = (minutes: number): Temporal.Instant => now.subtract({ minutes });

describe.each(eitherEngine)('what the past says about an order (%s)', (engine) => {
  let database: OpenDatabase;
  let mei: string;
  beforeAll(async () => {
    database = await openTestDatabase({ engine });
    await database.transaction((tx) => putShop(tx));
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.sql`truncate order_lines, orders, transitions, order_value_limits cascade`;
    mei = await putCustomer(database.sql, { creditLimit: 5_000n });
  });

  /** History of an order just submitted, with these orders before it. */
  async function historyWith(earlier: Omit<StandingOrder, 'customerId'>[], own: Omit<StandingOrder, 'customerId'> = {}): Promise<History> {
    const lines = [{ sku: 'CHAIR', quantity: 2 }];
    const [order] = await putOrders(database.sql, [{ customerId: mei, state: 'submitted', submittedAt: now, total: 200n, lines, ...own }]);
    await putOrders(
      database.sql,
      earlier.map((one) => ({ customerId: mei, ...one })),
    );
    const whole = await findOrder(database.sql, order?.id ?? '');
    if (!whole) throw new Error('the order was not put');
    return readHistory(database.sql, whole, now);
  }

  test('a new customer has no past', async () => {
    expect(await historyWith([{ state: 'draft' }, { state: 'cancelled' }])).toEqual({
      customer: { creditLimit: 5_000n, prepaid: false, known: false, exposure: 0n, paid: 0n, usual: new Map() },
      businessCurrency: 'CNY',
      servedZones: [],
      duplicate: null,
      valueLimits: null,
      largest: null,
    });
  });

  test('while too few orders are known the largest that stood counts, in the same currency', async () => {
    const { largest } = await historyWith([
      { total: 1_000n },
      { total: 3_000n, state: 'completed' },
      { total: 9_000n, state: 'cancelled' },
      { total: 9_000n, state: 'in_review' },
      { total: 9_000n, currency: 'USD' },
    ]);
    expect(largest).toBe(3_000n);
  });

  test('what is owed counts unpaid confirmed orders of the same currency and of nobody else', async () => {
    const other = await putCustomer(database.sql);
    await putOrders(database.sql, [{ customerId: other, total: 7_000n }]);
    const { customer } = await historyWith([
      { total: 1_000n },
      { total: 30n },
      { total: 9_000n, payment: 'paid' },
      { total: 9_000n, state: 'cancelled' },
      { total: 9_000n, state: 'submitted' },
      { total: 9_000n, currency: 'USD' },
    ]);
    expect(customer).toMatchObject({ exposure: 1_030n, known: true });
  });

  test('what was paid in part is owed no more', async () => {
    const id = uuidv7();
    const own = uuidv7();
    const pay = (order: string, amount: number) => database.sql`
      insert into payments (id, order_id, amount, currency, reference, at) values (${uuidv7()}, ${order}, ${amount}, 'CNY', 'wire', ${now})`;
    await putOrders(database.sql, [{ id, customerId: mei, total: 1_000n }]);
    await pay(id, 300);
    await pay(id, 100);
    const before = await historyWith([], { id: own });
    expect(before.customer).toMatchObject({ exposure: 600n, paid: 0n });
    await pay(own, 50);
    const whole = await findOrder(database.sql, own);
    if (!whole) throw new Error('the order was not put');
    expect((await readHistory(database.sql, whole, now)).customer).toMatchObject({ exposure: 600n, paid: 50n });
  });

  test('the usual quantity is the middle of the orders that stood, however many lines each had', async () => {
    const chairs = (...quantities: number[]) => ({ lines: quantities.map((quantity) => ({ sku: 'CHAIR', quantity })) });
    const { customer } = await historyWith([
      chairs(1),
      chairs(2, 1),
      chairs(10),
      { ...chairs(99), state: 'cancelled' },
      { lines: [{ sku: 'DESK', quantity: 7 }] },
    ]);
    expect(customer.usual).toEqual(new Map([['CHAIR', { median: 3, orders: 3 }]]));
  });

  test('only the last fifty orders say what is usual', async () => {
    const before = Array.from({ length: 60 }, (_, at) => ({
      submittedAt: ago(100 + at),
      lines: [{ sku: 'CHAIR', quantity: at < 50 ? 2 : 900 }],
    }));
    expect((await historyWith(before)).customer.usual.get('CHAIR')).toEqual({ median: 2, orders: 50 });
  });

  test.each<[string, Omit<StandingOrder, 'customerId'>, string | null]>([
    ['the same lines and amount nine minutes ago', { submittedAt: ago(9) }, 'same_lines'],
    ['the same eleven minutes ago', { submittedAt: ago(11) }, null],
    ['another amount', { submittedAt: ago(1), total: 201n }, null],
    ['another quantity', { submittedAt: ago(1), lines: [{ sku: 'CHAIR', quantity: 3 }] }, null],
    ['another colour', { submittedAt: ago(1), lines: [{ sku: 'CHAIR', quantity: 2, options: [{ key: 'color', value: 'blue' }] }] }, null],
    ['one that was cancelled', { submittedAt: ago(1), state: 'cancelled' }, null],
    [
      'the same reference a day ago, from another system',
      { submittedAt: ago(1440), externalRef: 'PO-7', source: 'csv', total: 9n },
      'external_ref',
    ],
  ])('is it a duplicate of %s', async (_name, earlier, because) => {
    const lines = [{ sku: 'CHAIR', quantity: 2 }];
    const { duplicate } = await historyWith([{ total: 200n, lines, ...earlier }], { externalRef: 'PO-7', source: 'api' });
    expect(duplicate?.because ?? null).toBe(because);
  });

  test('the order in which lines were written does not hide a duplicate', async () => {
    const [chair, desk] = [
      { sku: 'CHAIR', quantity: 2 },
      { sku: 'DESK', quantity: 1 },
    ];
    expect(
      (await historyWith([{ total: 200n, submittedAt: ago(1), lines: [desk, chair] }], { lines: [chair, desk] })).duplicate?.because,
    ).toBe('same_lines');
  });

  test('value limits come from a year of confirmed orders, per currency, and from twenty orders on', async () => {
    const worth = (count: number, currency: string, changes: Partial<StandingOrder> = {}) =>
      Array.from({ length: count }, (_, at) => ({ customerId: mei, currency, total: BigInt(at + 1), submittedAt: ago(60), ...changes }));
    await putOrders(database.sql, [
      ...worth(100, 'CNY'),
      ...worth(19, 'USD'),
      ...worth(1, 'USD', { state: 'cancelled' }),
      ...worth(1, 'USD', { submittedAt: now.subtract({ hours: 366 * 24 }) }),
      ...worth(20, 'JPY'),
    ]);
    const refresh = () => database.transaction((tx) => refreshValueLimits({ tx, now, ids: randomIds }));
    await refresh();
    await refresh();
    const rows = await database.sql`select currency, p95, p99, orders from order_value_limits order by currency`;
    expect([...rows]).toEqual([
      { currency: 'CNY', p95: 95n, p99: 99n, orders: 100 },
      { currency: 'JPY', p95: 19n, p99: 20n, orders: 20 },
    ]);
    expect(await historyWith([])).toMatchObject({ valueLimits: { p95: 95n, p99: 99n }, largest: null });
  });
});
