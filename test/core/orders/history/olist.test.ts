import { describe, expect, it } from 'vitest';
import { readOlist, type OlistRows } from '#core/orders/history/olist.decide.ts';
import type { ListRow } from '#core/stock/list.ts';

const frame = {
  currency: 'EUR',
  timeZone: 'America/Sao_Paulo',
  now: Temporal.Instant.from('2026-11-25T04:00:00Z'),
  acceptedAfter: Temporal.Duration.from({ hours: 7 * 24 }),
  products: new Map<string, string>(),
};
const numbered = (rows: Record<string, string>[]): ListRow[] => rows.map((cells, index) => ({ row: index + 2, cells }));
const order = (id: string, status: string, more: Record<string, string> = {}) => ({
  order_id: id,
  customer_id: 'visit1',
  order_status: status,
  order_purchase_timestamp: '2018-01-15 12:00:00',
  order_estimated_delivery_date: '2018-01-30 00:00:00',
  ...more,
});
const item = (id: string, more: Record<string, string> = {}) => ({
  order_id: id,
  product_id: 'ab12cd34ef',
  price: '39.95',
  freight_value: '17.93',
  ...more,
});
const read = (orders: Record<string, string>[], items: Record<string, string>[], more: Partial<OlistRows> = {}) =>
  readOlist(
    {
      orders: numbered(orders),
      order_items: numbered(items),
      customers: numbered([
        {
          customer_id: 'visit1',
          customer_unique_id: '6f19cd82c9d4',
          customer_zip_code_prefix: '78135',
          customer_city: 'varzea grande',
          customer_state: 'MT',
        },
        { customer_id: 'visit2', customer_unique_id: '6f19cd82c9d4', customer_zip_code_prefix: '', customer_city: '', customer_state: '' },
      ]),
      products: numbered([{ product_id: 'ab12cd34ef', product_category_name: 'beleza_saude' }]),
      category_translation: numbered([{ product_category_name: 'beleza_saude', product_category_name_english: 'health_beauty' }]),
      ...more,
    },
    frame,
  );
const approved = { order_approved_at: '2018-01-15 13:00:00' };

describe('orders in the layout of Olist', () => {
  it('carry their freight on the line, and their customer is who bought, not the single visit', () => {
    const { orders, refused, products, rows } = read(
      [
        order('o1', 'shipped', { ...approved, order_delivered_carrier_date: '2018-01-16 08:00:00' }),
        order('o2', 'invoiced', { ...approved, customer_id: 'visit2' }),
      ],
      [item('o1'), item('o2'), item('o1', { price: '10.00', freight_value: '0' })],
    );
    expect([rows, refused]).toEqual([5, []]);
    expect(orders).toMatchObject([
      {
        ref: 'o1',
        rows: 3,
        currency: 'BRL',
        total: 6788n,
        paid: true,
        customer: { ref: '6f19cd82c9d4', name: 'Olist 6f19cd82', address: '78135 varzea grande, MT' },
        lines: [{ sku: 'AB12CD34EF', name: 'Health beauty AB12CD34', quantity: 1, unitPrice: 3995n, extra: 1793n }, { unitPrice: 1000n }],
      },
      { ref: 'o2', customer: { ref: '6f19cd82c9d4', address: null } },
    ]);
    expect(orders[0]?.steps.map(({ at }) => at.toString())).toEqual([
      '2018-01-15T14:00:00Z',
      '2018-01-15T14:00:00Z',
      '2018-01-15T15:00:00Z',
      '2018-01-15T15:00:00Z',
      '2018-01-16T10:00:00Z',
    ]);
    expect(products).toEqual([{ sku: 'AB12CD34EF', name: 'Health beauty AB12CD34', price: { currency: 'BRL', unit: 3995n } }]);
  });

  it.for([
    ['created', 'in_review'],
    ['approved', 'confirmed'],
    ['invoiced', 'confirmed'],
    ['processing', 'preparing'],
    ['shipped', 'in_transit'],
    ['delivered', 'completed'],
    ['canceled', 'cancelled'],
    ['unavailable', 'rejected'],
  ] as const)('end as their status %s says', ([status, state]) => {
    expect(read([order('o1', status, approved)], [item('o1')]).orders[0]?.steps.at(-1)?.to).toBe(state);
  });

  it('may have had nothing in them when they were cancelled or could not be had', () => {
    const { orders } = read([order('o1', 'canceled'), order('o2', 'unavailable', approved)], []);
    expect(orders).toMatchObject([
      { total: 0n, lines: [], paid: false },
      { total: 0n, lines: [], paid: true },
    ]);
  });

  it('are refused with their items, and an item with its order; every row and amount is accounted for', () => {
    const { orders, refused, refusedOrders, refusedSums } = read(
      [
        order('o1', 'delivered', { customer_id: 'nobody' }),
        order('o2', 'delivered'),
        order('o3', 'delivered'),
        order('o4', 'delivered', { order_purchase_timestamp: '' }),
        order('o5', 'processing', approved),
        order('o5', 'processing', approved),
      ],
      [item('o1'), item('o2', { price: 'free' }), item('o2'), item('o9'), item('o5'), item('o4', { product_id: 'none' })],
    );
    expect(orders.map(({ ref }) => ref)).toEqual(['o5']);
    expect(refusedOrders).toBe(5);
    expect(refused.map(({ file, row, reason }) => `${file} ${row}: ${reason}`)).toEqual([
      'orders 2: customer_id is no customer of the customers file',
      'order_items 2: order o1 is refused',
      'orders 3: its item in row 3 of order_items: price must be an amount such as 12.50, not "free"',
      'order_items 3: price must be an amount such as 12.50, not "free"',
      'order_items 4: order o2 is refused',
      'orders 4: the order is delivered, and has no item',
      'orders 5: its item in row 7 of order_items: product_id is no product of the products file',
      'order_items 7: product_id is no product of the products file',
      'orders 7: order_id stands in row 6 already',
      'order_items 5: order_id is no order of the orders file',
    ]);
    expect([...refusedSums]).toEqual([['BRL', 4n * 5788n]]);
  });
});
