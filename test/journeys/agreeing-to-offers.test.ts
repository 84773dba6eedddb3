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
});
