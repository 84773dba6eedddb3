import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Tx } from '#core/ports.ts';
import type { Calendar } from '#core/schedule/calendar.ts';
import type { Need } from '#core/stock/fulfilability.decide.ts';
import { receiveStock, setStock } from '#core/stock/intake.act.ts';
import { allocate, keepAtMost, planAndAllocate, planAnew, planOrder, release, shipKept } from '#core/stock/ledger.act.ts';
import { ordersWaitingFor } from '#core/stock/stock.store.ts';
import type { Turn } from '#core/turn.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { putCustomer, putOrders, putShop } from '#test/support/standing-orders.ts';

const now = Temporal.Instant.from('2026-11-25T04:00:00Z');
const calendar: Calendar = { timeZone: 'Asia/Shanghai', intervals: [], holidays: new Set() };
const when = { today: Temporal.PlainDate.from('2026-11-25'), calendar };
const turnOf = (tx: Tx): Turn => ({ tx, now, ids: randomIds });
const chairs = (lineId: string, quantity: number): Need => ({
  lineId,
  sku: 'CHAIR',
  kind: 'goods',
  quantity,
  leadDays: 5,
  extraDays: 0,
  customised: false,
  customCost: 0n,
});

describe.each(engines)('the stock ledger (%s)', (engine) => {
  let database: OpenDatabase;
  let mei: string;
  const inTurn = <T>(work: (turn: Turn) => Promise<T>): Promise<T> => database.transaction((tx) => work(turnOf(tx)));

  beforeAll(async () => {
    database = await openTestDatabase({ engine });
    await database.transaction((tx) => putShop(tx));
    mei = await putCustomer(database.sql);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.sql`truncate allocations, stock_moves, stock_levels, incoming_stock, order_lines, orders, transitions cascade`;
  });

  async function stock(rows: [string, string, number][]): Promise<void> {
    for (const [location, sku, onHand] of rows)
      await database.sql`insert into stock_levels (location, sku, on_hand) values (${location}, ${sku}, ${onHand})`;
  }
  async function anOrderOf(...quantities: number[]): Promise<{ id: string; needs: Need[] }> {
    const [order] = await putOrders(database.sql, [{ customerId: mei, lines: quantities.map((quantity) => ({ sku: 'CHAIR', quantity })) }]);
    return { id: order?.id ?? '', needs: quantities.map((quantity, at) => chairs(order?.lineIds[at] ?? '', quantity)) };
  }
  const levels = async (): Promise<string[]> => {
    const rows = await database.sql<{ text: string }[]>`
      select location || ' ' || allocated || '/' || on_hand as text from stock_levels order by location`;
    return rows.map(({ text }) => text);
  };
  /** Differences between the books: levels against allocations, lines against allocations, levels against moves. */
  const errors = async (): Promise<number> => {
    const [row] = await database.sql<{ errors: number }[]>`
      select (
        select count(*) from stock_levels s
        where s.allocated <> (select coalesce(sum(quantity), 0) from allocations a where a.location = s.location and a.sku = s.sku)
          or s.allocated <> (select coalesce(sum(case kind when 'allocate' then quantity when 'release' then -quantity when 'ship' then -quantity else 0 end), 0)
            from stock_moves m where m.location = s.location and m.sku = s.sku)
      )::int + (
        select count(*) from order_lines l
        where l.allocated < (select coalesce(sum(quantity), 0) from allocations a where a.order_line = l.id)
      )::int as errors`;
    return row?.errors ?? -1;
  };

  test('a thousand orders at once for a hundred chairs get exactly a hundred', { timeout: 120_000 }, async () => {
    await stock([
      ['SHA', 'CHAIR', 60],
      ['SUZ', 'CHAIR', 40],
    ]);
    const orders = await putOrders(
      database.sql,
      Array.from({ length: 1000 }, () => ({ customerId: mei, state: 'submitted' as const, lines: [{ sku: 'CHAIR', quantity: 1 }] })),
    );
    const waiting = orders.map(({ id, lineIds: [lineId = ''] }) => ({ id, needs: [chairs(lineId, 1)] }));
    const verdicts: string[] = [];
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const order = next;
        const report = await inTurn((turn) => planAndAllocate(turn, order.id, order.needs, when));
        verdicts.push(`${report.lines[0]?.verdict} ${report.promise}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    expect(verdicts.filter((verdict) => verdict === 'yes 2026-11-26')).toHaveLength(100);
    expect(verdicts.filter((verdict) => verdict === 'no 2026-12-01')).toHaveLength(900);
    expect(await levels()).toEqual(['SHA 60/60', 'SUZ 40/40']);
    expect(await errors()).toBe(0);
  });

  test('whoever planned first and came second gets what is left, and a later promise instead of an error', async () => {
    await stock([['SHA', 'CHAIR', 5]]);
    const [slow, fast] = [await anOrderOf(5), await anOrderOf(3)];
    const plan = await inTurn((turn) => planOrder(turn, slow.id, slow.needs, when));
    expect(plan.lines[0]?.verdict).toBe('yes');
    await inTurn((turn) => planAndAllocate(turn, fast.id, fast.needs, when));
    const got = await inTurn((turn) => allocate(turn, slow.id, plan));
    expect(got.map(({ quantity }) => quantity)).toEqual([2]);
    const report = await inTurn((turn) => planAndAllocate(turn, slow.id, slow.needs, when));
    expect(report.lines[0]).toMatchObject({
      verdict: 'partial',
      nowQuantity: 2,
      takes: [{ location: 'SHA', quantity: 2 }],
      rest: { quantity: 3, how: 'make' },
    });
    expect(await errors()).toBe(0);
  });

  test('asking twice keeps no more, and giving back twice gives back once', async () => {
    await stock([
      ['SHA', 'CHAIR', 3],
      ['SUZ', 'CHAIR', 9],
    ]);
    const order = await anOrderOf(10, 1);
    const [first, second] = [
      await inTurn((turn) => planAndAllocate(turn, order.id, order.needs, when)),
      await inTurn((turn) => planAndAllocate(turn, order.id, order.needs, when)),
    ];
    expect(second.lines.map(({ nowQuantity, verdict }) => [nowQuantity, verdict])).toEqual([
      [10, 'yes'],
      [1, 'yes'],
    ]);
    expect(await inTurn((turn) => allocate(turn, order.id, first))).toEqual([]);
    expect(await levels()).toEqual(['SHA 3/3', 'SUZ 8/9']);
    expect((await inTurn((turn) => release(turn, order.id))).length).toBe(3);
    expect(await inTurn((turn) => release(turn, order.id))).toEqual([]);
    expect(await levels()).toEqual(['SHA 0/3', 'SUZ 0/9']);
    expect(await errors()).toBe(0);
  });

  test('a line that asks for less gives back the rest, from the place that was asked last, and never what has left', async () => {
    await stock([
      ['SHA', 'CHAIR', 3],
      ['SUZ', 'CHAIR', 9],
    ]);
    const order = await anOrderOf(12, 0.5);
    const [first = ''] = order.needs.map(({ lineId }) => lineId);
    await inTurn((turn) => planAndAllocate(turn, order.id, order.needs.slice(0, 1), when));
    const freed = await inTurn((turn) => keepAtMost(turn, order.id, new Map([[first, 5]])));
    expect(freed).toEqual([{ lineId: first, sku: 'CHAIR', location: 'SUZ', quantity: 7 }]);
    expect(await levels()).toEqual(['SHA 3/3', 'SUZ 2/9']);
    expect(await inTurn((turn) => keepAtMost(turn, order.id, new Map([[first, 5]])))).toEqual([]);
    await inTurn((turn) => shipKept(turn, order.id));
    await database.sql`update order_lines set shipped = 5 where id = ${first}`;
    expect(await inTurn((turn) => keepAtMost(turn, order.id, new Map([[first, 0]])))).toEqual([]);
    expect(await levels()).toEqual(['SHA 0/0', 'SUZ 0/7']);
    expect(await errors()).toBe(0);
  });

  test('plans a changed order with what it has already, and keeps nothing yet', async () => {
    await stock([['SHA', 'CHAIR', 6]]);
    const order = await anOrderOf(4);
    const [line = ''] = order.needs.map(({ lineId }) => lineId);
    await inTurn((turn) => planAndAllocate(turn, order.id, order.needs, when));
    const { more, whole } = await inTurn((turn) => planAnew(turn, order.id, [chairs(line, 9)], when));
    expect(more.lines[0]).toMatchObject({ nowQuantity: 2, rest: { quantity: 3, how: 'make' } });
    expect(whole.lines[0]).toMatchObject({ verdict: 'partial', nowQuantity: 6, takes: [{ location: 'SHA', quantity: 6 }] });
    const less = await inTurn((turn) => planAnew(turn, order.id, [chairs(line, 1)], when));
    expect(less.whole.lines[0]).toMatchObject({
      verdict: 'yes',
      nowQuantity: 1,
      takes: [{ location: 'SHA', quantity: 1 }],
      promise: '2026-11-26',
    });
    expect(await levels()).toEqual(['SHA 4/6']);
  });

  test('what was shipped is gone and is not given back', async () => {
    await stock([['SHA', 'CHAIR', 3]]);
    const order = await anOrderOf(5);
    await inTurn((turn) => planAndAllocate(turn, order.id, order.needs, when));
    expect(await inTurn((turn) => shipKept(turn, order.id))).toMatchObject([{ location: 'SHA', quantity: 3 }]);
    expect(await inTurn((turn) => shipKept(turn, order.id))).toEqual([]);
    expect(await levels()).toEqual(['SHA 0/0']);
    await inTurn((turn) => receiveStock(turn, [{ location: 'SHA', sku: 'CHAIR', quantity: 10 }]));
    const report = await inTurn((turn) => planAndAllocate(turn, order.id, order.needs, when));
    expect(report.lines[0]).toMatchObject({ verdict: 'yes', nowQuantity: 5 });
    expect(await levels()).toEqual(['SHA 2/10']);
    await inTurn((turn) => release(turn, order.id));
    const [line] = await database.sql<{ allocated: number }[]>`select allocated from order_lines where order_id = ${order.id}`;
    expect(line?.allocated).toBe(3);
  });

  test('goods on their way go to those who wait already; who waits is asked in the order of priority', async () => {
    await stock([['SHA', 'CHAIR', 0]]);
    await database.sql`insert into incoming_stock (location, sku, quantity, due) values ('SHA', 'CHAIR', 4, '2026-11-26')`;
    const first = await anOrderOf(3);
    const second = await anOrderOf(2);
    const plan = await inTurn((turn) => planOrder(turn, second.id, second.needs, when));
    expect(plan.lines[0]?.rest).toEqual({ quantity: 2, date: '2026-12-01', how: 'make' });
    await database.sql`update orders set priority = 30 where id = ${second.id}`;
    expect(await ordersWaitingFor(database.sql, ['CHAIR'], 10)).toEqual([second.id, first.id]);
  });

  test('goods that come in use up what was announced, the earliest first', async () => {
    await database.sql`
      insert into incoming_stock (location, sku, quantity, due)
      values ('SHA', 'CHAIR', 4, '2026-11-26'), ('SHA', 'CHAIR', 6, '2026-12-01'), ('SHA', 'CHAIR', 2, '2026-12-09')`;
    await inTurn((turn) => receiveStock(turn, [{ location: 'SHA', sku: 'CHAIR', quantity: 7 }]));
    const left = await database.sql`select quantity, due::text from incoming_stock order by due`;
    expect([...left]).toEqual([
      { quantity: 3, due: '2026-12-01' },
      { quantity: 2, due: '2026-12-09' },
    ]);
    expect(await levels()).toEqual(['SHA 0/7']);
  });

  test('a count never goes below what orders keep, says why, and the same count changes nothing', async () => {
    await stock([['SHA', 'CHAIR', 5]]);
    const order = await anOrderOf(4);
    await inTurn((turn) => planAndAllocate(turn, order.id, order.needs, when));
    const list = [
      { location: 'SHA', sku: 'CHAIR', quantity: 3 },
      { location: 'MARS', sku: 'CHAIR', quantity: 3 },
      { location: 'SHA', sku: 'SETUP', quantity: 3 },
      { location: 'SHA', sku: 'DESK', quantity: 7 },
      { location: 'SHA', sku: 'DESK', quantity: 8 },
      { location: 'SUZ', sku: 'DESK', quantity: -1 },
    ];
    const once = await inTurn((turn) => setStock(turn, list));
    expect(once.refused).toEqual([
      { row: 0, reason: 'below_allocated', allocated: 4 },
      { row: 1, reason: 'unknown_location' },
      { row: 2, reason: 'unknown_product' },
      { row: 4, reason: 'twice' },
      { row: 5, reason: 'no_quantity' },
    ]);
    expect(once.changes).toHaveLength(1);
    const again = await inTurn((turn) => setStock(turn, list));
    expect([again.changes.length, again.unchanged]).toEqual([0, 1]);
    await inTurn((turn) => setStock(turn, [{ location: 'SHA', sku: 'DESK', quantity: 2 }]));
    const moves = await database.sql`select kind, quantity from stock_moves where sku = 'DESK' order by id`;
    expect([...moves]).toEqual([
      { kind: 'receive', quantity: 7 },
      { kind: 'adjust', quantity: 5 },
    ]);
  });
});
