import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { place, placed } from '#test/support/placed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('talking to a person on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine, past: true });
  });
  afterAll(() => office.close());

  /** Every conversation starts closed. */
  beforeEach(async () => {
    for (const person of ['mei', 'ann', 'raj']) await office.say(person, '/close');
    await office.advance({ minutes: 1 });
  });

  const inReview = () => office.last('lin', review);
  const card = async (name: string): Promise<StoredMessage> => {
    const found = (await office.sees('lin', review)).findLast(
      ({ card: one, replyTo }) => one?.blocks[0]?.kind === 'heading' && !replyTo && JSON.stringify(one).includes(name),
    );
    if (!found) throw new Error(`no card of ${name} stands in review`);
    return found;
  };
  const reply = (person: string, text: string, to: StoredMessage, at: Parameters<Office['say']>[2] = review) =>
    office.say(person, text, { ...at, replyTo: to.id });
  const events = async (kind: string): Promise<number> => {
    const [row] = await office.database.sql<{ count: number }[]>`select count(*)::int as count from events where kind = ${kind}`;
    return row?.count ?? -1;
  };

  it('carries Mei’s words from Telegram to Slack and Lin’s answer back, each in their language', async () => {
    await office.say('mei', '我的订单到哪了');
    await office.say('mei', '找人工');
    expect((await office.last('mei')).text).toMatch(/^已转告同事。您接下来在这里写的话会直接转给同事/u);
    const standing = await card('陈美');
    expect(standing.text).toMatch(/^陈美 Mei 想找人工客服\n.*起等待回复\n陈美 Mei: 找人工\n直接回复这条消息/su);
    const seen = JSON.stringify(standing.card);
    expect(seen).toContain('我的订单到哪了');
    expect(seen).toMatch(/HO-\d+（配送中）/u);
    expect(seen).toContain('Telegram');

    await reply('lin', '您好！请问有什么可以帮您？', standing);
    expect((await office.last('mei')).text).toBe('Lin 林 · 海港办公：您好！请问有什么可以帮您？');
    expect((await card('陈美')).text).toContain('已回复，等 陈美 Mei 回话');
    expect((await card('陈美')).edited).toBe(true);

    await office.say('mei', '椅子颜色能换成灰色的吗');
    const under = await inReview();
    expect(under.text).toBe('陈美 Mei：椅子颜色能换成灰色的吗');
    expect(under.replyTo).toBe(standing.id);
    expect((await office.last('mei')).text).toMatch(/^已转给同事。/u);
    // what the customer said last may be answered as well as the card
    await reply('lin', '可以，我来改。', under);
    expect((await office.last('mei')).text).toBe('Lin 林 · 海港办公：可以，我来改。');
    expect(await events('case.answered')).toBe(2);
  });

  it('does the same in English', async () => {
    await office.say('ann', 'talk to a person');
    expect((await office.last('ann')).text).toMatch(/^I have told a colleague\. What you write here now goes to them/);
    await reply('bob', 'Hello Ann, this is Bob. How can I help?', await card('Ann'));
    expect((await office.last('ann')).text).toBe('Bob · Harbour Office: Hello Ann, this is Bob. How can I help?');
    await office.say('ann', 'Can the desks be raised by 5 cm?');
    expect((await inReview()).text).toBe('Ann Fischer：Can the desks be raised by 5 cm?');
  });

  it('keeps a talk a talk: only the first of several sentences is acknowledged', async () => {
    await office.say('ann', 'talk to a person');
    const before = (await office.sees('ann')).length;
    await office.say('ann', 'it stands by the window');
    await office.say('ann', 'since yesterday evening');
    expect((await office.sees('ann')).length).toBe(before);
    await reply('lin', 'I will look at it.', await card('Ann'));
    const nudges = await events('case.asked_again');
    await office.say('ann', 'thanks a lot!');
    expect((await inReview()).text).toContain('thanks a lot!');
    await office.advance({ hours: 2 });
    expect(await events('case.asked_again')).toBe(nudges);
  });

  it('says that it passed on whatever asks for something, and whatever comes after a quiet spell', async () => {
    await office.say('ann', 'I want my money back');
    const answerTo = async (words: string): Promise<StoredMessage | null> => {
      const before = (await office.sees('ann')).filter(({ person }) => person === null).length;
      await office.say('ann', words);
      return (await office.sees('ann')).filter(({ person }) => person === null)[before] ?? null;
    };
    for (const words of ['talk to a human', 'change it to 12 mugs', 'hello', 'is anybody there?'])
      expect((await answerTo(words))?.text, words).toBe('Passed on to our colleagues, who answer here.');
    expect((await answerTo('发票寄了吗'))?.text).toBe('已转给同事，同事会在这里回复您。');
    expect((await inReview()).text).toBe('Ann Fischer：发票寄了吗');
    await office.say('ann', 'please answer in English again');
    await office.say('ann', 'hello');
    // what says nothing new to a machine is for the colleague alone
    for (const words of ['it stands by the window', 'since yesterday evening', 'thanks']) expect(await answerTo(words)).toBeNull();
    await office.advance({ minutes: 2 });
    expect((await answerTo('and it hums'))?.text).toBe('Passed on to our colleagues, who answer here.');
  });

  it('takes orders while a talk is open, asks on the card what is doubtful, and offers to order what may be one', async () => {
    await office.say('ann', 'talk to a person');
    await office.say('ann', '3 lamps by 31 February');
    expect((await office.last('ann')).text).toMatch(/3 × lamps.*“lamps”: which one do you mean\?/su);
    for (const words of ['cancel it', '取消', '唔要喇']) {
      await office.say('ann', words);
      expect((await office.sees('ann')).findLast(({ text }) => text.includes('cancelled'))?.text).toContain('Nothing will be sent');
      expect(await office.database.sql`select 1 from orders where state = 'draft'`).toHaveLength(0);
      await office.say('ann', '12 desk lamps');
    }
    await office.press('ann', 'cancel');
    await office.say('ann', 'could I get 4 desk lamps as a gift?');
    const passed = await office.last('ann');
    expect(passed.text).toBe('Passed on to our colleagues, who answer here.');
    expect(buttonsOf(passed).map(({ label }) => label)).toEqual(['A new order']);
    expect((await inReview()).text).toContain('as a gift?');
    expect(await office.press('ann', 'new_order')).toEqual({ ok: true });
    expect((await office.last('ann')).text).toContain('4 × Desk lamp');
    await office.press('ann', 'cancel');
    await office.press('ann', 'close_case');
  });

  it('changes and cancels an order while a talk is open where nothing else can be meant', async () => {
    const number = await place(office, 'kim', '2 desk lamps to 88 Century Avenue, Shanghai', { platform: 'slack' });
    const at = { platform: 'slack' as const };
    await office.say('kim', 'I want to talk to a person', at);
    await office.say('kim', 'make it 5 lamps', at);
    expect((await office.last('kim', at)).text).toContain('Desk lamp: 2 → 5');
    await office.say('kim', '改成下周一送', at);
    expect((await placed(office, number)).wanted).toBe('2026-11-30');
    await office.say('kim', 'cancel', at);
    expect((await office.last('kim', at)).text).toContain('Passed on to our colleagues');
    expect(await office.press('kim', 'cancel', { ...at, label: number })).toEqual({ ok: true });
    expect((await placed(office, number)).state).toBe('cancelled');
    await office.press('kim', 'close_case', at);
  });

  it('passes on what two colleagues answer, and the second knows of the first', async () => {
    await office.say('ann', 'talk to a person');
    const standing = await card('Ann');
    await Promise.all([reply('lin', 'Lin here.', standing), reply('bob', 'Bob here.', standing)]);
    const texts = (await office.sees('ann')).slice(-2).map(({ text }) => text);
    expect(texts.toSorted()).toEqual(['Bob · Harbour Office: Bob here.', 'Lin 林 · Harbour Office: Lin here.']);
    const told = [...(await office.sees('lin', review)), ...(await office.sees('bob', review))].filter(({ onlyFor }) => onlyFor);
    // whoever of the two it is, in the language of theirs
    expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/^(?:Lin 林 had answered before you|Bob 在您之前已经回复过)/u)]);
    expect(JSON.stringify((await card('Ann')).card)).toMatch(/Lin here.*Bob here|Bob here.*Lin here/);
  });

  it('is answered from a colleague’s own messages too, where the case was asked for', async () => {
    await office.say('ann', 'talk to a person');
    await office.say('grace', '/cases');
    expect((await office.last('grace')).text).toMatch(/^Open cases\n\d+ · Ann Fischer · waits for an answer since/);
    await office.press('grace', 'show_case');
    const own = await office.last('grace');
    expect(own.text).toMatch(/^Ann Fischer would like to talk to a person/);
    await reply('grace', 'Grace speaking.', own, {});
    expect((await office.last('ann')).text).toBe('Grace · Harbour Office: Grace speaking.');
    await office.say('ann', 'hello Grace, the invoice is wrong');
    const under = await office.last('grace');
    expect(under.text).toBe('Ann Fischer: hello Grace, the invoice is wrong');
    expect(under.replyTo).toBe(own.id);
    expect((await inReview()).text).toContain('the invoice is wrong');
  });

  it('is answered by button and form, and by command', async () => {
    await office.say('ann', 'talk to a person');
    expect(await office.press('lin', 'answer_case', { ...review, values: { text: ' ' } })).toMatchObject({ refusal: { code: 'no_words' } });
    expect(await office.press('lin', 'answer_case', { ...review, values: { text: 'By form.' } })).toEqual({ ok: true });
    expect((await office.last('ann')).text).toBe('Lin 林 · Harbour Office: By form.');
    const number = /"(\d+)"/.exec(JSON.stringify((await card('Ann')).card?.blocks[1]))?.[1] ?? 'none';
    await office.say('bob', `/reply ${number} By command.`);
    expect((await office.last('ann')).text).toBe('Bob · Harbour Office: By command.');
    await office.say('bob', `/close ${number}`);
    expect((await office.last('ann')).text).toMatch(/^Bob has closed the conversation\./);
    await office.say('bob', `/close ${number}`);
    expect((await office.last('bob')).text).toMatch(/^It is closed already, by Bob,/);
    await office.say('bob', '/close 987654321');
    expect((await office.last('bob')).text).toMatch(/^Which one\? Write \/close and its number/);
  });

  it('closes and opens again from either side, and the other is told', async () => {
    await office.say('mei', '找人工');
    await office.press('lin', 'close_case', review);
    expect((await office.last('mei')).text).toBe('Lin 林 已结束本次会话。如果还有问题，可以继续咨询。');
    expect((await card('陈美')).text).toMatch(/Lin 林 已于 .* 结束/u);
    await office.say('mei', '两把人体工学椅，黑色');
    expect((await office.last('mei')).text).toMatch(/^您的订单，请核对/u);
    await office.press('mei', 'cancel');

    expect(await office.press('mei', 'reopen_case')).toEqual({ ok: true });
    expect((await office.last('mei')).text).toMatch(/^会话已重新打开/u);
    expect((await inReview()).text).toBe('陈美 Mei 重新打开了会话。');
    expect(await office.press('mei', 'reopen_case')).toMatchObject({ ok: false, refusal: { code: 'case_open' } });
    await office.press('mei', 'close_case');
    expect((await office.last('mei')).text).toBe('会话已结束，您随时可以继续咨询。');
    expect((await inReview()).text).toBe('陈美 Mei 已结束会话。');

    // a colleague who answers what was closed opens it
    await reply('lin', '还有一件事：发票已寄出。', await card('陈美'));
    expect((await office.last('mei')).text).toBe('Lin 林 · 海港办公：还有一件事：发票已寄出。');
    await office.say('mei', '收到了，但金额不对');
    expect((await inReview()).text).toBe('陈美 Mei：收到了，但金额不对');
  });

  it('leaves to the desk what is clearly for the desk, and STOP is honoured', async () => {
    await office.say('ann', 'talk to a person');
    const at = await card('Ann');
    await office.say('ann', 'where is my order?');
    expect((await office.last('ann')).text).toMatch(/^(?:Order HO-\d+ is|You have \d+ open orders)/);
    await office.say('ann', '12 desk lamps');
    expect(buttonsOf(await office.last('ann')).map(({ action }) => action)).toContain('confirm');
    await office.say('ann', 'ok');
    expect((await office.last('ann')).text).toMatch(/^Passed on to our colleagues\. Your draft still waits/);
    // what may be meant for the draft is not swallowed by the talk: twice in one breath, and said so twice
    for (const words of ['it is a gift for Tom', 'the ones with the nice shade']) {
      await office.say('ann', words);
      expect((await office.last('ann')).text).toMatch(/^Passed on to our colleagues\. It is no part of your draft/);
    }
    await office.say('ann', 'make it 14 lamps');
    expect((await office.last('ann')).text).toContain('14');
    await office.press('ann', 'cancel');
    await office.say('ann', 'the 2 desk lamps of last week are too dark');
    expect((await inReview()).text).toContain('too dark');

    await office.say('ann', 'STOP');
    const [done, stays] = (await office.sees('ann')).slice(-2);
    expect(done?.text).toMatch(/^Done: from now on/);
    expect(stays?.text).toMatch(/^Your conversation with a colleague stays open/);
    await reply('lin', 'Your lamps are exchanged.', at);
    expect((await office.last('ann')).text).toContain('Your lamps are exchanged.');
    expect(await office.press('ann', 'close_case')).toEqual({ ok: true });
    await office.say('ann', 'START');
  });

  it('is about an order where its button was pressed or its number was named', async () => {
    await office.say('raj', '/orders');
    await office.press('raj', 'status');
    const number = /HO-\d+/.exec((await office.last('raj')).text)?.[0] ?? 'none';
    expect(await office.press('raj', 'talk_to_person')).toEqual({ ok: true });
    const told = (await office.sees('raj')).findLast(({ text }) => text.includes('I have told a colleague'));
    expect(told?.text).toContain(`about order ${number}`);
    const standing = await card('Raj');
    expect(JSON.stringify(standing.card)).toContain(`"value":"${number}（`);
    const [row] = await office.database.sql<{ state: string; action: string }[]>`
      select o.state, t.action
      from orders o
      join transitions t on t.order_id = o.id and t.version = o.version
      where o.number = ${number}`;
    expect(row?.action).toBe('talk_to_person');
    await office.say('raj', 'can it come a day later');
    expect((await inReview()).replyTo).toBe(standing.id);
  });
});
