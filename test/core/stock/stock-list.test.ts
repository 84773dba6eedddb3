import { expect, it } from 'vitest';
import { counted, readStockList } from '#core/stock/stock-list.decide.ts';

const read = (...cells: Record<string, string>[]) => readStockList(cells.map((row, at) => ({ row: at + 2, cells: row })));

it('a row counts a shelf and announces a delivery', () => {
  expect(read({ location: 'Berlin', sku: 'mug-1', on_hand: '12.5', incoming: '5', incoming_due: '2026-12-01' }).listed).toEqual([
    { row: 2, location: 'Berlin', sku: 'MUG-1', onHand: 12.5, incoming: { quantity: 5, due: Temporal.PlainDate.from('2026-12-01') } },
  ]);
});

it('a row without a count announces only', () => {
  const { listed } = read({ location: 'Berlin', sku: 'MUG-1', on_hand: '', incoming: '5', incoming_due: '2026-12-08' });
  expect(listed).toHaveLength(1);
  expect(counted(listed)).toEqual([]);
});

it('nothing on its way needs no date', () => {
  expect(read({ location: 'Berlin', sku: 'MUG-1', on_hand: '0', incoming: '0' }).listed[0]?.incoming).toBeNull();
});

it.for([
  [{ location: '' }, 'location must have'],
  [{ sku: '' }, 'sku is missing'],
  [{ on_hand: '' }, 'on_hand is missing'],
  [{ on_hand: '-3' }, 'on_hand must be a number'],
  [{ on_hand: '1e3' }, 'on_hand must be a number'],
  [{ incoming: '5', incoming_due: '' }, 'incoming_due must be a date'],
  [{ incoming: '5', incoming_due: '2026-02-30' }, 'no day of the calendar'],
] as const)('refuses %o and says why', ([cells, why]) => {
  expect(read({ location: 'Berlin', sku: 'MUG-1', on_hand: '3', ...cells }).refused[0]?.reason).toContain(why);
});
