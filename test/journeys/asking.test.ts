import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

describe.each(engines)('asking where an order is on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine, past: true });
  });
  afterAll(() => office.close());

  const answer = async (person: string, words: string): Promise<string> => {
    await office.say(person, words);
    return (await office.last(person)).text;
  };
  const openOf = async (name: string): Promise<string[]> => {
    const rows = await office.database.sql<{ number: string }[]>`
      select o.number
      from orders o
      join customers c on c.id = o.customer_id
      where c.name like ${`%${name}%`}
        and o.number is not null
        and o.state not in ('completed', 'cancelled', 'rejected', 'expired')
      order by o.created_at desc`;
    return rows.map(({ number }) => number);
  };

  it.each([
    ['我的订单到哪了', /^订单 HO-\d+：配送中。承诺交期：\d+月\d+日周.。下一步：承运商送货上门。$/u],
    ['/status', /^订单 HO-\d+：配送中。/u],
    ['我的訂單到哪了', /^訂單 HO-\d+：配送中。承諾交期：\d+月\d+日週.。下一步：物流業者送貨到府。$/u],
    ['where is my order?', /^Order HO-\d+ is on its way\. We promise it for \w+, \w+ \d+\. Next: the carrier delivers it\.$/],
  ])('answers “%s” with the state, the promise and who acts next, in the language of the question', async (words, said) => {
    expect(await answer('mei', words)).toMatch(said);
    expect((await office.last('mei')).text).toContain((await openOf('Mei'))[0]);
  });

  it('asks which one where several are open, with a button each', async () => {
    const open = await openOf('Raj');
    expect(open.length).toBeGreaterThan(1);
    expect(await answer('raj', 'Where is my order?')).toContain(`You have ${open.length} open orders. Which one?`);
    expect(buttonsOf(await office.last('raj')).map(({ label }) => label)).toEqual(open);
    expect(await office.press('raj', 'status', { label: open[1] ?? '' })).toEqual({ ok: true });
    expect((await office.last('raj')).text).toContain(`Order ${open[1]} is`);
  });

  it('finds an order by its number, with or without the prefix', async () => {
    const [number = ''] = await openOf('Ann');
    for (const words of [
      `/status ${number}`,
      `/status ${number.toLowerCase()}`,
      `/status ${number.replace('HO-', '')}`,
      `where is order ${number}?`,
      number,
    ])
      expect(await answer('ann', words)).toContain(`Order ${number} is on its way.`);
  });

  it('reveals nothing of somebody else’s order, and keeps that it was asked for', async () => {
    const [foreign = ''] = await openOf('Raj');
    const unknown = await answer('ann', '/status HO-999999');
    const hidden = await answer('ann', `/status ${foreign}`);
    expect(hidden.replace(foreign, 'X')).toBe(unknown.replace('HO-999999', 'X'));
    const kept = await office.database.sql<{ reason: string }[]>`
      select e.reason
      from events e
      join orders o on o.id = e.order_id
      where o.number = ${foreign}
        and e.kind = 'order.denied'`;
    expect([...kept]).toEqual([{ reason: 'not_yours' }]);
  });

  it('tells a stranger with no order how to make one, in their language', async () => {
    expect(await answer('newcomer', 'Where is my order?')).toMatch(/^You have no open orders\. Write what you would like/);
    expect(await answer('newcomer', '我的订单到哪了')).toMatch(/^您目前没有未完成的订单。/u);
    expect(await answer('newcomer', '/orders')).toMatch(/^您目前没有未完成的订单。/u);
  });

  it('reminds of the draft where nothing else is open', async () => {
    await office.say('newcomer', '2 desk lamps please');
    expect(await answer('newcomer', 'where is my order')).toContain('waits for your confirmation');
    await office.press('newcomer', 'cancel');
  });

  it('lists a customer’s own orders and nothing of others', async () => {
    const text = await answer('ann', '/orders');
    const [own] = await office.database.sql<{ count: number }[]>`
      select count(*)::int as count
      from orders o
      join customers c on c.id = o.customer_id
      where c.name like 'Ann%'
        and o.number is not null`;
    expect(text.split('\n').slice(1)).toHaveLength(own?.count ?? -1);
    for (const number of await openOf('Raj')) expect(text).not.toContain(number);
  });

  it('lists what is open on the desk for staff, with whose it is', async () => {
    const text = await answer('omar', '/orders');
    expect(text).toContain('Open orders');
    expect(text).toContain('Raj Patel');
    const [number = ''] = await openOf('Raj');
    expect(await answer('omar', `/status ${number}`)).toContain(`Order ${number} · `);
    expect(JSON.stringify((await office.last('omar')).card)).toContain('Raj Patel');
    expect(await answer('omar', '/status HO-999999')).toBe('There is no order HO-999999. “/orders” lists what is open.');
  });
});
