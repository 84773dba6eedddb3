import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { goodsOf } from '#test/support/warehouse.ts';

describe.each(engines)('what a note wishes reaches whoever has to do it, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterEach(() => booksAgree());
  afterAll(() => office.close());
  const { order, stateOf, told, pickList, labelsOf, stock, booksAgree } = goodsOf(() => office);
  const answer = async (person: string, words: string): Promise<string> => {
    await office.say(person, words);
    return (await office.last(person)).text;
  };
  /** What sales read of an order last. */
  const sales = async (number: string): Promise<string> =>
    (await office.sees('bob', { platform: 'slack', conversation: 'sales' })).findLast(({ text }) => text.startsWith(number))?.text ?? '';
  /** Confirmed, be it by a colleague. */
  const confirmed = async (person: string, words: string): Promise<string> => {
    const number = await order(person, words);
    if ((await stateOf(number)) === 'in_review') await office.say('lin', `/approve ${number}`);
    return number;
  };
  const short = async (person: string, words: string, missing: string) => {
    const number = await confirmed(person, words);
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/shortage ${number} ${missing}`);
    return { number, question: await told(person, number, person === 'mei' ? '很抱歉' : 'We are sorry') };
  };

  it('tells the warehouse what the customer answered a colleague, and keeps it on the card of the desk', async () => {
    const number = await order('ann', '2 desk lamps, the lazy flamingo please');
    const review = { platform: 'slack' as const, conversation: 'review' };
    await office.press('lin', 'ask', { ...review, values: { question: 'Which flamingo?' } });
    await office.say('ann', 'the pink one on the shade');
    await office.say('lin', `/approve ${number}`);
    expect((await pickList(number)).text).toContain('“Which flamingo?” – Ann Fischer：“the pink one on the shade”');
    const card = (await office.sees('lin', review)).findLast(({ text }) => text.includes(number) && text.includes('lazy flamingo'));
    expect(card?.text).toContain('the pink one on the shade');
    await office.say('ann', `/cancel ${number}`);
  });

  it('offers nothing else where nothing else is wanted, and says so to the desk in the words of the customer', async () => {
    await stock('CH-ERGO', { PUDONG: 40, SUZHOU: 12 });
    await stock('CH-TASK', { PUDONG: 40 });
    const { number, question } = await short('ann', '3 ergonomic chairs, black. Please do not substitute anything.', '2 CH-ERGO');
    expect(labelsOf(question)).toEqual([
      expect.stringContaining('Wait until'),
      expect.stringContaining('Send what is here'),
      expect.stringContaining('Cancel the 2 missing'),
    ]);
    expect(question.text).not.toContain('nstead');
    expect(await sales(number)).toContain('没有提供替代品：“Please do not substitute anything”');
    await office.say('ann', `/wait ${number}`);
  });

  it('offers first what the note calls welcome: something else, or what is here now', async () => {
    const other = await short('mei', '3把人体工学椅，黑色，缺货可以换别的', '1 CH-ERGO');
    expect(labelsOf(other.question)[0]).toContain('换成');
    const parts = await short('ann', '3 ergonomic chairs, black, partial delivery is fine', '1 CH-ERGO');
    expect(labelsOf(parts.question)[0]).toContain('Send what is here');
    const whole = await short('ann', '3 ergonomic chairs, black, everything in one delivery please', '1 CH-ERGO');
    expect(labelsOf(whole.question).some((label) => label.includes('Send what is here'))).toBe(false);
  });

  it('sends no part of an order that is to come at once, until the customer chooses so', async () => {
    const number = await confirmed('ann', '3 ergonomic chairs, black, everything in one delivery please');
    await office.say('omar', `/prepare ${number}`);
    expect(await answer('omar', `/ship ${number} SF SF7 CH-ERGO=1`)).toContain('“everything in one delivery please”');
    expect(await stateOf(number)).toBe('preparing');
    await office.say('omar', `/ship ${number} SF SF7`);
    expect(await stateOf(number)).toBe('in_transit');
  });

  it('begins nothing that is to wait for the word of the customer, and says whose word it is', async () => {
    const number = await order('ann', '2 ergonomic chairs, black, please hold it until I say so');
    expect(await stateOf(number)).toBe('in_review');
    await office.say('lin', `/approve ${number}`);
    expect(await answer('omar', `/prepare ${number}`)).toContain('“please hold it until I say so”');
    expect(await stateOf(number)).toBe('confirmed');
    expect(await answer('ann', `/order ${number}`)).toContain('As you asked, nothing is made or sent before you tell us.');
    await office.say('lin', `/release_hold ${number} Ann called: go on`);
    await office.say('omar', `/prepare ${number}`);
    expect(await stateOf(number)).toBe('preparing');
  });

  it('brings before the warehouse each wish in its language beside the words for it, whole, and the number to ring there', async () => {
    const number = await confirmed(
      'ann',
      '2 ergonomic chairs, black. Ring Tom on +44 7700 900123 when the driver arrives, leave it at the loading dock, and our own people unpack. ' +
        'Put in a card saying Happy Birthday Mum, love Tom, and invoice to ACME Ltd, tax id GB123456789.',
    );
    const { text } = await pickList(number);
    expect(text).toContain('Ring Tom on +44 7700 900123 when the driver arrives, leave it at the loading dock');
    expect(text).toContain('电话 +447700900123');
    expect(text).toContain('贺卡留言：“Happy Birthday Mum, love Tom”');
    expect(text).toContain('发票 ← “invoice to ACME Ltd, tax id GB123456789”');
    expect(text).not.toContain('没看懂');
  });

  it('keeps a tax id whole, tells sales that an invoice is asked for, and shows legal no number', async () => {
    const number = await confirmed(
      'mei',
      '一把人体工学椅，黑色，送货前打13800138000联系王师傅，附张卡片写生日快乐，开发票抬头ABC公司税号91310000MA1FL0000X，放门卫室',
    );
    const { text } = await pickList(number);
    expect(text).toContain('送货前打13800138000联系王师傅');
    expect(text).toContain('放门卫室');
    expect(text).toContain('开发票抬头ABC公司税号91310000MA1FL0000X');
    expect(text).toContain('“生日快乐”');
    expect(await sales(number)).toContain('客户要求开票：“开发票抬头ABC公司税号91310000MA1FL0000X”');
    const legal = await answer('sofia', `/order ${number}`);
    expect(legal).not.toContain('13800138000');
  });
});
