import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('where others read along on %s', (engine) => {
  let office: Office;
  let number: string;
  beforeAll(async () => {
    office = await openOffice({ engine });
    number = await place(office, 'ann', '2 ergonomic chairs in white');
  });
  afterAll(() => office.close());

  /** What anybody in a conversation has read of the desk that was not for them alone. */
  const readByAll = async (at: { platform: 'slack' | 'discord' | 'telegram'; conversation: string }) =>
    (await office.sees('somebody else', at)).filter(({ person }) => person === null).map(({ text }) => text);

  it.each([
    '/status',
    'where is my order',
    '/orders',
    '/link',
    '/unlink',
    '/channel',
    '/coupon',
    '2 desk lamps',
    'talk to a person',
    'my phone is 13912345678',
  ])('answers a customer who writes “%s” in a group alone, and says nothing of any order', async (words) => {
    const group = { platform: 'discord' as const, conversation: 'customers' };
    await office.say('ann', words, group);
    expect(await readByAll(group)).toEqual([]);
    const own = await office.last('ann', group);
    expect(own).toMatchObject({ onlyFor: 'ann', text: expect.stringMatching(/^Please write to me in a direct message/) });
    expect(own.text).not.toContain('HO-');
  });

  it.each([
    '/status NUMBER',
    '/order NUMBER',
    '/orders',
    'where is NUMBER',
    '/review',
    '/cases',
    '/people',
    '/winback Ann',
    'for Ann Fischer: 2 desk lamps',
    '/approve NUMBER',
  ])('says “%s” of a colleague to nobody in a group of customers', async (words) => {
    const group = { platform: 'slack' as const, conversation: 'customers' };
    await office.say('lin', words.replace('NUMBER', number), group);
    expect(await readByAll(group)).toEqual([]);
    const own = await office.last('lin', group);
    expect(own).toMatchObject({ onlyFor: 'lin', text: expect.stringMatching(/^(?:Others read here|这里有其他人能看到)/u) });
  });

  it.each([
    'approve NUMBER',
    'status NUMBER',
    'review',
    'what do you think about NUMBER?',
    'can you hear me?',
    'for Ann Fischer: 2 desk lamps',
  ])('answers a colleague who calls the desk in such a group with “%s”, alone, and does nothing', async (words) => {
    const group = { platform: 'slack' as const, conversation: 'customers' };
    const before = (await office.sees('lin', group)).length;
    await office.say('lin', words.replace('NUMBER', number), { ...group, called: true });
    expect(await readByAll(group)).toEqual([]);
    const answers = (await office.sees('lin', group)).slice(before).filter(({ person }) => person === null);
    expect(answers).toMatchObject([{ onlyFor: 'lin', text: expect.stringMatching(/^(?:Others read here|这里有其他人能看到)/u) }]);
    const [order] = await office.database.sql<{ state: string }[]>`select state from orders where number = ${number}`;
    expect(order?.state).toBe('in_review');
  });

  it('stays silent in such a group while nobody calls the desk', async () => {
    const group = { platform: 'slack' as const, conversation: 'customers' };
    const before = (await office.sees('lin', group)).length;
    for (const talk of ['approve', 'help', 'what do you think about this one?', 'thanks']) await office.say('lin', talk, group);
    const answers = (await office.sees('lin', group)).slice(before).filter(({ person }) => person === null);
    expect(answers).toEqual([]);
  });

  it('becomes a channel of the desk when a manager calls the desk by its name and says so, and helps whoever asks for help', async () => {
    const room = { platform: 'discord' as const, conversation: 'fresh' };
    const called = async (text: string): Promise<string> => {
      await office.say('grace', text, { ...room, called: true });
      return (await office.last('grace', room)).text;
    };
    expect(await called('help')).toContain('/approve');
    expect(await called('hello')).toMatch(/^Hello Grace/);
    expect(await called('desk here review')).toMatch(/^From now on here: review/);
    expect(await called(`status ${number}`)).toContain(number);
    expect(await called('desk here nothing')).toMatch(/^This channel is for nothing any more/);
  });

  it('answers a colleague in a channel of the desk, where all of them may read it', async () => {
    await office.say('lin', `/status ${number}`, review);
    expect((await readByAll(review)).some((text) => text.includes(number))).toBe(true);
  });

  it('shows a customer nothing of another one’s order, however they ask for it', async () => {
    for (const words of [`/status ${number}`, `/order ${number}`, `where is ${number}`, `/cancel ${number}`, `/reorder ${number}`]) {
      await office.say('raj', words);
      const { text } = await office.last('raj');
      expect(text).not.toMatch(/chair|Ann|in review|being looked at/i);
    }
    const theirs = (await office.sees('ann')).flatMap(({ card }) =>
      (card?.blocks ?? []).flatMap((block) => (block.kind === 'actions' ? block.buttons : [])),
    );
    expect(theirs.length).toBeGreaterThan(0);
    for (const { token } of theirs) {
      await office.press('raj', 'any', { token });
      expect((await office.last('raj')).text).not.toMatch(/chair|Ann/i);
    }
  });

  it('lets nobody who is no colleague decide from a channel of the desk', async () => {
    const card = (await office.sees('lin', review)).findLast(
      ({ text, card: shown }) => text.includes(number) && JSON.stringify(shown).includes('"approve"'),
    );
    const approve = card?.card?.blocks
      .flatMap((block) => (block.kind === 'actions' ? block.buttons : []))
      .find(({ action }) => action === 'approve');
    expect(await office.press('stranger', 'approve', { ...review, token: approve?.token ?? '', values: {} })).toMatchObject({ ok: false });
    expect(await office.last('stranger', review)).toMatchObject({ onlyFor: 'stranger' });
  });
});
