import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount } from '#adapters/demo/load.ts';
import { randomIds } from '#adapters/ids.ts';
import type { Platform } from '#core/messages/incoming.ts';
import { addCustomer } from '#core/people/customer.store.ts';
import { linkAccount } from '#core/people/people.store.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

describe.each(engines)('customers of one name on %s', (engine) => {
  let office: Office;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    office = await openOffice({ engine });
    await put('jo1', 'Jo', 'telegram', 'Harbour Pottery');
    await put('jo2', 'Jo', 'discord');
  });
  afterAll(() => office.close());

  async function put(key: string, name: string, platform: Platform, company: string | null = null): Promise<void> {
    const id = randomIds.uuid();
    const terms = { tier: 'standard', priceList: 'standard', creditLimit: null, prepaid: false, address: '1 Kiln Lane, Shanghai' } as const;
    await office.database.transaction(async (tx) => {
      await addCustomer(tx, { id, name, company, locale: 'en', timeZone: null, ...terms }, office.now);
      const account = { platform, account: demoAccount, key, dmKey: `dm:${key}`, preferred: true, customerId: id, staffId: null };
      expect(await linkAccount(tx, account, office.now)).toBe(true);
    });
    ids[key] = id;
  }
  const drafts = async (key: string): Promise<number> => {
    const [row] = await office.database.sql<{ n: number }[]>`
      select count(*)::int as n from orders where customer_id = ${ids[key] ?? ''} and state = 'draft'`;
    return row?.n ?? 0;
  };

  it('are told apart by where they write from and what they ordered, each by a button', async () => {
    const number = await place(office, 'jo1', '2 desk lamps', { platform: 'telegram' });
    await office.say('bob', '/order for Jo: 3 desk lamps');
    const asked = await office.last('bob');
    expect(asked.text).toMatch(/^Several customers match “Jo”\. Which one is meant\?/);
    expect(asked.text).toContain(`Jo · Harbour Pottery · Telegram jo1 · last order ${number}`);
    expect(asked.text).toContain('Jo · Discord jo2 · no order yet');
    expect(buttonsOf(asked).map(({ label }) => label.slice(3))).toEqual(
      expect.arrayContaining([`Jo · last order ${number}`, 'Jo · no order yet']),
    );
    const { token = '' } = buttonsOf(asked).find(({ label }) => label.includes('no order')) ?? {};
    expect(await office.press('bob', 'meant_order', { token })).toEqual({ ok: true });
    expect([await drafts('jo1'), await drafts('jo2')]).toEqual([0, 1]);
    expect((await office.last('bob')).text).toBe('I have sent Jo the order to confirm.');
    expect((await office.last('jo2', { platform: 'discord' })).text).toContain('3 × ');
    // once is enough, whichever button it was
    expect(await office.press('bob', 'meant_order', { token })).toMatchObject({ ok: false, refusal: { code: 'over' } });
    expect([await drafts('jo1'), await drafts('jo2')]).toEqual([0, 1]);
  });

  it('get the code that is meant for them, from whoever may pass one on', async () => {
    await office.say('bob', '/link for Jo');
    const asked = await office.last('bob');
    const { token = '' } = buttonsOf(asked).find(({ label }) => label.includes('no order')) ?? {};
    expect(await office.press('omar', 'meant_link', { token })).toEqual({ ok: true });
    expect((await office.last('omar')).text).toMatch(/^Codes for customers are given by/);
    expect(await office.press('ann', 'meant_link', { token })).toMatchObject({ refusal: { code: 'staff_only' } });
    expect(await office.press('bob', 'meant_link', { token })).toEqual({ ok: true });
    expect((await office.last('bob')).text).toMatch(/^Code for Jo: /);
    const codes = await office.database.sql<{ id: string }[]>`select customer_id as id from codes where customer_id is not null`;
    expect(codes.map(({ id }) => id)).toEqual([ids['jo2']]);
  });

  it('are looked at one by one, and found by their account as the platform writes it', async () => {
    await office.say('grace', '/winback Jo');
    expect(await office.press('grace', 'meant_winback', { label: 'no order' })).toEqual({ ok: true });
    expect((await office.last('grace')).text).toMatch(/^Jo\b/);
    await put('U0JOSEPH', 'Jo', 'slack');
    await office.say('bob', '/order for U0JOSEPH: 1 desk lamp');
    expect((await office.last('bob')).text).toBe('I have sent Jo the order to confirm.');
  });

  it('are no more than a card holds, and the rest are said to be there', async () => {
    for (const n of [4, 5, 6, 7]) await put(`jo${n}`, 'Jo', 'telegram');
    await office.say('bob', '/link for Jo');
    const asked = await office.last('bob');
    expect(buttonsOf(asked)).toHaveLength(5);
    expect(asked.text).toContain('There are more than these');
  });
});
