import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal } from './office.ts';

let terminal: Awaited<ReturnType<typeof openTerminal>>;
beforeAll(async () => {
  terminal = await openTerminal();
  terminal.write('products.csv', 'sku,name_en,price\nMUG-1,Mug,12.50\n');
  await terminal.type('import', 'products', 'products.csv');
});
afterAll(() => terminal.close());

const report = async (...argv: string[]): Promise<unknown> => JSON.parse((await terminal.type('import', ...argv, '--json')).out);
const count = async (table: string): Promise<number> => {
  const [row] = await terminal.database.sql<{ n: number }[]>`select count(*)::int as n from ${terminal.database.sql(table)}`;
  return row?.n ?? -1;
};
const heading = 'order,placed_at,status,customer,customer_name,sku,name,quantity,unit_price,extra,currency\n';
const orders =
  heading +
  'A1,2025-03-01 10:00,completed,c1,Mei,MUG-1,,2,12.50,4.90,\n' +
  'A1,,,,,OLD-9,Old cup,1,3,,\n' +
  'A2,2025-01-01,confirmed,c1,Mei,MUG-1,,1,10,,USD\n' +
  'A3,2025-01-01,canceled,c2,"=cmd|\'/C calc\'!A0 <!channel>",MUG-1,,1,10,,\n' +
  'A4,tomorrow,completed,c2,,MUG-1,,1,7.77,,\n';

