import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileRef } from '#core/messages/incoming.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('a colleague’s file beside an order on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const picture = (name: string): FileRef => ({
    name,
    mimeType: 'image/png',
    size: 2048,
    platform: 'slack',
    account: 'T0ELSEWHERE',
    key: `F:${name}`,
  });
  const files = (name = 'plan.png') => ({ files: [picture(name)] });
  const rootOf = async (number: string, at = review): Promise<string> =>
    (await office.sees('lin', at)).find(({ text, replyTo }) => !replyTo && text.startsWith(`订单 ${number} ·`))?.id ?? expect.fail();
  const asked = async (name: string) =>
    (await office.sees('lin', review)).findLast(({ person, text }) => person === null && text.includes(name));
  const sent = async (who: string): Promise<string[]> =>
    (await office.sees(who)).flatMap(({ card }) =>
      (card?.blocks ?? []).flatMap((block) => (block.kind === 'file' ? [block.file.name] : [])),
    );
  const order = (): Promise<string> => place(office, 'ann', '2 ergonomic chairs in white');

  it('is asked about in the thread, and goes to nobody before somebody says so', async () => {
    const number = await order();
    await office.say('bob', '', { ...review, ...files(), replyTo: await rootOf(number) });
    const question = await asked('plan.png');
    expect(question?.text).toBe(`Ann Fischer has not got plan.png. Shall I send it to them for order ${number}?`);
    expect(question?.replyTo).toBe(await rootOf(number));
    expect(await sent('ann')).toEqual([]);
    // somebody else may say it
    expect(await office.press('lin', 'send_files', review)).toEqual({ ok: true });
    expect(await sent('ann')).toEqual(['plan.png']);
    expect((await office.last('ann')).text).toMatch(new RegExp(`^Lin 林 · .* · ${number}`));
    expect((await asked('plan.png'))?.text).toBe('Lin 林 已把 plan.png 发给 Ann Fischer。');
    await office.say('lin', `/order ${number}`, review);
    expect((await office.last('lin', review)).text).toContain('给客户发送了文件');
  });

  it('stays where it is when somebody says so, and the question is settled then', async () => {
    const number = await order();
    await office.say('bob', '', { ...review, ...files('inside.png'), replyTo: await rootOf(number) });
    const question = await asked('inside.png');
    const send = question && buttonsOf(question).find(({ action }) => action === 'send_files')?.token;
    expect(await office.press('bob', 'keep_files', review)).toEqual({ ok: true });
    expect(await office.press('lin', 'send_files', { ...review, token: send ?? '' })).toMatchObject({
      ok: false,
      refusal: { code: 'over' },
    });
    expect(await sent('ann')).toEqual(['plan.png']);
  });

  it('is nothing that a customer can send on', async () => {
    const number = await order();
    await office.say('bob', '', { ...review, ...files('secret.png'), replyTo: await rootOf(number) });
    const question = await asked('secret.png');
    const send = question && buttonsOf(question).find(({ action }) => action === 'send_files')?.token;
    expect(await office.press('raj', 'send_files', { token: send ?? '' })).toMatchObject({ refusal: { code: 'staff_only' } });
    expect(await sent('ann')).not.toContain('secret.png');
  });

  it('joins the talk with the customer, where one is open', async () => {
    const number = await order();
    await office.say('ann', 'I would like to talk to a person');
    await office.say('bob', '', { ...review, ...files('offer.png'), replyTo: await rootOf(number) });
    expect(await office.press('bob', 'send_files', { ...review, label: 'Ann' })).toEqual({ ok: true });
    expect(await sent('ann')).toContain('offer.png');
    const [row] = await office.database.sql<{ n: number }[]>`
      select count(*)::int as n from case_messages where author = 'staff' and files::text like '%offer.png%'`;
    expect(row?.n).toBe(1);
  });

  it('with words among colleagues is their talk; called by its name the desk asks', async () => {
    const number = await order();
    const root = await rootOf(number);
    const before = (await office.sees('lin', review)).length;
    await office.say('bob', 'look at this one', { ...review, ...files('talk.png'), replyTo: root });
    expect(await office.sees('lin', review)).toHaveLength(before);
    await office.say('bob', 'this is for the customer', { ...review, ...files('called.png'), replyTo: root, called: true });
    expect((await asked('called.png'))?.text).toContain(number);
    // and in somebody's own conversation, by the number
    await office.say('bob', `for ${number}`, files('named.png'));
    expect((await office.last('bob')).text).toContain(`for order ${number}?`);
  });

  it('about nothing is answered with what it may be for', async () => {
    await office.say('bob', '', files('lonely.png'));
    expect((await office.last('bob')).text).toMatch(/^What is this file for\?/);
    await office.say('bob', '', { ...review, ...files('lonely.png'), called: true });
    expect((await office.last('bob', review)).text).toMatch(/^What is this file for\?/);
  });

  it('where strangers read along is not talked about', async () => {
    const before = await office.sees('bob', { platform: 'slack', conversation: 'elsewhere' });
    await office.say('bob', '', { platform: 'slack', conversation: 'elsewhere', ...files('plan.png'), called: true });
    const after = (await office.sees('bob', { platform: 'slack', conversation: 'elsewhere' })).slice(before.length);
    const said = after.filter(({ person }) => person === null);
    expect(said.map(({ onlyFor, text }) => [onlyFor, text.slice(0, 16)])).toEqual([['bob', 'Others read here']]);
  });
});
