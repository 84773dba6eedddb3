import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';

describe.each(engines)('the language the desk answers in on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const answer = async (person: string, words: string): Promise<string> => {
    await office.say(person, words);
    return (await office.last(person)).text;
  };
  /** The first words of somebody the platform knows a language of. */
  const meet = async (person: string, locale: string, text: string): Promise<string> => {
    const from = { platform: 'telegram' as const, account: 'playground', key: person, locale };
    const address = { platform: 'telegram' as const, account: 'playground', key: `dm:${person}`, kind: 'dm' as const };
    await office.desk.receive({ kind: 'message', text, dedupeKey: randomUUID(), at: office.now.toString(), from, address });
    await office.desk.tick(office.now);
    return (await office.last(person, { platform: 'telegram' })).text;
  };

  it('stays that of a talk, whatever single word is obeyed in it', async () => {
    // what is given up is said in the word's own language, and the talk goes on in that of before
    expect(await answer('ann', '退订')).toMatch(/^好的，今后您只会收到与您订单有关的消息/u);
    expect(await answer('ann', '恢复订阅')).toMatch(/^欢迎回来/u);
    expect(await answer('ann', '谢谢')).toBe('You are welcome!');
    expect(await answer('ann', '/orders')).toMatch(/^(?:You have no|Your orders)/);
    expect(await answer('mei', 'STOP')).toMatch(/^好的，今后您只会收到与您订单有关的消息/);
    expect(await answer('mei', 'cancel my order')).toMatch(/^这里没有待确认的草稿/);
  });

  it('follows whoever begins to write whole sentences in another', async () => {
    expect(await answer('ann', '请问我的订单什么时候到')).toMatch(/[\u4e00-\u9fff]/);
    expect(await answer('ann', '/orders')).toMatch(/[\u4e00-\u9fff]/);
    expect(await answer('ann', 'where is my order please')).toMatch(/^You have no/);
  });

  it('is at first the one the platform tells, in its own codes', async () => {
    expect(await meet('hua', 'zh-hant', 'STOP')).toContain('訂單');
    expect(await meet('lei', 'zh-hans', 'hello')).toContain('您好');
    expect(await meet('joe', 'en-GB', '退订')).toMatch(/^好的，今后您只会收到/u);
  });

  it('is the one somebody asked for, whatever they write in afterwards', async () => {
    expect(await answer('ann', '/language')).toMatch(/^I write to you in English\. I speak English, 简体中文, 繁體中文/);
    expect(await answer('ann', '/language Klingon')).toMatch(/^I do not speak “Klingon”\. I speak/);
    expect(await answer('ann', '/language 繁體中文')).toBe('我用繁體中文寫訊息給您。');
    await office.say('ann', 'where is my order please');
    expect(await answer('ann', '/orders')).toMatch(/訂單/);
    expect(await answer('grace', '/lang chinese')).toBe('我用简体中文给您写消息。');
    expect(await answer('grace', '/language en')).toBe('I write to you in English.');
  });

  it('in the channels of the team is a manager’s to choose, and told to them alone', async () => {
    const room = { platform: 'slack', conversation: 'review' } as const;
    const locale = async () => (await office.database.sql<{ locale: string }[]>`select locale from business`)[0]?.locale;
    const before = await locale();
    await office.say('lin', '/language zh-TW', room);
    expect((await office.last('lin', room)).text).toMatch(/只有经理能更改团队频道的语言/);
    expect(await locale()).toBe(before);
    await office.say('grace', '/language zh-TW', room);
    expect(await office.last('grace', room)).toMatchObject({ text: '從現在起，我在團隊頻道裡用繁體中文。', onlyFor: 'grace' });
    expect(await locale()).toBe('zh-TW');
  });
});