describe('import orders', () => {
  it('reports in a dry run what would happen, and touches nothing, not even the next number', async () => {
    terminal.write('orders.csv', orders);
    const before = await terminal.database.sql`select last_value, is_called from order_numbers`;
    const { exitCode, out, err } = await terminal.type('import', 'orders', 'orders.csv', '--dry-run');
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        '4 orders in 5 rows: 3 would be taken, 0 there already, 1 refused.',
        'EUR 50.67 in the file: 42.90 would be taken, 0.00 there already, 7.77 refused.',
        'USD 10.00 in the file: 10.00 would be taken, 0.00 there already, 0.00 refused.',
        'Rows that were refused: 1',
        '  row 6: placed_at must be a time such as 2026-03-29 14:05, not "tomorrow"',
        'New customers: 2.',
        'New products: 1.',
        'Nothing was written.',
        '',
      ].join('\n'),
    );
    expect(await terminal.database.sql`select last_value, is_called from order_numbers`).toEqual(before);
    expect([await count('orders'), await count('customers'), await count('products')]).toEqual([0, 0, 1]);
  });

  it('takes orders, customers and products that are sold no more, and messages nobody', async () => {
    expect(await report('orders', 'orders.csv')).toEqual({
      file: 'orders.csv',
      dryRun: false,
      read: 5,
      taken: 4,
      unchanged: 0,
      refused: [{ row: 6, reason: 'placed_at must be a time such as 2026-03-29 14:05, not "tomorrow"' }],
      orders: { read: 4, taken: 3, unchanged: 0, refused: 1, straightened: 0 },
      customers: 2,
      products: 1,
      answers: 0,
      sums: [
        { currency: 'EUR', file: '50.67', taken: '42.90', unchanged: '0.00', refused: '7.77' },
        { currency: 'USD', file: '10.00', taken: '10.00', unchanged: '0.00', refused: '0.00' },
      ],
      ignored: [],
    });
    expect([await count('outbox'), await count('jobs')]).toEqual([0, 0]);
    const { sql } = terminal.database;
    expect(await sql`select sku, active from products order by sku`).toEqual([
      { sku: 'MUG-1', active: true },
      { sku: 'OLD-9', active: false },
    ]);
  });

  it('keeps what looks like a formula or a call to everybody as the text it is', async () => {
    expect(await terminal.database.sql`select name from customers where external_ref = 'c2'`).toEqual([
      { name: "=cmd|'/C calc'!A0 <!channel>" },
    ]);
  });

  it('replays each order as steps at their own times, numbered by the time of ordering', async () => {
    const { sql } = terminal.database;
    const steps = await sql`
      select o.external_ref as ref, o.number, string_agg(t.to_state, ' ' order by t.version) as states, max(t.at) as "last"
      from orders o
      join transitions t on t.order_id = o.id
      group by o.id
      order by o.number`;
    const [first, second, third] = ['2024-12-31T23:00:00Z', '2024-12-31T23:00:00Z', '2025-03-01T09:00:00Z'].map((at) =>
      Temporal.Instant.from(at),
    );
    expect(steps).toEqual([
      { ref: 'A2', number: 'O-1001', states: 'draft submitted confirmed', last: first },
      { ref: 'A3', number: 'O-1002', states: 'draft submitted cancelled', last: second },
      { ref: 'A1', number: 'O-1003', states: 'draft submitted confirmed preparing in_transit delivered completed', last: third },
    ]);
    const events = await sql`select at, kind, actor, actor_name from events where kind = 'order.ship'`;
    expect(events).toEqual([{ at: third, kind: 'order.ship', actor: 'api', actor_name: 'import' }]);
  });

  it('changes nothing the second time', async () => {
    const counts = (): Promise<number[]> =>
      Promise.all(['orders', 'order_lines', 'transitions', 'events', 'customers', 'products'].map(count));
    const before = await counts();
    expect(await report('orders', 'orders.csv')).toMatchObject({
      taken: 0,
      unchanged: 4,
      customers: 0,
      products: 0,
      sums: [{ currency: 'EUR', file: '50.67', taken: '0.00', unchanged: '42.90', refused: '7.77' }, { currency: 'USD' }],
    });
    expect(await counts()).toEqual(before);
  });

  it('takes a number once per program it is of', async () => {
    terminal.write('other.csv', `${heading}A1,2025-03-01,completed,c1,Mei,MUG-1,,1,1,,\n`);
    expect(await report('orders', 'other.csv', '--source', 'shop2')).toMatchObject({ taken: 1, customers: 1 });
    expect(await terminal.type('import', 'orders', 'other.csv', '--source', 'a b')).toMatchObject({ exitCode: 2 });
  });

  it('reads other headings by --map, in GBK too', async () => {
    const columns = ['--map', 'order=订单号', '--map', 'placed_at=下单时间', '--map', 'customer=客户', '--map', 'unit_price=单价'];
    const gbk = 'b6a9b5a5bac52ccfc2b5a5cab1bce42cbfcdbba72c736b752c7175616e746974792cb5a5bcdb2c6f72646572';
    terminal.writeBytes('gbk.csv', Buffer.concat([Buffer.from(gbk, 'hex'), Buffer.from('\nG1,2025/3/1 9:30,c9,MUG-1,3,2.5,mine\n')]));
    expect(await report('orders', 'gbk.csv', ...columns)).toMatchObject({ taken: 1, refused: [], ignored: ['order (not meant)'] });
    expect(await terminal.database.sql`select total from orders where external_ref = 'G1'`).toEqual([{ total: 750n }]);
  });

  it.for([
    [['--map', 'order=nowhere'], 'The file has no column nowhere.'],
    [['--map', 'nothing=order'], '--map nothing=order names none of our columns.'],
    [['--time-zone', 'Mars/Olympus'], '"Mars/Olympus" is no time zone.'],
  ] as const)('says what is wrong with %j', async ([argv, why]) => {
    expect(await terminal.type('import', 'orders', 'orders.csv', ...argv)).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringContaining(why),
    });
  });

  it('fails when not one order could be taken, and still reports', async () => {
    terminal.write('bad.csv', `${heading}B1,never,completed,c1,Mei,MUG-1,,1,1,,\n`);
    const { exitCode, out, err } = await terminal.type('import', 'orders', 'bad.csv');
    expect([exitCode, out]).toEqual([1, expect.stringContaining('1 refused')]);
    expect(err).toContain('No order could be taken.');
  });

  it('drops what would steer a terminal, and a NUL no database keeps', async () => {
    terminal.write(
      'wild.csv',
      `${heading}W1,2025-03-01,completed,w1,M\u0000e\u001b[31mi,MUG-1,,1,1,,\nW2,\u001b]0;x\u0007,completed,w1,,MUG-1,,1,1,,\n`,
    );
    const { out } = await terminal.type('import', 'orders', 'wild.csv');
    expect(out).toContain('not "]0;x"');
    expect(await terminal.database.sql`select name from customers where external_ref = 'w1'`).toEqual([{ name: 'Me[31mi' }]);
  });

  it('shows how far it is to whoever looks on, and to nobody else', async () => {
    const many = Array.from({ length: 501 }, (_, n) => `M${n},2025-03-01,completed,m${n % 50},,MUG-1,,1,1,,\n`).join('');
    terminal.write('many.csv', heading + many);
    const { err, out } = await terminal.onScreen('import', 'orders', 'many.csv');
    expect(err).toBe('\r500 of 501 orders …\r501 of 501 orders …\n');
    expect(out).toContain('501 taken');
    terminal.write('many.csv', heading + many.replaceAll('M', 'N').replaceAll('NUG', 'MUG'));
    expect((await terminal.type('import', 'orders', 'many.csv')).err).toBe('');
  });

  it('asks somebody about an order nobody had accepted, and keeps the day on which a delivered one is done', async () => {
    terminal.write('open.csv', `${heading}R1,2026-11-24,created,r1,,MUG-1,,1,1,,\nR2,2026-11-20,delivered,r1,,MUG-1,,1,1,,\n`);
    await terminal.type('import', 'orders', 'open.csv');
    const { sql } = terminal.database;
    expect(await sql`select o.external_ref as ref, a.state, a.reasons from approvals a join orders o on o.id = a.order_id`).toEqual([
      { ref: 'R1', state: 'pending', reasons: [{ key: 'imported', params: {} }] },
    ]);
    expect(await sql`select kind, due_at from jobs`).toEqual([
      { kind: 'accept_delivery', due_at: Temporal.Instant.from('2026-11-26T23:00:00Z') },
    ]);
    expect(await count('outbox')).toBe(0);
  });
});

