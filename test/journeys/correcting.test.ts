import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import { openTerminal } from '#test/cli/office.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { goodsOf } from '#test/support/warehouse.ts';

const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('what the rules read wrong or not at all is put right by colleagues, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const { order, stateOf, pickList } = goodsOf(() => office);
  const cardOf = async (number: string): Promise<StoredMessage> => {
    const card = (await office.sees('lin', review)).findLast(({ card, text }) => card && text.startsWith('订单') && text.includes(number));
    if (!card) throw new Error(`no card of ${number}`);
    return card;
  };
  const token = async (number: string, label: string): Promise<string> => {
    const card = await cardOf(number);
    const found = buttonsOf(card).find((button) => button.label.includes(label));
    if (!found)
      throw new Error(
        `there is no button ${label} among ${buttonsOf(card)
          .map((one) => one.label)
          .join(' | ')}`,
      );
    return found.token;
  };
  const correct = async (number: string, label: string, values?: Record<string, string>) =>
    office.press('lin', 'correct', { ...review, token: await token(number, label), ...(values ? { values } : {}) });
  const formOf = async (number: string, pressed: string, time = 'first') => {
    const answer = await office.desk.quick({
      kind: 'press',
      token: pressed,
      dedupeKey: `form:${number}:${time}`,
      at: office.now.toString(),
      from: { platform: 'slack', account: 'playground', key: 'lin' },
      address: { platform: 'slack', account: 'playground', key: 'review', kind: 'group' },
    });
    return answer && 'form' in answer ? answer.form : null;
  };
  const orderRow = async (number: string) => {
    const [row] = await office.database.sql<{ urgent: boolean; note: string }[]>`select urgent, note from orders where number = ${number}`;
    return row;
  };
  const timeline = async (number: string): Promise<string> => {
    await office.say('lin', `/order ${number}`);
    return (await office.last('lin')).text;
  };

  it('says with one tap that something was not meant, and the order goes by it', async () => {
    const number = await order('ann', '2 ergonomic chairs, black, urgent, and whatever the moon says over it');
    expect(await stateOf(number)).toBe('in_review');
    expect(await orderRow(number)).toMatchObject({ urgent: true });
    expect(await correct(number, '不是这个意思：加急')).toEqual({ ok: true });
    expect(await orderRow(number)).toMatchObject({ urgent: false });
    expect((await cardOf(number)).text).not.toContain('加急 ←');
    expect(await timeline(number)).toContain('不是这个意思：加急 ← “urgent”');
  });

  it('says what words mean that nobody understood, or that they ask for nothing', async () => {
    const number = await order('ann', '2 ergonomic chairs, black, whatever the moon says over it; the marsh hums below the pier');
    const before = (await cardOf(number)).text;
    expect(before).toContain('whatever the moon says');
    const asked = await formOf(number, await token(number, '这是什么意思：“whatever the moon'));
    expect(asked?.fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['as', 'select'],
      ['message', 'long_text'],
    ]);
    // a press that could not open its form decides nothing
    expect(await correct(number, '这是什么意思：“whatever the moon')).toMatchObject({ refusal: { code: 'value_missing' } });
    expect(await correct(number, '这是什么意思：“whatever the moon', { as: 'gift_message', message: 'To the moon and back' })).toEqual({
      ok: true,
    });
    expect(await correct(number, '这是什么意思：“the marsh hums', { as: 'nothing', message: '' })).toEqual({ ok: true });
    const { text } = await cardOf(number);
    expect(text).toContain('贺卡留言：“To the moon and back”');
    expect(text).not.toContain('没看懂');
    await office.say('lin', `/approve ${number}`);
    expect((await pickList(number)).text).toContain('贺卡留言：“To the moon and back” ← “whatever the moon says over it”');
  });

  it('puts right the text of the card where it is printed', async () => {
    const number = await order('ann', '2 ergonomic chairs, black, put in a card saying Hapy Birthday; the marsh hums below the pier');
    expect((await formOf(number, await token(number, '贺卡文字')))?.fields).toMatchObject([{ name: 'message', value: 'Hapy Birthday' }]);
    // the order goes on meanwhile, and the words stay the same: a card that is older opens its form and takes the answer
    const older = await token(number, '贺卡文字');
    expect(await office.press('lin', 'correct', { ...review, token: older, values: { message: 'Hoppy Birthday' } })).toEqual({ ok: true });
    expect((await formOf(number, older, 'again'))?.fields).toMatchObject([{ value: 'Hoppy Birthday' }]);
    expect(await correct(number, '贺卡文字', { message: 'Happy Birthday' })).toEqual({ ok: true });
    await office.say('lin', `/approve ${number}`);
    expect((await pickList(number)).text).toContain('贺卡留言：“Happy Birthday”');
    expect(await timeline(number)).toContain('贺卡文字：“Happy Birthday”');
  });

  it('waits for the word of the customer from the moment somebody reads so in the note, and no longer than it stands', async () => {
    const number = await order('ann', '2 ergonomic chairs, black, hold it until I say so');
    await office.say('lin', `/approve ${number}`);
    await office.say('omar', `/prepare ${number}`);
    expect(await stateOf(number)).toBe('confirmed');
    // whose word it is not to lift the hold, does not lift it by what they say of the note
    await office.say('bob', `/correct ${number} hold nothing`);
    await office.say('omar', `/prepare ${number}`);
    expect(await stateOf(number)).toBe('confirmed');
    await office.say('lin', `/correct ${number} hold nothing`);
    await office.say('omar', `/prepare ${number}`);
    expect(await stateOf(number)).toBe('preparing');
  });

  it('holds no order anew for words after which somebody has heard from the customer', async () => {
    const number = await order('ann', '2 ergonomic chairs, black, whatever the moon says over it');
    await office.say('ann', `${number} hold it until I say so`);
    await office.say('lin', `/release_hold ${number} customer she said go`);
    await office.say('lin', `/approve ${number}`);
    await office.say('omar', `/prepare ${number}`);
    expect(await stateOf(number)).toBe('preparing');
  });

  it('puts the word that an order waits for before those who lift the hold, and lifts nothing by it', async () => {
    const number = await order('mei', '2 desk lamps, hold it until I say so');
    await office.say('lin', `/approve ${number}`);
    expect(await stateOf(number)).toBe('confirmed');
    await office.say('mei', 'you can go ahead now');
    const said = (await office.sees('lin', review)).filter(({ text }) => text.includes('you can go ahead now'));
    expect(said).not.toEqual([]);
    const about = await office.database.sql`select o.number from cases c join orders o on o.id = c.order_id where c.state <> 'closed'`;
    expect(about).toEqual([{ number }]);
    await office.say('omar', `/prepare ${number}`);
    expect(await stateOf(number)).toBe('confirmed');
  });

  it('keeps each as an example of the rules, exports it, and counts it apart from what a model suggested', async () => {
    const labels = await office.database.sql<{ reader: string; field: string; right: boolean }[]>`
      select reader, field, is_right as right from note_labels order by at, id`;
    expect(labels.map(({ reader, field }) => `${reader} ${field}`)).toEqual([
      'rules urgent',
      'rules flag',
      'rules unread',
      'rules flag',
      'rules flag',
    ]);
    expect(labels.every(({ right }) => !right)).toBe(true);
    const terminal = await openTerminal(office.now, office.database);
    const { out } = await terminal.type('notes', 'export');
    const lines = out
      .trim()
      .split('\n')
      .map((line): object => JSON.parse(line));
    expect(lines[0]).toMatchObject({
      reader: 'rules',
      field: 'urgent',
      right: false,
      suggested: { quote: 'urgent', meant: { field: 'nothing' } },
    });
    expect(lines[1]).toMatchObject({
      suggested: { field: 'unread', meant: { field: 'flag', flag: 'gift_message' }, message: 'To the moon and back' },
    });
    const [counted] = await office.database.sql<{ n: number }[]>`select count(*)::int as n from note_tallies`;
    expect(counted?.n).toBe(0);
    // of how many notes, in how many, and what
    const [day] = await office.database.sql<{ notes: number; corrected: number }[]>`
      select count(*)::int as notes, (select count(distinct order_id)::int from note_labels) as corrected
      from orders
      where submitted_at is not null
        and note <> ''`;
    const digest = await terminal.type('digest', '--date', 'today', '--locale', 'en');
    expect(digest.out).toContain(`put right by colleagues in ${day?.corrected} of the ${day?.notes} notes of the day (`);
    expect(digest.out).toContain('other wishes: 3');
    await terminal.close();
  });
});
