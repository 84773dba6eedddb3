import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { answerTo, place, placed } from '#test/support/placed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('what customers ask and say beside orders on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const ask = (person: string, words: string): Promise<string> => answerTo(office, person, words);
  const cardOfDraft = async (person: string): Promise<string> =>
    (await office.sees(person)).findLast((message) => buttonsOf(message).some(({ action }) => action === 'confirm'))?.text ?? '';

  it('lists what is sold at the customer’s prices, in their language, and how to order it', async () => {
    for (const words of ['what do you sell?', 'price list', 'what products do you have', 'show me your products'])
      expect(await ask('ann', words), words).toMatch(
        /^What we sell\n.*Bookshelf · CN¥599\.00\n.*… and 30 more\.\nWrite what you would like/su,
      );
    expect(await ask('raj', 'price list')).toContain('Bookshelf · CN¥569.05');
    expect(await ask('mei', '你们卖什么')).toMatch(/^我们有这些\n.*书架 · ¥599\.00/su);
    expect(await ask('mei', '有咩賣')).toMatch(/^我們有這些\n.*書架 · /su);
    const all = (await office.last('mei')).card?.all;
    expect(await office.press('mei', 'show_all', { token: all?.button.token ?? 'none' })).toEqual({ ok: true });
    expect((await office.last('mei')).text).toMatch(/擴充座.*書架/su);
    expect(await office.database.sql`select 1 from orders`).toHaveLength(0);
  });

  it('says so where nothing is sold', async () => {
    const empty = await openOffice({ engine, empty: true });
    try {
      expect(await answerTo(empty, 'somebody', 'what do you sell?')).toMatch(/^Our catalogue is empty at the moment/);
    } finally {
      await empty.close();
    }
  });

  it('takes back nothing for "never mind", and names the draft that waits', async () => {
    expect(await ask('ann', 'never mind')).toBe('All right, nothing changes.');
    await office.say('ann', '2 desk lamps');
    const before = await cardOfDraft('ann');
    expect(await ask('ann', 'never mind')).toBe('All right, nothing changes. Your draft still waits: confirm it, or cancel it.');
    expect(buttonsOf(await office.last('ann')).map(({ action }) => action)).toEqual(['cancel']);
    expect(await cardOfDraft('ann')).toBe(before);
    await office.press('ann', 'cancel');
    expect(await ask('mei', '算了')).toMatch(/^好的，什麼都不變。$/u);
  });

  it('brings a question and a complaint to a colleague, and makes no note of the draft of them', async () => {
    await office.say('ann', '2 desk lamps');
    const before = await cardOfDraft('ann');
    expect(await ask('ann', 'do you deliver on sundays')).toMatch(/^I have told a colleague\./);
    expect((await office.last('lin', review)).text).toContain('do you deliver on sundays');
    await office.press('ann', 'close_case');
    expect(await ask('ann', 'i never got my order')).toMatch(/^I am sorry about that\. I have passed your words to a colleague/);
    expect(await cardOfDraft('ann')).toBe(before);
    // what is wished of the draft in the form of a question stays a wish
    await office.press('ann', 'close_case');
    expect(await ask('ann', 'can you make it 3?')).toContain('Desk lamp: 2 → 3');
    expect(await ask('ann', 'can you deliver by Friday?')).toContain('Wanted on: not set → Fri, Nov 27');
    await office.press('ann', 'cancel');
    expect(await ask('mei', '你们周日送货吗')).toMatch(/^已转告同事/u);
    await office.press('mei', 'close_case');
  });

  it('cancels an order that nobody named after a press, however it is said', async () => {
    const number = await place(office, 'ann', '2 desk lamps');
    for (const words of ['cancel it', 'cancel my order', 'cancel']) {
      expect(await ask('ann', words), words).toBe(
        `Order ${number} (CN¥438.00) is the one that is open. Shall I cancel it? If not, it goes on as it is.`,
      );
      expect((await placed(office, number)).state).toBe('confirmed');
    }
    expect(await office.press('ann', 'cancel', { label: number })).toEqual({ ok: true });
    expect((await placed(office, number)).state).toBe('cancelled');
    expect(await ask('ann', 'cancel it')).toMatch(/^No draft is waiting here\./);
    const first = await place(office, 'ann', '2 bookshelves');
    const second = await place(office, 'ann', '3 bookshelves');
    await office.say('ann', '取消');
    expect(
      buttonsOf(await office.last('ann'))
        .map(({ label }) => label.slice(0, first.length))
        .toSorted(),
    ).toEqual([first, second]);
    for (const one of [first, second]) await office.say('ann', `cancel order ${one}`);
    expect([(await placed(office, first)).state, (await placed(office, second)).state]).toEqual(['cancelled', 'cancelled']);
  });

  it('answers a lone wish for no more messages in the language of its writer', async () => {
    await office.say('ann', 'what do you sell?');
    expect(await ask('ann', '退订')).toMatch(/^好的，今后您只会收到/u);
    expect(await ask('ann', '恢復訂閱')).toMatch(/^歡迎回來/u);
    expect(await ask('ann', 'unsubscribe')).toMatch(/^Done: from now on/);
    // the next sentence is answered as before, and STOP tells of no language
    expect(await ask('ann', 'START')).not.toMatch(/\p{Script=Han}/u);
    await office.say('mei', '你们卖什么');
    expect(await ask('mei', 'STOP')).toMatch(/^好的，今后您只会收到/u);
  });

  it('knows the words of a form also where none is open any more', async () => {
    for (const command of ['/quit', '/quit', '/skip'])
      expect(await ask('ann', command)).toBe(`No form is open here, so there is nothing for ${command} to do.`);
    expect(await ask('ann', '/quite')).toMatch(/^I do not know the command \/quite\./);
  });

  it('orders goods beside a number that is the customer’s own, and tells a slip in one of ours', async () => {
    for (const [person, words] of [
      ['raj', '5 headsets, the reference is PO-4471, payment within 30 days as usual'],
      ['mei', '五个头戴耳机，我们的采购单号 PO-4471'],
    ] as const) {
      expect(await ask(person, words)).toContain('PO-4471');
      expect(await cardOfDraft(person), words).toMatch(/5 × /);
      await office.press(person, 'cancel');
    }
    expect(await ask('raj', 'add 5 headsets to HO-4471')).toContain('I do not find order HO-4471 among yours');
    expect(await ask('raj', 'where is PO-4471?')).toContain('I do not find order PO-4471 among yours');
  });
});
