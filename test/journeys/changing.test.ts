import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { agree, booksAgree, linesOf, place, placed, told } from '#test/support/placed.ts';

/** How a day is written. */
const soon = '\nWrite it like this: /reschedule NUMBER next Friday';

describe.each(engines)('changing an order before the warehouse begins on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const eventOf = async (number: string, kind: string) => {
    const [row] = await office.database.sql<{ before: Record<string, unknown>; after: Record<string, unknown>; actor: string }[]>`
      select e.before, e.after, e.actor
      from events e
      join orders o on o.id = e.order_id
      where o.number = ${number}
        and e.kind = ${`order.${kind}`}
      order by e.id desc
      limit 1`;
    if (!row) throw new Error(`${number} has no ${kind}`);
    return row;
  };
  const cancel = async (person: string, ...numbers: string[]): Promise<void> => {
    for (const number of numbers) await office.say(person, `/cancel ${number}`);
    await booksAgree(office);
  };

  it('moves the day in words, recomputes the promise and keeps both versions', async () => {
    const number = await place(office, 'mei', '我要两把人体工学椅，黑色');
    expect(await placed(office, number)).toMatchObject({ state: 'confirmed', promise: '2026-11-26', wanted: null });
    await office.say('mei', '改成下周一送');
    expect((await office.last('mei')).text).toBe(
      `改好了。订单 ${number} 的变更：\n• 期望到货：未填 → 11月30日周一\n• 承诺交期：11月26日周四 → 11月30日周一`,
    );
    expect(await placed(office, number)).toMatchObject({ state: 'confirmed', promise: '2026-11-30', wanted: '2026-11-30', version: 4 });
    const card = (await office.sees('mei')).find(({ edited }) => edited);
    expect(card?.text).toContain('承诺交期：11月30日周一（原定 11月26日周四）');
    expect(await eventOf(number, 'reschedule')).toMatchObject({
      before: { requestedDate: null, promise: '2026-11-26' },
      after: { requestedDate: '2026-11-30', promise: '2026-11-30' },
      actor: 'customer',
    });
    await cancel('mei', number);
  });

  it('moves the day by button and form, and by command in a person’s own words', async () => {
    const number = await place(office, 'ann', '2 desk lamps');
    const token = buttonsOf(await office.last('ann')).find(({ action }) => action === 'reschedule')?.token ?? '';
    const { form } = await office.desk.quick(pressOf(office, 'ann', token));
    expect(form?.fields).toMatchObject([{ name: 'date', kind: 'date', required: true, value: '2026-11-26' }]);
    expect(await office.press('ann', 'reschedule', { values: { date: '2026-12-05' } })).toEqual({ ok: true });
    // a Saturday: nobody delivers then
    expect(await placed(office, number)).toMatchObject({ wanted: '2026-12-05', promise: '2026-12-07' });
    await office.say('ann', `/reschedule ${number} Friday next week`);
    expect(await told(office, 'ann', 'We promise: Mon, Dec 7 → Fri, Dec 4')).toContain(`Done. Order ${number} is changed:`);
    await cancel('ann', number);
  });

  it.each([
    ['/reschedule NUMBER', `Something is missing: the date.${soon}`, 'value_missing'],
    ['/reschedule NUMBER soonish', `“soonish” does not work for the date.${soon}`, 'value_invalid'],
    ['/reschedule NUMBER 2026-11-24', `Tue, Nov 24, 2026 is over. Please name a day to come.${soon}`, 'date_past'],
    ['/reschedule NUMBER 2099-01-01', `“2099-01-01” does not work for the date.${soon}`, 'value_invalid'],
    [
      '/change-address NUMBER',
      'Something is missing: the address.\nWrite it like this: /change_address NUMBER 88 Century Avenue, Shanghai',
      'value_missing',
    ],
    [
      '/change-items NUMBER',
      'Something is missing: what is to change.\nWrite it like this: /change_items NUMBER 3 chairs',
      'value_missing',
    ],
    ['/change-items NUMBER 2 desk lamps', 'Order NUMBER has 2 × Desk lamp already, so nothing changes.', 'already_so'],
    [
      '/change-items NUMBER 0 desk lamps',
      'That would leave nothing on the order. If you do not want any of it, cancel it.',
      'nothing_left',
    ],
    ['/change-items NUMBER make it 3 dragons', 'Please say first what “dragons” means, or remove it.', 'product_unclear'],
    ['/accept-proposal NUMBER', 'You may not do that on this order. It can be done by: customer service, sales, a manager.', 'not_yours'],
  ])('says why %s is not possible, and keeps that it was asked', async (command, text, reason) => {
    const number = await place(office, 'ann', '2 desk lamps');
    await office.say('ann', command.replace('NUMBER', number));
    expect((await office.last('ann')).text).toBe(text.replaceAll('NUMBER', number));
    expect(await eventOf(number, 'denied')).toMatchObject({ after: { code: reason } });
    await cancel('ann', number);
  });

  it('asks sales for other quantities and goods, in words and by form, with the price difference; stock follows their word', async () => {
    const number = await place(office, 'mei', '我要两把人体工学椅，黑色');
    expect(await linesOf(office, number)).toEqual(['2 CH-ERGO (2)']);
    await office.say('mei', '椅子改成3把');
    expect((await office.last('mei')).text).toBe(
      `订单 ${number} 已确认，货品的变更要由销售同事决定，11月25日周三 17:00 前答复您。在此之前订单不变。您的要求：\n• 人体工学椅：2 → 3\n• 合计：¥3,160.00 → ¥4,740.00（+¥1,580.00）`,
    );
    expect(await linesOf(office, number)).toEqual(['2 CH-ERGO (2)']);
    expect(await told(office, 'bob', number, { conversation: 'sales' })).toContain('（+¥1,580.00）');
    await office.say('mei', `再加两盏台灯到 ${number}`);
    expect((await office.last('mei')).text).toContain('• 台灯 × 2：新增');
    await agree(office, number);
    expect(await linesOf(office, number)).toEqual(['3 CH-ERGO (3)', '2 LT-DESK (2)']);
    await booksAgree(office);
    expect(await office.press('mei', 'change_items', { values: { quantity_1: '1', quantity_2: '0', add: '一把职员椅' } })).toEqual({
      ok: true,
    });
    expect(await linesOf(office, number)).toEqual(['3 CH-ERGO (3)', '2 LT-DESK (2)']);
    await agree(office, number);
    expect(await linesOf(office, number)).toEqual(['1 CH-ERGO (1)', '1 CH-TASK (1)']);
    expect(await told(office, 'mei', '台灯 × 2：删除')).toContain('• 人体工学椅：3 → 1');
    await booksAgree(office);
    const { before, after } = await eventOf(number, 'accept_proposal');
    expect(before['lines']).toMatchObject([
      { sku: 'CH-ERGO', quantity: 3 },
      { sku: 'LT-DESK', quantity: 2 },
    ]);
    expect(after['lines']).toMatchObject([
      { sku: 'CH-ERGO', quantity: 1 },
      { sku: 'CH-TASK', quantity: 1 },
    ]);
    await cancel('mei', number);
  });

  it('keeps the agreed price of what was ordered when the list moved since', async () => {
    const number = await place(office, 'ann', '2 desk lamps');
    const { total } = await placed(office, number);
    await office.database.sql`update prices set unit = unit + 100000 where sku = 'LT-DESK'`;
    await office.say('ann', `/change-items ${number} make it 4 desk lamps`);
    await agree(office, number);
    expect(await placed(office, number)).toMatchObject({ state: 'confirmed', total: total * 2n });
    await office.database.sql`update prices set unit = unit - 100000 where sku = 'LT-DESK'`;
    await cancel('ann', number);
  });

  it('changes the address in the same area at once, in words and by form', async () => {
    const number = await place(office, 'mei', '两盏台灯');
    await office.say('mei', '地址改成上海市黄浦区南京东路100号3楼');
    expect(await placed(office, number)).toMatchObject({ address: '上海市黄浦区南京东路100号3楼', promise: '2026-11-26' });
    expect(await office.press('mei', 'change_address', { values: { address: '上海市静安区南京西路 1266 号' } })).toEqual({ ok: true });
    expect(await placed(office, number)).toMatchObject({ address: '上海市静安区南京西路 1266 号' });
    await cancel('mei', number);
  });

  it('asks which order is meant where several fit, and does what was said with one tap', async () => {
    const numbers = [await place(office, 'raj', '2 desk lamps'), await place(office, 'raj', '1 task chair')];
    await office.say('raj', 'please move it to December 9');
    expect((await office.last('raj')).text).toContain('You have 2 orders that this could be about. Which one?');
    expect(await office.press('raj', 'reschedule', { label: `${numbers[0]} · confirmed` })).toEqual({ ok: true });
    expect(await placed(office, numbers[0] ?? '')).toMatchObject({ wanted: '2026-12-09' });
    expect(await placed(office, numbers[1] ?? '')).toMatchObject({ wanted: null });
    // only one of them has lamps
    await office.say('raj', 'make it 3 desk lamps');
    await agree(office, numbers[0] ?? '');
    expect(await linesOf(office, numbers[0] ?? '')).toEqual(['3 LT-DESK (3)']);
    await office.say('raj', 'cancel my order');
    expect(await office.press('raj', 'cancel', { label: numbers[1] ?? '' })).toEqual({ ok: true });
    await office.say('raj', 'cancel my order');
    expect((await office.last('raj')).text).toContain(`Order ${numbers[0]} (`);
    await office.press('raj', 'cancel', { label: numbers[0] ?? '' });
    expect((await placed(office, numbers[0] ?? '')).state).toBe('cancelled');
    await booksAgree(office);
  });

  it('does day and goods of one message, and asks for what is missing', async () => {
    const number = await place(office, 'ann', '2 desk lamps');
    await office.say('ann', 'Make it 3 desk lamps and move it to next Monday');
    // the day is nobody's word, what is sold is sales'
    expect(await placed(office, number)).toMatchObject({ wanted: '2026-11-30' });
    expect(await linesOf(office, number)).toEqual(['2 LT-DESK (2)']);
    await agree(office, number);
    expect(await linesOf(office, number)).toEqual(['3 LT-DESK (3)']);
    await office.say('ann', 'I need to change the address');
    expect((await office.last('ann')).text).toContain(`Where should order ${number} go?`);
    expect(await office.press('ann', 'change_address', { values: { address: '1 Bund, Shanghai' } })).toEqual({ ok: true });
    await cancel('ann', number);
    await office.say('ann', 'please postpone my order');
    expect((await office.last('ann')).text).toBe('You have no open order to change. “/orders” lists your orders.');
  });

  it('lets a colleague change it for the customer, who reads who did', async () => {
    const number = await place(office, 'ann', '2 desk lamps');
    // customer service asks sales, as the customer would; who sells needs nobody
    await office.say('lin', `/change-items ${number} 3 desk lamps`);
    expect(await linesOf(office, number)).toEqual(['2 LT-DESK (2)']);
    await agree(office, number);
    expect(await told(office, 'ann', 'Bob')).toContain(`Agreed: Bob has changed order ${number}:\n• Desk lamp: 2 → 3`);
    await office.say('bob', `/change-items ${number} 4 desk lamps`);
    expect(await told(office, 'ann', 'Bob')).toContain(`Bob has changed your order ${number}:\n• Desk lamp: 3 → 4`);
    await office.say('lin', `${number} 改到下周一`);
    expect(await placed(office, number)).toMatchObject({ wanted: '2026-11-30' });
    await office.say('omar', `/reschedule ${number} 2026-12-09`);
    expect((await office.last('omar')).text).toContain('It can be done by: the customer, customer service, sales, a manager.');
    await cancel('ann', number);
  });

  it('reveals and changes nothing of somebody else’s order', async () => {
    const number = await place(office, 'ann', '2 desk lamps');
    for (const words of [`move ${number} to next Monday`, `/reschedule ${number} 2026-12-09`, `/reorder ${number}`]) {
      await office.say('raj', words);
      expect((await office.last('raj')).text).toBe(`I do not find order ${number} among yours. “/orders” lists them.`);
    }
    expect(await placed(office, number)).toMatchObject({ wanted: null, version: 3 });
    await cancel('ann', number);
  });

  it('makes an approval void when what was asked about changes, asks anew, and leaves it where only the street does', async () => {
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    const approvals = async () => {
      const rows = await office.database.sql<{ state: string }[]>`
        select a.state from approvals a join orders o on o.id = a.order_id where o.number = ${number} order by a.asked_at, a.id`;
      return rows.map(({ state }) => state);
    };
    await office.say('ann', `/change-address ${number} 1 Bund, Shanghai`);
    expect(await approvals()).toEqual(['pending']);
    expect(await office.press('ann', 'change_items', { values: { quantity_1: '3' } })).toEqual({ ok: true });
    expect(await approvals()).toEqual(['superseded', 'pending']);
    expect((await office.last('ann')).text).toContain('it is still looked at by a colleague before we confirm it');
    expect((await office.press('bob', 'approve', { conversation: 'review' }))?.ok).toBe(true);
    expect(await linesOf(office, number)).toEqual(['3 CH-ERGO (3)']);
    await cancel('ann', number);
  });
});

const pressOf = (office: Office, person: string, token: string) => ({
  kind: 'press' as const,
  token,
  dedupeKey: token,
  at: office.now.toString(),
  from: { platform: 'discord' as const, account: 'playground', key: person },
  address: { platform: 'discord' as const, account: 'playground', key: `dm:${person}`, kind: 'dm' as const },
});
