import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { booksAgree, linesOf, place, placed, told } from '#test/support/placed.ts';

describe.each(engines)('ordering the same again on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const drafts = async (person: string): Promise<number> => {
    const [row] = await office.database.sql<{ count: number }[]>`
      select count(*)::int as count from orders where state = 'draft' and conversation = ${`dm:${person}`}`;
    return row?.count ?? 0;
  };

  it('makes one draft from one tap and from two, at today’s prices, with what changed shown before the confirmation', async () => {
    const number = await place(office, 'ann', '2 desk lamps and 3 task chairs in black');
    await office.say('ann', `/cancel ${number}`);
    await office.database.sql`update prices set unit = unit + 1000 where sku = 'LT-DESK'`;
    expect(await office.press('ann', 'reorder')).toEqual({ ok: true });
    const draft = (await office.last('ann')).text;
    expect(draft).toContain(`The same as order ${number}.\n• Desk lamp: CN¥219.00 then, CN¥229.00 today`);
    expect(await office.press('ann', 'reorder')).toEqual({ ok: true });
    expect(await drafts('ann')).toBe(1);
    await office.say('ann', 'make it 4 desk lamps');
    await office.press('ann', 'confirm');
    const [row] = await office.database.sql<{ number: string }[]>`select number from orders where repeats is not null and state <> 'draft'`;
    expect(await linesOf(office, row?.number ?? '')).toEqual(['4 LT-DESK (4)', '3 CH-TASK (3)']);
    await office.database.sql`update prices set unit = unit - 1000 where sku = 'LT-DESK'`;
    // the old order only has an event of it
    expect(await placed(office, number)).toMatchObject({ state: 'cancelled', version: 4 });
    const events = await office.database.sql`
      select e.actor from events e join orders o on o.id = e.order_id where o.number = ${number} and e.kind = 'order.reorder'`;
    expect([...events]).toEqual([{ actor: 'customer' }]);
    await booksAgree(office);
  });

  it('repeats the last order in words, in English and Chinese, and says so when nothing has changed', async () => {
    const number = await place(office, 'mei', '两把人体工学椅，蓝色');
    await office.say('mei', '再来一单');
    expect((await office.last('mei')).text).toContain(
      `2 × 人体工学椅（蓝色）。合计 ¥3,160.00。\n与订单 ${number} 相同。\n价格与当时相同。`,
    );
    await office.say('mei', '取消');
    const raj = await place(office, 'raj', '2 desk lamps');
    await office.say('raj', 'same again');
    expect((await office.last('raj')).text).toContain(`The same as order ${raj}.`);
    await office.say('stranger', 'same again');
    expect((await office.last('stranger')).text).toMatch(/^You have not ordered anything yet that I could repeat\./);
  });

  it('leaves out what is no longer sold, and says when nothing of it is', async () => {
    const number = await place(office, 'ann', '1 desk lamp and 1 task chair in black');
    await office.say('ann', `/cancel ${number}`);
    const setActive = async (sku: string, active: boolean): Promise<void> => {
      await office.database.sql`update products set active = ${active} where sku = ${sku}`;
      await office.database.sql`update business set catalogue_version = catalogue_version + 1`;
    };
    await setActive('LT-DESK', false);
    await office.say('ann', `/reorder ${number}`);
    expect((await office.last('ann')).text).toContain('• desk lamp: no longer sold, so it is left out');
    await office.press('ann', 'cancel');
    await setActive('CH-TASK', false);
    await office.say('ann', `/reorder ${number}`);
    expect((await office.last('ann')).text).toBe(
      `Nothing of order ${number} is sold any more. Write what you need and we find something else.`,
    );
    await setActive('LT-DESK', true);
    await setActive('CH-TASK', true);
  });

  it('lets a colleague repeat it for the customer, who confirms', async () => {
    const number = await place(office, 'ann', '2 desk lamps');
    await office.say('ann', `/cancel ${number}`);
    await office.say('lin', `/reorder ${number}`);
    expect(await told(office, 'ann', `The same as order ${number}.`)).toContain('2 × Desk lamp');
    expect(await office.press('lin', 'confirm').catch(String)).toContain('nobody sees a button confirm');
    expect(await office.press('ann', 'confirm')).toEqual({ ok: true });
    await office.say('omar', `/reorder ${number}`);
    expect((await office.last('omar')).text).toContain('You may not do that on this order.');
  });
});
