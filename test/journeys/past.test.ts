import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { deskTurns } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { readOrderList } from '#core/orders/history/order-list.decide.ts';
import { countAnew } from '#core/orders/history/replay.store.ts';
import { frameOf, takeOrders, takeProducts } from '#core/orders/history/taking.act.ts';
import { readDigest } from '#core/insight/reading.act.ts';
import { findOrderByNumber, pastPromise, latestOrders, openDeskOrders, openOrders } from '#core/orders/order.store.ts';
import { waitingForDecision } from '#core/orders/asking/review-list.store.ts';
import { findCustomersByName } from '#core/people/customer.store.ts';
import type { Tx } from '#core/ports.ts';
import { openTerminal } from '#test/cli/office.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { costOf } from '#test/support/plans.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';

const folder = join(import.meta.dirname, '../../../shared/data/olist');
const isThere = existsSync(folder);

describe.each(engines)('three thousand orders of the past on %s', (engine) => {
  let office: Office;
  let before: Map<string, number>;
  let mine: { id: string; number: string; customerId: string };

  /** What people ask the desk for, as often as any statement of it. */
  const questions = (): [string, (tx: Tx) => Promise<unknown>][] => [
    ['an order by its number', (tx) => findOrderByNumber(tx, mine.number)],
    ['a customer’s open orders', (tx) => openOrders(tx, mine.customerId, 5)],
    ['a customer’s newest orders', (tx) => latestOrders(tx, mine.customerId, 10)],
    ['what is open on the desk', (tx) => openDeskOrders(tx, 15)],
    ['the review queue', (tx) => waitingForDecision(tx, { size: 10, number: 0 })],
    ['the digest of a past day', (tx) => readDigest(tx, Temporal.PlainDate.from('2026-11-24'), 'Asia/Shanghai', office.now)],
    [
      'what is held past its promise',
      (tx) => pastPromise(tx, { from: Temporal.PlainDate.from('2026-11-18'), before: Temporal.PlainDate.from('2026-11-25') }),
    ],
    ['a customer by name', (tx) => findCustomersByName(tx, 'Mei', 4)],
  ];
  const costs = async (): Promise<Map<string, number>> => {
    const pages = new Map<string, number>();
    for (const [name, ask] of questions()) pages.set(name, (await costOf(office.database, ask)).pages);
    return pages;
  };

  beforeAll(async () => {
    office = await openOffice({ engine, past: true });
    const { sql } = office.database;
    await office.say('mei', '300 desk lamps');
    await office.press('mei', 'confirm');
    const [row] = await sql<{ id: string; number: string; customerId: string }[]>`
      select id, number, customer_id as "customerId"
      from orders
      where number is not null
      order by created_at desc
      limit 1`;
    if (!row) throw new Error('nothing was ordered');
    mine = row;
    await sql`analyze`;
    before = await costs();
    await bring(office);
  });
  afterAll(() => office.close());

  it('leave every question as cheap as before', async () => {
    const after = await costs();
    const grown = [...after].filter(([name, pages]) => pages > 2 * (before.get(name) ?? 0) + 20);
    expect(grown).toEqual([]);
    for (const [name, ask] of questions()) {
      const { walked } = await costOf(office.database, ask);
      expect([name, walked.filter((table) => ['orders', 'order_lines', 'transitions', 'events', 'customers'].includes(table))]).toEqual([
        name,
        [],
      ]);
    }
  });

  it('were promised on working days, as far as they are the demo’s own', async () => {
    const free = await office.database.sql`
      select number, promised_latest
      from orders
      where account = 'playground'
        and promised_latest is not null
        and (extract(isodow from promised_latest) > 5 or promised_latest in (select day from holidays))`;
    expect([...free]).toEqual([]);
  });

  it('message nobody and plan nothing, however old they are', async () => {
    const { sql } = office.database;
    const said = async (): Promise<unknown> => (await sql`select count(*)::int as n from outbox`)[0];
    const quiet = await said();
    await office.advance({ hours: 1 });
    expect(await said()).toEqual(quiet);
    expect(await sql`select 1 from jobs j join orders o on o.id = (j.body ->> 'orderId')::uuid where o.source = 'shop'`).toHaveLength(0);
  });

  it('answer where an order of the past is, for a colleague and with its whole history', async () => {
    const { sql } = office.database;
    const [row] = await sql<{ number: string }[]>`select number from orders where source = 'shop' and external_ref = 'H10'`;
    await office.say('lin', `/status ${row?.number}`);
    expect((await office.last('lin')).text).toContain(row?.number);
    await office.say('lin', `/order ${row?.number}`);
    const timeline = JSON.stringify((await office.last('lin')).card);
    expect(timeline).toContain('shop');
  });
});

