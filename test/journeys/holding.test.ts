import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { answerTo, place, placed } from '#test/support/placed.ts';

describe.each(engines)('holds, payment and the address on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const order = (person: string, words: string): Promise<string> => place(office, person, words);
  const stateOf = async (number: string): Promise<string> => (await placed(office, number)).state;
  const said = (person: string, words: string): Promise<string> => answerTo(office, person, words);
  const limitOf = (name: string, limit: number | null) =>
    office.database.sql`update customers set credit_limit = ${limit} where name like ${`${name}%`}`;
  const cardOf = async (person: string, number: string): Promise<string> => {
    await office.say(person, `/status ${number}`);
    return (await office.last(person)).text;
  };

  it('lifts a credit hold with the last part of the payment, and says what is open until then', async () => {
    await limitOf('Ann', 10_000);
    const number = await order('ann', '2 desk lamps');
    const [{ total } = { total: 0n }] = await office.database.sql<{ total: bigint }[]>`select total from orders where number = ${number}`;
    expect(await cardOf('grace', number)).toContain(
      'On hold\n• credit: Open orders would exceed the credit limit. Stops: Start preparing, Ship. Lifted by: a manager.',
    );
    expect(await said('omar', `/prepare ${number}`)).toBe('The order is on hold (credit); a manager can lift it.');
    expect(await said('lin', `/paid ${number} 100 wire`)).toContain('您没有这单的此项权限');
    expect(await said('bob', `/paid ${number} nothing wire`)).toBe(
      `“nothing” is no amount, or could be two. Write the decimals as in 5.50 or 5,50, and thousands as in 1200 or 1,200.\nWrite it like this: /paid ${number} 1200.50 the reference`,
    );
    expect(await said('bob', `/paid ${number} 100`)).toMatch(/^Something is missing: a reference\.\nWrite it like this: /);
    expect(await said('bob', `/paid ${number}`)).toMatch(/^Something is missing: the amount\./);
    expect(await said('bob', `/paid ${number} $5 wire`)).toMatch(/^“\$5” is no amount/);
    expect(await said('bob', `/paid ${number} 99999999 wire`)).toMatch(/^That is more than is owed: CN¥[\d,.]+ is open\.$/);
    await office.say('bob', `/paid ${number} CN¥100.00 wire-1`);
    expect(await cardOf('grace', number)).toMatch(/Payment: CN¥100\.00 paid, CN¥[\d,.]+ open/);
    expect(await said('omar', `/prepare ${number}`)).toContain('on hold (credit)');
    await office.say('bob', `/paid ${number} ${Number(total - 10_000n) / 100} wire-2`);
    expect(await cardOf('grace', number)).toContain('Payment: paid');
    await office.say('omar', `/prepare ${number}`);
    expect(await stateOf(number)).toBe('preparing');
    expect(await said('bob', `/paid ${number} 1 wire-3`)).toBe('This order is paid already.');
    await limitOf('Ann', null);
  });

  it('waits for the money of whoever pays in advance, whatever their limit, and tells both sides so', async () => {
    await office.database.sql`update customers set prepaid = true, credit_limit = 0 where name like 'Ann%' or name like '陈美%'`;
    const number = await order('ann', '3 desk lamps');
    expect(await said('ann', `where is ${number}`)).toContain('Next: your payment arrives, then we start preparing it.');
    const card = await cardOf('grace', number);
    expect(card).toContain('Next: sales records the payment in advance; then the warehouse starts.');
    expect(card).toContain('Payment: prepayment awaited');
    expect(card).not.toContain('On hold');
    expect(await said('omar', `/prepare ${number}`)).toBe('The prepayment has not come in yet.');
    await office.say('bob', `/paid ${number} 657 wire-7`);
    await office.say('omar', `/prepare ${number}`);
    expect(await stateOf(number)).toBe('preparing');
    const hers = await order('mei', '两张折叠桌');
    expect(await said('mei', `${hers} 到哪了`)).toContain('下一步：收到您的预付款后，我们就开始备货。');
    await office.database.sql`update customers set prepaid = false, credit_limit = null where name like 'Ann%' or name like '陈美%'`;
  });

  it('counts what was paid in part before it holds the next order', async () => {
    const first = await order('raj', '2 desk lamps');
    const [{ total } = { total: 0n }] = await office.database.sql<{ total: bigint }[]>`select total from orders where number = ${first}`;
    await limitOf('Raj', Number(total));
    await office.say('bob', `/paid ${first} ${Number(total) / 100 - 1} part`);
    const second = await order('raj', '2 desk lamps, please bring them to the back door');
    await office.say('lin', `/approve ${second}`);
    const held = await office.database.sql`select 1 from holds h join orders o on o.id = h.order_id where o.number = ${second}`;
    expect([...held]).toEqual([]);
    await limitOf('Raj', null);
  });

  it('never lets one role lift the hold of another, and lifts only what was named', async () => {
    const number = await order('mei', '一盏台灯');
    await office.say('lin', `/hold ${number} document 缺少发票抬头`);
    await office.say('sofia', `/hold ${number} legal contract not signed`);
    expect(await said('lin', `/release_hold ${number} legal 没事了`)).toBe('此项暂缓由法务解除。');
    await office.say('lin', `/release_hold ${number} 发票抬头已补`);
    expect(await said('omar', `/prepare ${number}`)).toBe('The order is on hold (legal); legal can lift it.');
    expect((await office.sees('mei')).findLast(({ text }) => text.includes(number))?.text).toContain(
      '下一步：同事处理完一个待办事项后继续。',
    );
    expect(await said('sofia', `/release_hold ${number} document paper`)).toMatch(
      /^“document” does not work for the kind of hold\.\nWrite it like this: /,
    );
    await office.say('sofia', `/release_hold ${number} signed`);
    await office.say('omar', `/prepare ${number}`);
    expect(await stateOf(number)).toBe('preparing');
  });

  it('asks a customer it does not know where to deliver, and takes the address from the form', async () => {
    await office.say('newcomer', '1 desk lamp');
    expect((await office.last('newcomer')).text).toContain(
      'Where shall we deliver? Write the address here, or press Confirm and fill it in.',
    );
    expect(await office.press('newcomer', 'confirm')).toMatchObject({
      refusal: { code: 'address_missing', text: 'Where shall we deliver? Write the address here, or press Confirm and fill it in.' },
    });
    expect(await office.press('newcomer', 'confirm', { values: { address: ' 88 Century Avenue, Shanghai ' } })).toEqual({ ok: true });
    const [made] = await office.database.sql<{ state: string; address: string; kept: string }[]>`
      select o.state, o.address, c.address as kept from orders o join customers c on c.id = o.customer_id where c.name = 'newcomer'`;
    expect(made).toEqual({ state: 'confirmed', address: '88 Century Avenue, Shanghai', kept: '88 Century Avenue, Shanghai' });
  });

  it.each([
    ['walker', '1 desk lamp', 'Building 5, 100 Century Avenue, Pudong, Shanghai', 'Building 5, 100 Century Avenue, Pudong, Shanghai'],
    ['runner', '1 desk lamp', 'my address is 12 Nanjing West Road', '12 Nanjing West Road'],
    ['walker2', '一盏台灯', '上海市浦东新区世纪大道100号5楼', '上海市浦东新区世纪大道100号5楼'],
    ['walker3', '一盏檯燈', '送到 蘇州市工業園區金雞湖大道1號', '蘇州市工業園區金雞湖大道1號'],
  ])('takes the address of %s in words', async (person, words, said2, address) => {
    await office.say(person, words);
    await office.say(person, said2);
    expect((await office.last(person)).text).toContain(address);
    expect(await office.press(person, 'confirm')).toEqual({ ok: true });
    const [made] = await office.database.sql<{ address: string }[]>`
      select o.address from orders o join customers c on c.id = o.customer_id where c.name = ${person}`;
    expect(made).toEqual({ address });
  });

  it('holds two identical orders apart that are confirmed at the same instant', async () => {
    const at = { platform: 'telegram' as const, account: 'playground' };
    await office.say('mei', '三个书架');
    const one = await office.last('mei');
    await office.database.sql`update orders set conversation = 'elsewhere' where state = 'draft'`;
    await office.say('mei', '三个书架');
    const two = await office.last('mei');
    const tokens = [one, two].map(
      ({ card }) =>
        card?.blocks.flatMap((block) => (block.kind === 'actions' ? block.buttons : [])).find(({ action }) => action === 'confirm')?.token,
    );
    // from two accounts of hers, so that the two are handled at once
    for (const [index, token] of tokens.entries())
      await office.desk.receive({
        kind: 'press',
        token: token ?? '',
        dedupeKey: `twice-${index}`,
        at: office.now.toString(),
        from: index === 0 ? { ...at, key: 'mei' } : { platform: 'slack', account: 'playground', key: 'mei' },
        address:
          index === 0 ? { ...at, key: 'dm:mei', kind: 'dm' } : { platform: 'slack', account: 'playground', key: 'dm:mei', kind: 'dm' },
      });
    await Promise.all([office.desk.tick(office.now), office.desk.tick(office.now)]);
    const made = await office.database.sql<{ state: string }[]>`
      select o.state from orders o join order_lines l on l.order_id = o.id where l.sku like 'SH%' or l.words like '%书架%' order by o.state`;
    expect(made.map(({ state }) => state)).toEqual(['confirmed', 'in_review']);
  });
});
