import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { agree, linesOf, place, placed, told } from '#test/support/placed.ts';

describe.each(engines)('changes as people type them on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const answer = async (person: string, words: string): Promise<string> => {
    await office.say(person, words);
    return (await office.last(person)).text;
  };
  const orders = async (): Promise<number> => (await office.database.sql`select 1 from orders`).length;

  it('says that nothing changes where the order is so already, and makes no new one of it', async () => {
    const number = await place(office, 'ann', '2 desk lamps');
    const before = await orders();
    for (const words of ['make it 2 lamps', `${number} 2 desk lamps`, 'change the desk lamps to 2'])
      expect(await answer('ann', words)).toBe(`Order ${number} has 2 × Desk lamp already, so nothing changes.`);
    expect(await orders()).toBe(before);
    const other = await place(office, 'mei', '两盏台灯');
    expect(await answer('mei', '台灯改成两盏')).toBe(`订单 ${other} 里的台灯本来就是 2，不用改。`);
    expect(await orders()).toBe(before + 1);
    await office.say('ann', `/cancel ${number}`);
    await office.say('mei', `/cancel ${other}`);
  });

  it('needs no number where one order can be meant, even beside a draft, and asks which of several', async () => {
    expect(await answer('ann', '/reschedule next Friday')).toBe('You have no open order to change. “/orders” lists your orders.');
    const number = await place(office, 'ann', '2 desk lamps');
    await office.say('ann', '3 bookshelves');
    expect(await answer('ann', '/reschedule next Friday')).toContain(`Order ${number} is changed`);
    expect(await answer('ann', '/change_items 4 desk lamps')).toContain('Desk lamp: 2 → 4');
    await agree(office, number);
    await office.press('ann', 'confirm');
    // a postcode and a quantity are no numbers of orders
    await office.say('ann', '/change_address 200040 Shanghai, 1266 Nanjing West Road');
    expect((await office.last('ann')).text).not.toContain('200040 among yours');
    expect(await answer('ann', '/change_items 1500 desk lamps')).not.toContain('1500 among yours');
    await office.say('ann', '/change-address 88 Century Avenue, Shanghai');
    expect(buttonsOf(await office.last('ann')).map(({ action }) => action)).toEqual(['change_address', 'change_address']);
    await office.press('ann', 'change_address', { label: number });
    expect(await placed(office, number)).toMatchObject({ address: '88 Century Avenue, Shanghai', wanted: '2026-12-04' });
    expect(await linesOf(office, number)).toEqual(['4 LT-DESK (4)']);
    expect(await answer('ann', '/reschedule HO-9999 next Friday')).toBe('I do not find order HO-9999 among yours. “/orders” lists them.');
    expect(await answer('bob', '/cancel')).toBe('Please name the order, for example /cancel HO-1001.');
  });

  it('takes for a new order what begins as one, and keeps it a press away where it may be one', async () => {
    const first = await place(office, 'raj', '2 desk lamps');
    const second = await place(office, 'raj', '2 bookshelves and 2 desk lamps');
    const letter =
      '3 desk lamps to 12 High Street, London. Please note that we only receive goods between nine and eleven in the morning, and make it quick.';
    expect(await answer('raj', letter)).toMatch(/^Your order, please check\n3 × Desk lamp\. .*Deliver to 12 High Street, London/su);
    await office.press('raj', 'cancel');
    expect(await answer('raj', 'make it 3 desk lamps and wrap them, please')).toContain('You have 2 orders that this could be about.');
    expect(buttonsOf(await office.last('raj')).map(({ action }) => action)).toEqual(['change_items', 'change_items', 'new_order']);
    expect(await office.press('raj', 'new_order')).toEqual({ ok: true });
    expect((await office.last('raj')).text).toMatch(/3 × Desk lamp.*“wrap them, please”/su);
    await office.press('raj', 'cancel');
    // whatever is said beside the change joins the order, where one of them is meant
    await office.say('raj', 'make it 4 desk lamps and wrap them, please');
    expect(await office.press('raj', 'change_items', { label: first })).toEqual({ ok: true });
    await agree(office, first);
    expect(await linesOf(office, first)).toEqual(['4 LT-DESK (4)']);
    expect(await told(office, 'raj', 'Noted on order')).toMatch(new RegExp(`^Noted on order ${first}; .*“wrap them, please”`, 's'));
    expect(await told(office, 'lin', '“wrap them, please”', { conversation: 'review' })).toContain(first);
    await office.say('raj', 'make it 2 desk lamps');
    expect(await office.press('raj', 'change_items', { label: first })).toEqual({ ok: true });
    expect((await office.last('raj')).text).toContain('Desk lamp: 4 → 2');
    await agree(office, first);
    await office.say('raj', `/cancel ${second}`);
    // of one order nothing is asked; what it has already, or what is not clear, may still have been a new one
    expect(await answer('raj', 'make it 2 desk lamps')).toBe(`Order ${first} has 2 × Desk lamp already, so nothing changes.`);
    await office.press('raj', 'new_order');
    expect((await office.last('raj')).text).toContain('2 × Desk lamp');
    await office.press('raj', 'cancel');
    await office.say('raj', `/cancel ${first}`);
  });

  it('gives as an example what the reader calls the product', async () => {
    await office.say('mei', '两盏台灯');
    expect(await answer('mei', '台灯改一下')).toContain('“台灯改成3个”');
    await office.press('mei', 'confirm');
    const number = /HO-\d+/.exec((await office.last('mei')).text)?.[0] ?? 'none';
    expect(await answer('mei', `/change_items ${number} 台灯改一下`)).toContain('“台灯改成3个”');
    await office.say('mei', `/cancel ${number}`);
  });

  it('hears a wish for another day or place that has no verb of change in it', async () => {
    const number = await place(office, 'mei', '两盏台灯');
    expect(await answer('mei', '周五不在，周一再送吧')).toContain('未填 → 11月30日周一');
    expect(await answer('mei', '晚几天送')).toContain(`订单 ${number}`);
    expect(await answer('mei', '地址写错了，应该是上海市静安区南京西路1266号')).toContain('上海市静安区南京西路1266号');
    expect(await office.database.sql`select 1 from orders where state = 'draft'`).toHaveLength(0);
    await office.say('mei', `/cancel ${number}`);
  });

  it('takes a command in Chinese for what it says', async () => {
    const number = await place(office, 'mei', '两盏台灯');
    expect(await answer('mei', `/改日期 ${number} 下周五`)).toContain('期望到货：未填 → 12月4日周五');
    expect(await answer('mei', `/改地址 ${number} 上海市静安区南京西路 1266 号 7 楼`)).toContain('上海市静安区南京西路 1266 号 7 楼');
    expect(await answer('mei', '/订单')).toContain(number);
    expect(await answer('mei', `/取消 ${number}`)).toContain('已取消');
    expect(await answer('lin', '/订单')).toContain('我不认识命令 /订单');
  });

  it('asks a colleague where the warehouse began, whatever word cancels', async () => {
    const number = await place(office, 'raj', '2 desk lamps');
    await office.say('omar', `/prepare ${number}`);
    expect(await answer('raj', `/cancel ${number} ordered twice`)).toContain('I have asked a colleague');
    expect(await placed(office, number)).toMatchObject({ state: 'preparing' });
  });
});
