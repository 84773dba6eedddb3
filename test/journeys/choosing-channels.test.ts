import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

const slack = { platform: 'slack' as const };
const discord = { platform: 'discord' as const };

describe.each(engines)('where somebody hears what, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
    await office.database.sql`delete from accounts where user_key = 'ann' and platform = 'telegram'`;
  });
  afterAll(() => office.close());

  const newest = async (person: string, at: Parameters<Office['last']>[1]): Promise<string> => (await office.last(person, at)).text;
  const texts = async (person: string, at: Parameters<Office['last']>[1]): Promise<string> =>
    (await office.sees(person, at)).map(({ text }) => text).join('\n');

  it('is asked on one card, which shows what was chosen', async () => {
    await office.say('ann', '/channel');
    const asked = await office.last('ann');
    expect(asked.text).toBe(
      'Where would you like to hear what?\n• news of your orders: where you ordered\n• tips, questions and offers: where you ordered',
    );
    expect(buttonsOf(asked).map(({ label }) => label)).toContain('news of your orders: Slack');
    expect(await office.press('ann', 'choose_channel', { label: 'news of your orders: Slack' })).toEqual({ ok: true });
    expect(await office.press('ann', 'choose_channel', { label: 'tips, questions and offers: Discord' })).toEqual({ ok: true });
    const now = await office.last('ann');
    expect([now.id, now.edited]).toEqual([asked.id, true]);
    expect(now.text).toContain('• news of your orders: Slack\n• tips, questions and offers: Discord');
  });

  it('is obeyed: news of an order there, what comes after the delivery here', async () => {
    const number = await place(office, 'ann', '2 desk lamps');
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/ship ${number} SF Express`);
    expect(await newest('ann', slack)).toContain(number);
    await office.say('omar', `/deliver ${number}`);
    expect(await newest('ann', slack)).toContain(number);
    const before = await texts('ann', slack);
    await office.advance({ hours: 3 });
    expect(await texts('ann', slack)).toBe(before);
    expect(await newest('ann', discord)).toMatch(/all right|arrived/i);
  });

  it('falls back for an order where the chosen channel takes nothing any more', async () => {
    await office.database.sql`
      update accounts set reachable = false, unreachable_since = now(), unreachable_reason = 'blocked' where platform = 'slack' and user_key = 'ann'`;
    const number = await place(office, 'ann', '3 desk lamps');
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/ship ${number} SF Express`);
    expect(await newest('ann', discord)).toContain(number);
  });

  it('is chosen by managers for the digest alone', async () => {
    await office.database.sql`delete from desk_conversations where purpose = 'digest'`;
    await office.say('grace', '/channel');
    expect(await office.press('grace', 'choose_channel', { label: 'the daily digest: Slack' })).toEqual({ ok: true });
    await office.advance({ hours: 24 });
    expect(await texts('grace', slack)).toMatch(/Harbour Office/);
  });

  it('lets nobody choose what they do not have', async () => {
    await office.say('ann', '/channel');
    const token = buttonsOf(await office.last('ann'))[0]?.token ?? '';
    await office.say('bob', '/channel');
    // a button belongs to whoever presses it: it chooses among their own channels
    expect(await office.press('bob', 'choose_channel', { token })).toMatchObject({ ok: false, refusal: { code: 'no_such_channel' } });
  });
});
