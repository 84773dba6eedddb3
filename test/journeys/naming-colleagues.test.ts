import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { place, placed, told } from '#test/support/placed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('who a card says decides, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  /** The card of the order in the review channel. */
  const card = async (number: string) => (await office.sees('lin', review)).findLast(({ text }) => text.startsWith(`订单 ${number} ·`));
  const text = async (number: string): Promise<string> => (await card(number))?.text ?? '';
  const lead = (words: string): Promise<void> => office.say('grace', words);
  const edits = async (): Promise<number> => {
    const [row] = await office.database.sql<{ n: number }[]>`select count(*)::int as n from outbox where card_id is not null`;
    return row?.n ?? 0;
  };

  it('no longer names whoever lost the role, and names them again when they get it, in the message that stands', async () => {
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    expect(await text(number)).toContain('Lin 林');
    const [before, anns] = [await card(number), await office.last('ann')];
    await lead('/team take Lin customer_service');
    expect(await text(number)).not.toContain('Lin 林');
    expect((await card(number))?.id).toBe(before?.id);
    await lead('/team role Lin customer_service 20000');
    expect(await text(number)).toContain('Lin 林');
    // whoever ordered reads nothing of it
    expect(await office.last('ann')).toEqual(anns);
    expect(await office.press('lin', 'approve', { ...review, values: {} })).toEqual({ ok: true });
  });

  it('says nothing again where nothing changes', async () => {
    await place(office, 'ann', '2 ergonomic chairs in white');
    const before = await edits();
    await lead('/team role Omar warehouse');
    expect(await edits()).toBe(before);
  });

  it('gives what was handed to one colleague alone back to the role, and calls whoever may decide it', async () => {
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    await office.say('lin', `/forward ${number} Bob please look`);
    expect(await text(number)).toContain('下一步：Bob在');
    await lead('/team take Bob sales');
    expect(await text(number)).not.toContain('下一步：Bob在');
    expect(await text(number)).toContain('原定由 Bob 决定，但其已无此权限。');
    expect(await told(office, 'lin', number, review)).toBe(`订单 ${number} 原由 Bob 决定，但其已无此权限，请您来决定。`);
    const token = await approval(number);
    expect(await office.press('bob', 'approve', { ...review, token, values: {} })).toMatchObject({ ok: false });
    expect(await office.press('lin', 'approve', { ...review, token, values: {} })).toEqual({ ok: true });
    expect(await placed(office, number)).toMatchObject({ state: 'confirmed' });
    await lead('/team role Bob sales 100000');
  });

  it('keeps with a colleague what they may still decide', async () => {
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    await office.say('lin', `/forward ${number} Bob please look`);
    await lead('/team role Bob sales 200000');
    expect(await text(number)).toContain('下一步：Bob在');
  });

  it('names a colleague from when they come, and not while they are invited', async () => {
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    await lead('/team add Wei Chen customer_service 20000');
    const code = /(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec((await office.last('grace')).text)?.[0] ?? '';
    expect(await text(number)).not.toContain('Wei Chen');
    await office.say('wei', code);
    expect(await text(number)).toContain('Wei Chen');
    await office.notice('wei', { kind: 'left' });
    expect(await text(number)).not.toContain('Wei Chen');
    await office.say('wei', '/help');
    expect(await text(number)).toContain('Wei Chen');
  });

  it('goes through as many orders as wait, some in each transaction', async () => {
    const numbers: string[] = [];
    for (let n = 0; n < 22; n++) numbers.push(await place(office, 'ann', `${n + 2} ergonomic chairs in white`));
    await lead('/team take Lin customer_service');
    for (const number of numbers) expect(await text(number)).not.toContain('Lin 林');
    expect(await told(office, 'lin', 'Grace')).toContain('Grace');
  });

  it('says that nobody who has joined may decide, and the way out, and names whoever else may until they come', async () => {
    const number = await place(office, 'ann', '15 executive chairs in white');
    // those who may decide it have an account; then they leave, one after the other
    const named = async (): Promise<string> => {
      await office.say('grace', `/status ${number}`);
      return (await office.last('grace')).text;
    };
    expect(await named()).toContain('Bob');
    await office.database.sql`delete from accounts where staff_id = (select id from staff where name = 'Bob')`;
    expect(await named()).toMatch(
      /Next: Grace may decide by .*; of sales, who are asked, nobody has joined who may\. \/team invites them\./,
    );
    await lead('/team role Grace manager 1');
    expect(await named()).toMatch(/nobody who has joined may decide this: \/team says who may/);
  });

  const approval = async (number: string): Promise<string> => {
    const shown = await card(number);
    return (shown && buttonsOf(shown).find(({ action }) => action === 'approve')?.token) ?? '';
  };
});
