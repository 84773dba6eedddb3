import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { answerTo } from '#test/support/placed.ts';

describe.each(engines)('words over a draft that may mean several of its lines, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  afterEach(() => office.press('ann', 'cancel'));

  const draft = async () => {
    const rows = await office.database.sql<{ line: string; note: string }[]>`
      select l.quantity::int || ' ' || l.sku || coalesce(' ' || (l.options -> 0 ->> 'value'), '') as line, o.note
      from order_lines l join orders o on o.id = l.order_id
      where o.state = 'draft'
      order by l.position`;
    return { lines: rows.map(({ line }) => line), note: rows[0]?.note };
  };
  const labels = async (): Promise<string[]> => buttonsOf(await office.last('ann')).map(({ action, label }) => `${action} ${label}`);
  const goods = '2 desk lamps, 2 clip lamps, 1 bookshelf';

  it.each([
    ['make the lamp 3', 'Which line do you mean by “make the lamp 3”?', '1 · Desk lamp', '2 · Clip lamp'],
    ['灯改成3盏', '“灯改成3盏”指的是哪一项？', '1 · 台灯', '2 · 夹子灯'],
    ['燈改成3盞', '「燈改成3盞」指的是哪個品項？', '1 · 檯燈', '2 · 夾燈'],
  ])('are asked with a button each, and the press changes that line: “%s”', async (said, asked, desk, clip) => {
    await office.say('ann', goods);
    expect(await answerTo(office, 'ann', said)).toBe(asked);
    expect(await labels()).toEqual([`line_of_draft ${desk}`, `line_of_draft ${clip}`]);
    expect((await draft()).note).toBe(goods);
    expect(await office.press('ann', 'line_of_draft', { label: clip })).toEqual({ ok: true });
    expect(await draft()).toEqual({ lines: ['2 LT-DESK', '3 LT-CLIP', '1 CB-BOOK'], note: `${goods}\n${said}` });
    expect((await office.last('ann')).text).toMatch(/2 → 3/);
  });

  it('are done as far as they are clear, and asked for the rest', async () => {
    await office.say('ann', goods);
    expect(await answerTo(office, 'ann', 'gift wrap please, and make the lamp 3')).toContain(
      'Noted: “gift wrap please, and make the lamp 3”',
    );
    expect(await office.press('ann', 'line_of_draft', { label: 'Desk lamp' })).toEqual({ ok: true });
    expect((await draft()).lines).toEqual(['3 LT-DESK', '2 LT-CLIP', '1 CB-BOOK']);
  });

  it('are offered only the lines of which they can be true', async () => {
    await office.say('ann', goods);
    await office.say('ann', 'in black please');
    expect(await labels()).toEqual(['line_of_draft 1 · Desk lamp', 'line_of_draft 2 · Clip lamp']);
    await office.press('ann', 'line_of_draft', { label: 'Clip lamp' });
    expect((await draft()).lines).toEqual(['2 LT-DESK', '2 LT-CLIP black', '1 CB-BOOK']);
  });

  it('change nothing twice, and nothing that has changed since', async () => {
    await office.say('ann', goods);
    await office.say('ann', 'add one more of the lamp');
    await office.say('ann', 'make it 5');
    expect(await office.press('ann', 'line_of_draft', { label: 'Bookshelf' })).toEqual({ ok: true });
    const after = await draft();
    expect(await office.press('ann', 'line_of_draft', { label: 'Desk lamp' })).toMatchObject({
      ok: false,
      refusal: { code: expect.any(String) },
    });
    expect(await draft()).toEqual(after);
  });

  it('are asked in words where there are too many lines', async () => {
    await office.say('ann', `${goods}, 1 floor lamp, 1 headset`);
    await office.say('ann', 'make it 5');
    expect((await office.last('ann')).text).toContain('Please name it');
    expect(await labels()).toEqual([]);
  });
});

describe.each(engines)('goods to add while a draft waits in another conversation, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const slack = { platform: 'slack' as const };
  const drafts = async (): Promise<string[]> => {
    const rows = await office.database.sql<{ text: string }[]>`
      select o.platform || ' ' || string_agg(l.quantity::int || ' ' || l.sku, ', ' order by l.position) as text
      from orders o join order_lines l on l.order_id = o.id
      where o.state = 'draft'
      group by o.id
      order by o.id`;
    return rows.map(({ text }) => text);
  };

  it.each([
    ['add one office plant', 'You have a draft on Discord: 2 × Desk lamp.', 'Add it to that draft'],
    ['再加一盆办公绿植', '您在 Discord 还有一份草稿：2 × 台灯。', '加到那份草稿'],
    ['再加一盆辦公綠植', '您在 Discord 還有一份草稿：2 × 檯燈。', '加到那份草稿'],
  ])('asks whether they go with it, and opens no second one by itself: “%s”', async (said, asked, label) => {
    await office.say('ann', '2 desk lamps');
    await office.say('ann', said, slack);
    const { text } = await office.last('ann', slack);
    expect(text).toContain(asked);
    expect(await drafts()).toEqual(['discord 2 LT-DESK']);
    expect(await office.press('ann', 'line_of_draft', { ...slack, label })).toEqual({ ok: true });
    expect(await drafts()).toEqual(['discord 2 LT-DESK, 1 PL-POT']);
    expect(buttonsOf(await office.last('ann', slack)).map(({ action }) => action)).toContain('confirm');
    await office.press('ann', 'cancel');
  });

  it('makes them an order of their own with the other press, and where nothing is added', async () => {
    await office.say('ann', '2 desk lamps');
    await office.say('ann', 'add one office plant', slack);
    expect(await office.press('ann', 'new_order', slack)).toEqual({ ok: true });
    expect(await drafts()).toEqual(['discord 2 LT-DESK', 'slack 1 PL-POT']);
    await office.press('ann', 'cancel', slack);
    await office.say('ann', '3 bookshelves', slack);
    expect(await drafts()).toEqual(['discord 2 LT-DESK', 'slack 3 CB-BOOK']);
  });
});