describe('import olist', () => {
  const files = {
    olist_orders_dataset:
      'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\n' +
      'o1,v1,delivered,2018-01-02 10:00:00,2018-01-02 11:00:00,2018-01-03 09:00:00,2018-01-08 18:00:00,2018-01-20 00:00:00\n' +
      'o2,v2,unavailable,2018-01-02 10:00:00,2018-01-02 11:00:00,,,2018-01-20 00:00:00\n',
    olist_order_items_dataset:
      'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\no1,1,ab12,s,2018-01-05 00:00:00,39.95,17.93\no1,2,ab12,s,2018-01-05 00:00:00,39.95,0.00\n',
    olist_customers_dataset:
      'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\nv1,u1,01001,sao paulo,SP\nv2,u1,01001,sao paulo,SP\n',
    olist_products_dataset: 'product_id,product_category_name\nab12,beleza_saude\n',
    olist_order_reviews_dataset:
      'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\n' +
      'r1,o1,5,Ótimo,"Chegou,\nbem",2018-01-09 00:00:00,2018-01-10 08:00:00\nr2,o1,6,,,2018-01-09 00:00:00,2018-01-10 08:00:00\n',
    product_category_name_translation: 'product_category_name,product_category_name_english\nbeleza_saude,health_beauty\n',
  };

  it('takes a folder over, and changes nothing the second time', async () => {
    for (const [name, text] of Object.entries(files)) terminal.write(`${name}.csv`, text);
    const sums = { currency: 'BRL', file: '97.83', unchanged: '0.00', refused: '0.00' };
    expect(await report('olist', '.', '--time-zone', 'America/Sao_Paulo')).toMatchObject({
      read: 6,
      taken: 5,
      refused: [{ file: 'order_reviews', row: 3, reason: 'review_score must be 1 to 5, not "6"' }],
      orders: { read: 2, taken: 2, unchanged: 0, refused: 0 },
      answers: 1,
      customers: 1,
      products: 1,
      sums: [{ ...sums, taken: '97.83' }],
    });
    expect(await report('olist', '.')).toMatchObject({
      taken: 0,
      unchanged: 5,
      answers: 0,
      sums: [{ ...sums, taken: '0.00', unchanged: '97.83' }],
    });
    const { sql } = terminal.database;
    const [order] = await sql`
      select state, promised_original as promise, submitted_at as "submittedAt", payment
      from orders
      where source = 'olist'
        and external_ref = 'o1'`;
    expect(order).toEqual({
      state: 'completed',
      promise: Temporal.PlainDate.from('2018-01-20'),
      submittedAt: Temporal.Instant.from('2018-01-02T12:00:00Z'),
      payment: 'paid',
    });
    expect(await sql`select score, comment, answered_at as at from survey_answers`).toEqual([
      { score: 5, comment: 'Ótimo: Chegou,\nbem', at: Temporal.Instant.from('2018-01-10T10:00:00Z') },
    ]);
    const told = await sql<{ kind: string }[]>`
      select e.kind
      from events e
      join orders o on o.id = e.order_id
      where o.external_ref = 'o1'
      order by e.id`;
    expect(told.map(({ kind }) => kind).filter((kind) => ['order.deliver', 'touch.answered', 'order.accept'].includes(kind))).toEqual([
      'order.deliver',
      'touch.answered',
      'order.accept',
    ]);
    expect(await sql`select unit from prices where sku = 'AB12' and currency = 'BRL'`).toEqual([{ unit: 3995n }]);
  });

  it('names the folder or the file that is not there', async () => {
    expect(await terminal.type('import', 'olist', 'nowhere')).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('There is no folder nowhere.'),
    });
  });
});