/** Ten orders a day for three hundred days, by nine hundred customers; a few of them are still open. */
async function bring(office: Office): Promise<void> {
  const turnOf = deskTurns({ reader: rulesReader });
  const first = office.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 310 });
  const rows = Array.from({ length: 3000 }, (_, n) => ({
    row: n + 2,
    cells: {
      order: `H${n}`,
      placed_at: first.add({ days: Math.floor(n / 10) }).toString(),
      status: n % 600 === 599 ? 'preparing' : n % 50 === 49 ? 'cancelled' : 'completed',
      customer: `c${n % 900}`,
      customer_name: `Buyer ${n % 900}`,
      sku: n % 7 === 0 ? 'CUP-OLD' : 'LT-DESK',
      name: 'Old cup',
      quantity: String(1 + (n % 3)),
      unit_price: '19.90',
    },
  }));
  const inTurn = <T>(work: (turn: ReturnType<typeof turnOf>) => Promise<T>): Promise<T> =>
    office.database.transaction((tx) => work(turnOf({ tx, now: office.now, ids: randomIds })));
  const read = await inTurn(async (turn) => readOrderList(rows, await frameOf(turn, null)));
  await inTurn((turn) => takeProducts(turn, read.products));
  for (let from = 0; from < read.orders.length; from += 500)
    await inTurn((turn) => takeOrders(turn, 'shop', read.orders.slice(from, from + 500)));
  await countAnew(office.database.sql);
}

describe.runIf(isThorough).each(engines)(`the orders of Olist on %s${onlyThorough}`, (engine) => {
  it('amount to what their own files amount to, summed by the database from the files themselves', async ({ skip }) => {
    if (!isThere) skip(`there is no ${folder}`);
    const database = await openTestDatabase({ engine });
    const terminal = await openTerminal(undefined, database);
    const { sql } = database;
    const report = JSON.parse((await terminal.type('import', 'olist', folder, '--json')).out);
    expect(report).toMatchObject({ refused: [], orders: { read: 3000, taken: 3000 }, customers: 2995 });
    const raw = (name: string): Record<string, string>[] => parse(readFileSync(join(folder, name)), { columns: true });
    await sql`create table raw_orders (id text, status text, placed timestamp, delivered timestamp)`;
    await sql`
      insert into raw_orders
      select o ->> 'order_id', o ->> 'order_status', (o ->> 'order_purchase_timestamp')::timestamp,
        nullif(o ->> 'order_delivered_customer_date', '')::timestamp
      from jsonb_array_elements(${sql.json(raw('olist_orders_dataset.csv'))}) o`;
    await sql`create table raw_items (id text, product text, price numeric, freight numeric)`;
    await sql`
      insert into raw_items
      select i ->> 'order_id', i ->> 'product_id', (i ->> 'price')::numeric, (i ->> 'freight_value')::numeric
      from jsonb_array_elements(${sql.json(raw('olist_order_items_dataset.csv'))}) i`;

    const [sums] = await sql`
      select (select (sum(price + freight) * 100)::bigint from raw_items) as file,
        (select sum(total)::bigint from orders where source = 'olist' and currency = 'BRL') as orders,
        (select (sum(unit_price * quantity) + sum(custom_cost))::bigint from order_lines) as lines`;
    expect(sums?.['file']).toBe(46132394n);
    expect([sums?.['orders'], sums?.['lines']]).toEqual([sums?.['file'], sums?.['file']]);
    expect(report.sums).toEqual([{ currency: 'BRL', file: '461323.94', taken: '461323.94', unchanged: '0.00', refused: '0.00' }]);

    const differing = await sql`
      select r.id
      from raw_orders r
      left join orders o on o.source = 'olist' and o.external_ref = r.id
      left join lateral (select sum(price + freight) * 100 as total from raw_items i where i.id = r.id) i on true
      where o.total is distinct from coalesce(i.total, 0)
        or o.submitted_at is distinct from r.placed at time zone 'Europe/Berlin'
        or r.delivered at time zone 'Europe/Berlin' is distinct from (
          select t.at from transitions t where t.order_id = o.id and t.action = 'deliver')`;
    expect([...differing]).toEqual([]);
    const states = await sql`
      select r.status, o.state, count(*)::int as n
      from raw_orders r
      join orders o on o.source = 'olist' and o.external_ref = r.id
      group by 1, 2
      order by 1, 2`;
    expect(states.map(({ status, state, n }) => `${status} ${state} ${n}`)).toEqual([
      'canceled cancelled 24',
      'delivered completed 2904',
      'invoiced confirmed 9',
      'processing preparing 8',
      'shipped in_transit 38',
      'unavailable rejected 17',
    ]);

    const reviews = JSON.stringify(raw('olist_order_reviews_dataset.csv'));
    const [csat] = await sql`
      select (select array[count(*), sum((r ->> 'review_score')::int)]::int[] from jsonb_array_elements(${reviews}::text::jsonb) r) as file,
        (select array[count(*), sum(score)]::int[] from survey_answers) as taken`;
    expect(csat?.['taken']).toEqual(csat?.['file']);

    const [day] = await sql`
      select count(distinct r.id)::int as n, (sum(price + freight) * 100)::int as value
      from raw_orders r
      join raw_items i on i.id = r.id
      where r.placed::date = '2018-05-14'`;
    const digest = JSON.parse((await terminal.type('digest', '--date', '2018-05-14', '--json')).out);
    const value = digest.figures.find(({ name }: { name: string }) => name === 'value');
    expect(value).toMatchObject({ n: day?.['n'], parts: [{ currency: 'BRL', value: day?.['value'] }] });

    const again = JSON.parse((await terminal.type('import', 'olist', folder, '--json')).out);
    expect(again).toMatchObject({ taken: 0, unchanged: 9390, customers: 0, products: 0 });
    expect(await sql`select 1 from outbox`).toHaveLength(0);
    await terminal.close();
    await database.close();
  });
});
