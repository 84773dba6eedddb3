import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { answerTo } from '#test/support/placed.ts';

describe.each(engines)('words over a draft that nobody understands, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  afterEach(async () => {
    const open = await office.database.sql`select 1 from orders where state = 'draft'`;
    if (open.length > 0) await office.press('ann', 'cancel');
  });

  const actions = async (): Promise<string[]> => buttonsOf(await office.last('ann')).map(({ action }) => action);
  const draft = async () => {
    const [row] = await office.database.sql<{ note: string; unread: string[]; reasons: string[] }[]>`
      select o.note, r.reading -> 'humanReasons' as reasons,
        (select coalesce(jsonb_agg(u ->> 'text'), '[]') from jsonb_array_elements(r.reading -> 'unread') u) as unread
      from orders o join readings r on r.order_id = o.id
      where o.state = 'draft'
      order by r.version desc
      limit 1`;
    return row;
  };
  const words = 'mind the zebra protocol';

  it('are said back with what they may be, and stay with the order', async () => {
    await office.say('ann', '2 desk lamps');
    await office.say('ann', words);
    expect((await office.last('ann')).text).toContain(`I do not understand these words: “${words}”. They stay with your order as a note`);
    expect(await actions()).toEqual(['note_of_order', 'other_matter', 'talk_to_person']);
    expect(await draft()).toEqual({ note: `2 desk lamps\n${words}`, unread: [words], reasons: ['unread_text'] });
    expect(await office.press('ann', 'note_of_order')).toEqual({ ok: true });
    expect(await draft()).toMatchObject({ unread: [words] });
    expect((await office.sees('ann')).some(({ text }) => text.includes(`“${words}” → A note for the order`))).toBe(true);
  });

  it('hold the order up no more where they are about something else, which is asked about', async () => {
    await office.say('ann', '2 desk lamps');
    await office.say('ann', words);
    expect(await office.press('ann', 'other_matter')).toEqual({ ok: true });
    expect(await draft()).toEqual({ note: `2 desk lamps\n${words}`, unread: [], reasons: [] });
    expect((await office.last('ann')).text).toContain(`I am not sure what you would like: “${words}”.`);
    expect(await actions()).toEqual(['new_order', 'status', 'talk_to_person']);
  });

  it('reach a colleague with one press', async () => {
    await office.say('ann', '2 desk lamps');
    await office.say('ann', words);
    expect(await office.press('ann', 'talk_to_person')).toEqual({ ok: true });
    const [said] = await office.database.sql<{ text: string }[]>`select text from case_messages order by id desc limit 1`;
    expect(said?.text).toBe(words);
    expect(await draft()).toMatchObject({ unread: [words] });
    await office.press('ann', 'close_case');
  });

  it('are asked about beside what was understood, and only they are left out', async () => {
    await office.say('ann', '2 desk lamps');
    await office.say('ann', `make it 5 and gift wrap please. ${words}`);
    const seen = await office.sees('ann');
    expect(
      seen.some(({ text }) => text.includes('Desk lamp: 2 → 5\nNoted: “make it 5 and gift wrap please”\n') && !text.includes(words)),
    ).toBe(true);
    expect((await office.last('ann')).text).toContain(`these words: “${words}”`);
    await office.press('ann', 'other_matter');
    expect(await draft()).toMatchObject({ unread: [], reasons: [] });
    const [row] = await office.database.sql<{ flags: string[] }[]>`
      select (select jsonb_agg(f ->> 'flag') from jsonb_array_elements(r.reading -> 'flags') f) as flags
      from readings r join orders o on o.id = r.order_id
      where o.state = 'draft'
      order by r.version desc
      limit 1`;
    expect(row?.flags).toEqual(['packaging']);
  });

  it('stay with an order that was sent in before the press', async () => {
    await office.say('ann', '2 desk lamps');
    await office.say('ann', words);
    await office.press('ann', 'confirm');
    expect(await office.press('ann', 'other_matter')).toEqual({ ok: true });
    const [row] = await office.database.sql<{ unread: number }[]>`
      select jsonb_array_length(r.reading -> 'unread') as unread
      from readings r join orders o on o.id = r.order_id
      where o.state = 'in_review'
      order by r.version desc
      limit 1`;
    expect(row?.unread).toBe(1);
  });

  it.each([
    ['ann', '2 desk lamps', 'it is a gift for Tom', 'Kept with your order: “it is a gift for Tom”'],
    ['mei', '两盏台灯', '这是送给我妈的', '已随订单留言：“这是送给我妈的”'],
    ['mei', '兩盞檯燈', '這是送給我媽的', '已隨訂單留言：「這是送給我媽的」'],
  ])('that only tell something stay with it for whoever prepares it: %s writes “%s”, then “%s”', async (person, goods, told, said) => {
    await office.say(person, goods);
    await office.say(person, told);
    expect((await office.last(person)).text).toContain(said);
    expect(await draft()).toEqual({ note: `${goods}\n${told}`, unread: [], reasons: [] });
    await office.press(person, 'cancel');
  });

  it('that only ask for time, or say nothing, are no note', async () => {
    await office.say('ann', '2 desk lamps');
    await office.say('ann', 'let me think about it');
    expect((await office.last('ann')).text).toContain('Take your time: your draft waits here as it is.');
    await office.say('ann', 'ok so');
    expect((await office.last('ann')).text).toContain('I did not find anything to change in that.');
    expect(await draft()).toMatchObject({ note: '2 desk lamps' });
  });

  it.each(['our order number 88172', '我们的订单号 88172', '我們的訂單號 88172'])(
    'that tell a number of the customer’s own belong to it, and to the order it becomes: “%s”',
    async (told) => {
      expect(await answerTo(office, 'raj', told)).toContain('88172');
      expect(buttonsOf(await office.last('raj'))).toEqual([]);
      await office.say('raj', '2 desk lamps');
      await office.say('raj', told);
      expect(await draft()).toEqual({ note: `2 desk lamps\n${told}`, unread: [], reasons: [] });
      await office.press('raj', 'confirm');
      const later = told.replace('88172', '88173');
      await office.say('raj', later);
      const [row] = await office.database.sql<{ note: string }[]>`select note from orders order by id desc limit 1`;
      expect(row?.note).toBe(`2 desk lamps\n${told}\n${later}`);
      await office.press('raj', 'cancel');
    },
  );

  it.each(['黑色的能放户外吗', '黑色的能放戶外嗎', 'can the black ones go outside?'])(
    'that ask what the goods can are no change of it, nor of an order that was sent in: “%s”',
    async (asked) => {
      for (const action of [null, 'confirm']) {
        await office.say('raj', '2 desk lamps');
        if (action) await office.press('raj', action);
        await office.say('raj', asked);
        const [said] = await office.database.sql<{ text: string }[]>`select text from case_messages order by id desc limit 1`;
        expect(said?.text).toBe(asked);
        const [line] = await office.database.sql<{ options: unknown[] }[]>`
          select l.options from order_lines l join orders o on o.id = l.order_id order by o.id desc limit 1`;
        expect(line?.options).toEqual([]);
        expect([...(await office.database.sql`select 1 from change_requests`)]).toEqual([]);
        await office.press('raj', 'close_case');
        await office.press('raj', 'cancel');
      }
    },
  );

  it.each(['可以换成黑色吗', '可以換成黑色嗎', 'can you make them black?'])(
    'that ask for a change politely are the change: “%s”',
    async (asked) => {
      await office.say('raj', '2 desk lamps');
      expect(await answerTo(office, 'raj', asked)).toMatch(/Black|黑色/);
      expect(await draft()).toMatchObject({ unread: [], reasons: [] });
      await office.press('raj', 'cancel');
    },
  );

  it.each([
    ['the lamps without the shade', 'Noted: “the lamps without the shade”'],
    ['台灯不要灯罩', '已记下：“台灯不要灯罩”'],
    ['檯燈不要燈罩', '已記下：「檯燈不要燈罩」'],
  ])('that refuse a part of the goods are a wish for them, and take nothing off: “%s”', async (said, noted) => {
    await office.say('raj', '2 desk lamps');
    expect(await answerTo(office, 'raj', said)).toBe(noted);
    expect(await draft()).toMatchObject({ unread: [], reasons: ['other'] });
    expect([
      ...(await office.database.sql`
      select l.quantity::int from order_lines l join orders o on o.id = l.order_id where o.state = 'draft'`),
    ]).toEqual([{ quantity: 2 }]);
    await office.press('raj', 'cancel');
  });
});
