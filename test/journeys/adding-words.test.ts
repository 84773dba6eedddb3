import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { answerTo } from '#test/support/placed.ts';

describe.each(engines)('what is written after a draft on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  afterEach(async () => {
    const open = await office.database.sql`select 1 from orders where state = 'draft'`;
    if (open.length > 0) await office.press('ann', 'cancel');
  });

  const draft = async (): Promise<{ wanted: string | null; address: string | null; lines: string }> => {
    const [row] = await office.database.sql<{ wanted: string | null; address: string | null; lines: string }[]>`
      select o.requested_date::text as wanted, o.address,
        (select string_agg(l.quantity::int || ' ' || coalesce(l.sku, l.words), ', ' order by l.position) from order_lines l where l.order_id = o.id) as lines
      from orders o
      where o.state = 'draft'`;
    if (!row) throw new Error('there is no draft');
    return row;
  };

  it('reads a quantity, a day and added goods in one sentence', async () => {
    await office.say('ann', '2 desk lamps');
    expect(await answerTo(office, 'ann', 'make it 5 by tomorrow')).toContain('Desk lamp: 2 → 5\nWanted on: not set → Thu, Nov 26');
    expect(await draft()).toMatchObject({ lines: '5 LT-DESK', wanted: '2026-11-26' });
    expect(await answerTo(office, 'ann', 'make it 3 black lamps by Dec 24')).toContain('Wanted on: Thu, Nov 26 → Thu, Dec 24');
    expect(await answerTo(office, 'ann', 'and a bookshelf by Friday')).toContain(
      'Bookshelf × 1: added\nWanted on: Thu, Dec 24 → Fri, Nov 27',
    );
    expect(await answerTo(office, 'ann', 'and a bookshelf')).toContain('Bookshelf: 1 → 2');
    const last = await answerTo(office, 'ann', 'make it 4 lamps, deliver to 88 Century Avenue, Shanghai');
    expect(last).not.toContain('Not understood');
    expect(await draft()).toEqual({ lines: '4 LT-DESK, 2 CB-BOOK', wanted: '2026-11-27', address: '88 Century Avenue, Shanghai' });
  });

  it('reads where goods go that are added, as of a first message', async () => {
    await office.say('ann', '2 desk lamps');
    const answer = await answerTo(office, 'ann', 'and 3 bookshelves to 12 Dock Road, Shanghai');
    expect(answer).toContain('Bookshelf × 3: added');
    expect(answer).not.toContain('Not understood');
    expect((await draft()).address).toBe('12 Dock Road, Shanghai');
  });

  it('shows the choices of a thing it is not sure of right in the answer', async () => {
    await office.say('ann', '2 desk lamps');
    expect(await answerTo(office, 'ann', 'and 3 chairs')).toContain('“chairs”: which one do you mean?');
    const answer = await office.last('ann');
    expect(buttonsOf(answer).map(({ action }) => action)).toContain('pick_product');
    expect(buttonsOf(answer).at(-1)?.label).toBe('Remove “chairs”');
    // of two such things one can be chosen after the other
    await office.say('ann', 'and 4 elephants');
    const token = buttonsOf(answer)[0]?.token ?? 'none';
    expect(await office.press('ann', 'pick_product', { token })).toEqual({ ok: true });
    expect((await draft()).lines).toMatch(/^2 LT-DESK, 3 CH-\w+, 4 elephants$/);
    expect(await office.press('ann', 'pick_product', { label: 'Remove “elephants”' })).toEqual({ ok: true });
    expect((await draft()).lines).toMatch(/^2 LT-DESK, 3 CH-\w+$/);
  });

  it('names no total while nothing is priced, and does not ask for a quantity of what nobody knows', async () => {
    expect(await answerTo(office, 'ann', '3 lamps')).toMatch(
      /^Your order, please check\n3 × lamps\. Total open until it is clear what you would like\./,
    );
    await office.press('ann', 'pick_product', { label: 'Desk lamp' });
    expect((await office.sees('ann')).findLast(({ text }) => text.startsWith('Your order'))?.text).toContain('Total CN¥657.00');
  });

  it('moves the day of a draft in words of a change, and says from which to which', async () => {
    await office.say('ann', '2 desk lamps by Dec 2');
    expect(await answerTo(office, 'ann', '改成下周一送')).toBe('Wanted on: Wed, Dec 2 → Mon, Nov 30');
    expect(await answerTo(office, 'ann', 'move it to next Wednesday')).toBe('Wanted on: Mon, Nov 30 → Wed, Dec 2');
    // the same day again changes nothing, and a day that is over is none
    expect(await answerTo(office, 'ann', 'by Dec 2')).toBe('Noted: “by Dec 2”');
    await office.say('ann', 'move it to 2026-11-03');
    expect((await draft()).wanted).toBe('2026-12-02');
  });

  it('says again the whole of a wish, and of every one', async () => {
    await office.say('ann', '2 desk lamps');
    expect(await answerTo(office, 'ann', 'invoice to Fischer GmbH')).toBe('Noted: “invoice to Fischer GmbH”');
    expect(await answerTo(office, 'ann', 'use the side door, leave it at the reception')).toMatch(
      /^Noted: “use the side door.*reception”$/,
    );
    expect(await answerTo(office, 'mei', '两盏台灯')).toContain('台灯');
    expect(await answerTo(office, 'mei', '送到浦东新区世纪大道100号，联系人王芳 13800138000')).toContain('联系人王芳 13800138000');
    await office.press('mei', 'cancel');
  });
});
