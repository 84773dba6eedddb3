import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

const there = { platform: 'telegram' } as const;

describe.each(engines)('a yes to offers on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const last = async (person: string): Promise<string> => (await office.last(person, there)).text;

  it('is taken of nobody who has not read to what, by word or by button: they are asked', async () => {
    const consents = async (person: string) => office.database.sql`
      select state, source, wording from consents c join accounts a on a.customer_id = c.customer_id where a.user_key = ${person} order by c.id`;
    const question = /^May Harbour Office write to you here on Telegram now and then/;
    for (const person of ['yusuf', 'nadia']) await office.say(person, '/language en', there);
    await office.say('yusuf', '/offers yes', there);
    expect([await last('yusuf'), await consents('yusuf')]).toEqual([expect.stringMatching(question), []]);
    const asked = await last('yusuf');
    await office.say('yusuf', '/offers yes', there);
    expect(await consents('yusuf')).toEqual([{ state: 'given', source: 'command', wording: asked }]);
    await office.say('nadia', '/offers no', there);
    expect(buttonsOf(await office.last('nadia', there)).map(({ action }) => action)).toEqual(['offers_yes']);
    await office.press('nadia', 'offers_yes', there);
    expect([await last('nadia'), await consents('nadia')]).toEqual([
      expect.stringMatching(question),
      [{ state: 'withdrawn', source: 'command', wording: null }],
    ]);
    await office.press('nadia', 'offers_yes', there);
    expect((await consents('nadia')).at(-1)).toEqual({ state: 'given', source: 'button', wording: asked });
    await office.press('nadia', 'offers_no', there);
    await office.press('yusuf', 'offers_no', there);
  });

  it.each([
    ['mei', '不要再发广告了，我的订单到哪了'],
    ['yu', '我的訂單到哪了？還有不要再發廣告了'],
    ['ann', 'no more ads please. where is my order?'],
  ])('is taken back by %s beside another wish, and both are answered: %s', async (person, words) => {
    const { length } = await office.sees(person);
    await office.say(person, words);
    const [row] = await office.database.sql<{ state: string }[]>`
      select c.state from consents c join accounts a on a.customer_id = c.customer_id where a.user_key = ${person} order by c.id desc limit 1`;
    expect(row?.state).toBe('withdrawn');
    const answers = (await office.sees(person)).slice(length).filter(({ person: by }) => by === null);
    expect(answers.map(({ text }) => text).join('\n---\n')).toMatch(/---[^]*(?:order|订单|訂單)/);
  });
});
