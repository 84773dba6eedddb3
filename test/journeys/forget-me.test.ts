import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { answerTo } from '#test/support/placed.ts';

describe.each(engines)('a wish that the desk forgets its customer, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const consents = async (): Promise<string[]> => {
    const rows = await office.database.sql<{ text: string }[]>`
      select distinct on (customer_id, purpose) purpose || ' ' || state as text from consents order by customer_id, purpose, at desc`;
    return rows.map(({ text }) => text);
  };
  const newest = async (): Promise<string | undefined> =>
    (await office.database.sql<{ text: string }[]>`select text from case_messages order by id desc limit 1`)[0]?.text;

  it.each([
    ['raj', 'delete all my data', 'Deleting what we keep about you is up to a colleague'],
    ['mei', '把我的个人信息都删掉', '删除您的资料要由同事处理'],
    ['mei', '請刪除我的所有資料', '刪除您的資料要由專員處理'],
  ])('goes to a colleague, and ends messages with one press: %s writes “%s”', async (person, said, told) => {
    expect(await answerTo(office, person, said)).toContain(told);
    expect(await newest()).toBe(said);
    expect(buttonsOf(await office.last(person)).map(({ action }) => action)).toEqual(['stop', 'close_case']);
    await office.press(person, 'close_case');
  });

  it('ends no message by itself, and changes no draft and no order', async () => {
    const before = await consents();
    await office.say('raj', '2 desk lamps');
    await office.say('raj', 'please erase my personal data');
    expect(await consents()).toEqual(before);
    expect([...(await office.database.sql`select note, state from orders`)]).toEqual([{ note: '2 desk lamps', state: 'draft' }]);
    expect(await office.press('raj', 'stop')).toEqual({ ok: true });
    expect((await office.last('raj')).text).toContain('from now on you get only messages about your own orders');
    const gone = (await consents()).filter((one) => !before.includes(one));
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.every((one) => one.endsWith(' withdrawn'))).toBe(true);
  });

  it('joins a conversation that is open, with the same press', async () => {
    await office.say('zoe', 'I want to talk to a person');
    await office.say('zoe', 'delete my account');
    expect(await newest()).toBe('delete my account');
    expect(buttonsOf(await office.last('zoe')).map(({ action }) => action)).toContain('stop');
  });
});
