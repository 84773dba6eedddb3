import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { place, placed } from '#test/support/placed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };
const sales = { platform: 'slack' as const, conversation: 'sales' };
const warehouse = { platform: 'slack' as const, conversation: 'warehouse' };

describe.each(engines)('what the desk says and hears about one order on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  type At = { platform: 'slack'; conversation: string };
  const inChannel = (at: At): Promise<StoredMessage[]> => office.sees('lin', at);
  /** The card of an order, or its pick list, as it stands in a channel. */
  const card = async (number: string, at: At = review): Promise<StoredMessage> => {
    const found = (await inChannel(at)).find(
      ({ card: one, text, replyTo }) => one?.blocks[0]?.kind === 'heading' && !replyTo && text.split('\n')[0]?.includes(number),
    );
    if (!found) throw new Error(`no card of ${number} stands in ${at.conversation}`);
    return found;
  };
  const under = async (number: string, at: At = review): Promise<string[]> => {
    const { id } = await card(number, at);
    return (await inChannel(at)).flatMap(({ replyTo, person, text }) => (replyTo === id && person === null ? [text] : []));
  };
  /** What the desk says in answer to words in the thread of a card. */
  const answered = async (person: string, text: string, number: string, called?: true): Promise<string[]> => {
    const root = await card(number);
    const before = new Set((await inChannel(review)).map(({ id }) => id));
    await office.say(person, text, { ...review, replyTo: root.id, ...(called ? { called } : {}) });
    const after = await inChannel(review);
    return after.flatMap(({ id, person: by, replyTo, text: said }) =>
      by === null && !before.has(id) ? [`${replyTo === root.id}: ${said}`] : [],
    );
  };
  const white = (person = 'ann'): Promise<string> => place(office, person, '2 ergonomic chairs in white');
  const end = (number: string, person = 'ann') => office.say(person, `/cancel ${number}`);

  it('puts an answer, and that it has to be decided, under the card of the order', async () => {
    const number = await white();
    await office.say('lin', `/ask ${number} Which white?`);
    await office.say('ann', 'snow white');
    expect(await under(number)).toEqual([expect.stringMatching(/snow white/)]);
    expect((await office.last('lin')).text).toContain('snow white');
    await office.say('bob', `/status ${number}`, sales);
    await office.say('lin', `/escalate ${number} sales a special finish`);
    expect(await under(number, sales)).toEqual([expect.stringMatching(/a special finish/)]);
    // the card itself stays where everybody sees it
    expect((await card(number)).replyTo).toBeNull();
    const loose = (await inChannel(review)).filter(
      ({ replyTo, text, card: one }) => !replyTo && text.includes(number) && one?.blocks[0]?.kind === 'text',
    );
    expect(loose).toEqual([]);
    await end(number);
  });

  it('puts a shortage under the pick list of the warehouse, and a change under what stands in its channel', async () => {
    const number = await place(office, 'mei', '我要三把人体工学椅，黑色');
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/shortage ${number} 1 CH-ERGO`);
    await office.say('mei', '先发吧');
    expect(await under(number, warehouse)).toHaveLength(1);
    const [asked] = (await inChannel(sales)).filter(({ text }) => text.includes(number));
    // no card of it stands among sales
    expect(asked?.replyTo).toBeNull();
  });

  it('names the talk about an order by its number and its customer', async () => {
    const number = await white();
    const root = await card(number);
    expect(root.card?.thread).toBe(`${number} · Ann Fischer`);
    await end(number);
  });

  it('knows the order of its thread: how it stands, a decision, its history', async () => {
    const number = await white();
    expect(await answered('lin', 'status', number, true)).toEqual([expect.stringMatching(new RegExp(`^true: .*${number}`, 's'))]);
    expect(await answered('lin', 'where is it?', number, true)).toEqual([expect.stringMatching(new RegExp(`^true: .*${number}`, 's'))]);
    expect(await answered('lin', '/order', number)).toEqual([expect.stringMatching(/^true: /)]);
    await answered('lin', '/hold customer waiting for a drawing', number);
    const before = await placed(office, number);
    await answered('lin', 'approve', number);
    expect((await placed(office, number)).version).toBeGreaterThan(before.version);
    expect((await card(number)).text).toContain('已确认');
    await end(number);
  });

  it('does what the number says that is named, whatever the thread', async () => {
    const number = await white();
    const other = await white('raj');
    await answered('lin', `通过 ${other}`, number, true);
    expect([(await placed(office, number)).state, (await placed(office, other)).state]).toEqual(['in_review', 'confirmed']);
    await end(number);
  });

  it('lets nobody do in a thread what their button would not do', async () => {
    const number = await place(office, 'ann', '15 executive chairs in white');
    expect(await answered('lin', 'approve', number, true)).toEqual([expect.stringContaining('true: 这单超出您的审批额度')]);
    expect((await placed(office, number)).state).toBe('in_review');
    await end(number);
  });

  it('refuses a word about a card that shows an older order, as its button does', async () => {
    const number = await white();
    const root = await card(number);
    // the edit of the card is on its way: what stands there is the version before
    await office.database.sql`update orders set version = version where number = ${number}`;
    await office.database.sql`
      update outbox set order_version = order_version - 1 where message_key = ${root.id} and order_version is not null`;
    expect(await answered('lin', 'approve', number, true)).toEqual([expect.stringContaining('true: ')]);
    expect((await placed(office, number)).state).toBe('in_review');
    await end(number);
  });

  it('leaves talk among colleagues alone, also under a card', async () => {
    const number = await white();
    for (const talk of ['I will call them', 'approve this one? not sure', 'hold on', 'wait', 'where is it?', '好的', 'ok'])
      expect([talk, await answered('bob', talk, number)]).toEqual([talk, []]);
    expect((await placed(office, number)).state).toBe('in_review');
    await end(number);
  });

  it('says which command a slip of the hand may have meant, and knows the words of a button', async () => {
    const number = await white();
    const root = await card(number);
    const called = async (text: string): Promise<string> => {
      await office.say('lin', text, { ...review, called: true, replyTo: root.id });
      return (await office.last('lin', review)).text;
    };
    expect(await called('aprove')).toContain(`/approve ${number}`);
    expect(await called('refuse, we have none')).toContain(`/refuse_proposal ${number}`);
    expect((await placed(office, number)).state).toBe('in_review');
    // what there is no change to refuse for is told so, and no longer how to order
    expect(await called('Refuse the change: too late')).not.toContain('/order for');
    await called('put on hold legal we look at it');
    expect(await called('status')).toContain(number);
    await office.say('lin', '/aprove');
    expect((await office.last('lin')).text).toContain('/approve HO-');
    await end(number);
  });

  it('does for a colleague who calls it what the command of that name does, or says how it is typed', async () => {
    const number = await white();
    const called = async (text: string): Promise<string> => {
      await office.say('lin', text, { ...review, called: true });
      return (await office.last('lin', review)).text;
    };
    expect(await called('help')).toContain('/approve');
    expect(await called('what do you think about this one?')).toContain('/help');
    expect(await called(`status ${number}`)).toContain(number);
    expect(await called('approve')).toContain('HO-1001');
    await called(`approve ${number}`);
    expect((await placed(office, number)).state).toBe('confirmed');
  });

  it('takes a customer’s answer to an older card for a word about that order', async () => {
    const first = await place(office, 'raj', '2 desk lamps');
    const second = await place(office, 'raj', '3 desk lamps');
    const own = (await office.sees('raj')).find(({ card: one, text }) => one && text.split('\n')[0]?.includes(first));
    const reply = { replyTo: own?.id ?? '' };
    await office.say('raj', 'where is it?', reply);
    expect((await office.last('raj')).text).toContain(first);
    await office.say('raj', 'change the address to 12 Harbour Road, Shanghai 200040', reply);
    const asked = (await office.last('raj')).text;
    expect([asked.includes(first), asked.includes('→ 12 Harbour Road')]).toEqual([true, true]);
    await office.say('raj', 'cancel this', reply);
    expect([(await placed(office, first)).state, (await placed(office, second)).state]).toEqual(['cancelled', 'confirmed']);
    // somebody else's message is no way to their order
    await office.say('ann', 'cancel this', reply);
    expect((await placed(office, second)).state).toBe('confirmed');
  });
});
