import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { agree, told } from '#test/support/placed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('a message that is changed or deleted afterwards, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const lines = async (): Promise<string[]> => {
    const rows = await office.database.sql<{ text: string }[]>`
      select l.quantity || ' ' || l.sku as text from order_lines l
      where l.order_id = (select id from orders order by created_at desc, id desc limit 1) order by l.position`;
    return rows.map(({ text }) => text);
  };
  const note = async (): Promise<string> => {
    const [row] = await office.database.sql<{ note: string }[]>`select note from orders order by created_at desc, id desc limit 1`;
    return row?.note ?? '';
  };
  const newest = async (): Promise<string> => {
    const [row] = await office.database.sql<{ number: string }[]>`select number from orders order by created_at desc, id desc limit 1`;
    return row?.number ?? '';
  };
  const edit = (messageKey: string, text: string) => office.notice('ann', { kind: 'message_edited', messageKey, text });
  const remove = (messageKey: string) => office.notice('ann', { kind: 'message_deleted', messageKey });
  const said = async (): Promise<number> => (await office.sees('ann')).length;

  it('reads a draft anew, and says once what became otherwise', async () => {
    await office.say('ann', '2 desk lamps', { messageKey: 'm1' });
    expect(await lines()).toEqual(['2 LT-DESK']);
    const before = await said();
    await edit('m1', '3 desk lamps');
    expect(await lines()).toEqual(['3 LT-DESK']);
    expect(await said()).toBe(before + 1);
    expect((await office.last('ann')).text).toMatch(/^I read your changed message anew:\nDesk lamp: 2 → 3/);
    expect(await note()).toBe('3 desk lamps');
  });

  it('is not read twice where only a preview came with it', async () => {
    const before = await said();
    await edit('m1', '3 desk lamps');
    expect(await said()).toBe(before);
  });

  it('leaves the draft as it is when it is deleted, and says so', async () => {
    await remove('m1');
    expect(await lines()).toEqual(['3 LT-DESK']);
    expect((await office.last('ann')).text).toMatch(/^You deleted a message that your draft came of\. The draft stays as it is/);
  });

  it('is brought before the desk once the order was sent in, and asks for a change like any word', async () => {
    await office.press('ann', 'confirm');
    const number = await newest();
    await edit('m1', `make it 4 desk lamps`);
    expect(await told(office, 'lin', '✎', review)).toContain(`订单 ${number} 所依据的消息，现在的内容：make it 4 desk lamps`);
    expect(await lines()).toEqual(['3 LT-DESK']);
    await agree(office, number);
    expect(await lines()).toEqual(['4 LT-DESK']);
    await remove('m1');
    expect(await told(office, 'lin', '删除', review)).toContain(`✎ Ann Fischer 删除了订单 ${number} 所依据的消息。订单保持不变。`);
    expect((await office.last('ann')).text).toMatch(new RegExp(`^You deleted a message that order ${number} came of\\. The order stays`));
    expect(await lines()).toEqual(['4 LT-DESK']);
    await office.say('lin', `/order ${number}`);
    expect((await office.last('lin')).text).toMatch(/删除了之前的消息/u);
  });

  it('means nothing where nothing came of the message, or where somebody else sends it', async () => {
    const before = await said();
    await edit('never heard', '50 desks');
    await remove('never heard');
    await office.notice(
      'raj',
      { kind: 'message_edited', messageKey: 'm1', text: '99 desk lamps' },
      { platform: 'discord', conversation: 'dm:ann' },
    );
    await office.notice('stranger', { kind: 'message_deleted', messageKey: 'm1' });
    expect(await said()).toBe(before);
    const [met] = await office.database.sql`select 1 from accounts where user_key = 'stranger'`;
    expect(met).toBeUndefined();
    expect(await lines()).toEqual(['4 LT-DESK']);
  });
});
