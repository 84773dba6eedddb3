import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { answerTo } from '#test/support/placed.ts';

describe.each(engines)('a question for a price or for what there is, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const counted = async (table: 'orders' | 'cases'): Promise<number> =>
    (await office.database.sql`select 1 from ${office.database.sql(table)}`).length;

  it('is answered from the catalogue, in the reader’s language, and ordered is nothing', async () => {
    const before = await counted('orders');
    expect(await answerTo(office, 'ann', 'How much is a desk lamp?')).toMatch(/^Desk lamp: (?:from )?CN¥219\.00 each.* In stock\./);
    expect(await answerTo(office, 'mei', '台灯多少钱')).toMatch(/^台灯：单价 ¥219\.00.*有现货。/u);
    expect(await answerTo(office, 'mei', '檯燈幾錢？')).toContain('219.00');
    expect([await counted('orders'), await counted('cases')]).toEqual([before, 0]);
  });

  it('says that there is none right now, and that nobody has counted, and promises no day', async () => {
    const { sql } = office.database;
    await sql`update stock_levels set on_hand = allocated where sku = 'LT-DESK'`;
    expect(await answerTo(office, 'ann', 'do you have desk lamps?')).toMatch(/Not in stock right now\.\nWrite how many/);
    await sql`delete from stock_levels where sku = 'LT-DESK'`;
    expect(await answerTo(office, 'ann', 'are desk lamps in stock?')).toContain('Whether there is any I do not know.');
  });

  it('says what can be chosen, and claims nothing of what the catalogue does not know', async () => {
    expect(await answerTo(office, 'ann', 'do you have black ergonomic chairs?')).toContain('“Black” can be chosen.');
    expect(await answerTo(office, 'ann', 'do you have a velvet desk lamp?')).toContain('Of “velvet” the catalogue says nothing');
  });

  it('is asked back with a button each where several are called so, and the button answers', async () => {
    expect(await answerTo(office, 'bob2', 'how much is a chair?')).toContain('Which one do you mean?');
    const [first, second] = buttonsOf(await office.last('bob2'));
    expect(second?.action).toBe('goods');
    expect(await office.press('bob2', 'goods', { label: first?.label ?? '' })).toEqual({ ok: true });
    expect((await office.last('bob2')).text).toContain(`${first?.label}: `);
    await office.database.sql`update products set active = false`;
    await office.database.sql`update business set catalogue_version = catalogue_version + 1`;
    expect(await office.press('bob2', 'goods', { label: second?.label ?? '' })).toMatchObject({ refusal: { code: 'not_sold' } });
    await office.database.sql`update products set active = true`;
    await office.database.sql`update business set catalogue_version = catalogue_version + 1`;
  });

  it('leaves a draft that stands there as it is', async () => {
    await office.say('zoe', '2 bookshelves');
    expect(await answerTo(office, 'zoe', 'how much is a desk lamp?')).toContain('219.00');
    const drafts = await office.database.sql`select note, state from orders where conversation = 'dm:zoe'`;
    expect([...drafts]).toMatchObject([{ note: '2 bookshelves', state: 'draft' }]);
  });

  it('is for a colleague where nothing is called so', async () => {
    const before = await counted('cases');
    await office.say('ann', 'How much is a unicorn?');
    expect(await counted('cases')).toBe(before + 1);
  });

  it.each([
    ['raj', 'thirty ergonomic chairs, can you do a better price?'],
    ['raj', '人体工学椅三十把，能便宜点吗'],
    ['raj', '人體工學椅三十把，可以算便宜一點嗎'],
  ])(
    'for a better price beside goods that are counted orders them, and a person decides on the price: %s writes “%s”',
    async (person, said) => {
      const before = await counted('cases');
      await office.say(person, said);
      expect(await office.press(person, 'confirm')).toEqual({ ok: true });
      const [order] = await office.database.sql<{ state: string; quantity: string; reasons: string[] }[]>`
      select o.state, l.quantity::text, r.reading -> 'humanReasons' as reasons
      from orders o join order_lines l on l.order_id = o.id join readings r on r.order_id = o.id
      order by o.id desc limit 1`;
      expect(order).toMatchObject({ state: 'in_review', quantity: expect.stringMatching(/^30/), reasons: ['discount_request'] });
      expect(await counted('cases')).toBe(before);
    },
  );
});
