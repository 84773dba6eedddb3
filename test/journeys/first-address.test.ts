import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOrder } from '#core/orders/order.store.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { answerTo, place, placed } from '#test/support/placed.ts';

describe.each(engines)('where an order goes to on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const draftOf = async (person: string) => {
    const [row] = await office.database.sql<{ id: string }[]>`
      select id from orders where conversation = ${`dm:${person}`} order by created_at desc, id desc limit 1`;
    const order = await findOrder(office.database.sql, row?.id ?? '');
    return { address: order?.address, reasons: order?.reading?.humanReasons };
  };

  it('is no change, where the customer had no address before: the order needs nobody', async () => {
    const draft = await answerTo(office, 'nora', '2 desk lamps to 88 Century Avenue, Shanghai');
    expect(draft).toContain('Deliver to 88 Century Avenue, Shanghai');
    expect(draft).not.toContain('Another address');
    await office.press('nora', 'confirm');
    expect((await office.last('nora')).text).toContain('confirmed');
  });

  it('is no change either where it is the same again, however it is typed; another one is for a person', async () => {
    expect(await answerTo(office, 'nora', '1 desk lamp to 88 century avenue Shanghai')).not.toContain('Another address');
    await office.press('nora', 'cancel');
    expect(await answerTo(office, 'nora', '1 desk lamp to 5 King Street, Shanghai')).toContain('Another address');
    await office.press('nora', 'confirm');
    expect((await draftOf('nora')).reasons).toContain('address_change');
    await office.say('nora', 'cancel my order');
  });

  it('is asked for in messages where there are no forms, and what came of it is said below them', async () => {
    const at = { platform: 'telegram' as const };
    await office.say('tess', '2 desk lamps', at);
    const filled = { address: '88 Century Avenue, Shanghai' };
    expect(await office.press('tess', 'confirm', { ...at, values: filled, inMessages: true })).toEqual({ ok: true });
    const said = await office.last('tess', at);
    expect(said.edited).toBe(false);
    expect(said.text).toMatch(/^Order HO-\d+ is confirmed[\s\S]*(?:Thu|Fri), Nov 2\d/);
    // a form beside its card says nothing twice, and one about a draft brings its card down, with the next step
    await office.say('tess', '3 desk lamps', at);
    expect(await office.press('tess', 'edit', { ...at, values: { quantity_1: '4' }, inMessages: true })).toEqual({ ok: true });
    expect((await office.last('tess', at)).text).toContain('4 × Desk lamp');
    const before = (await office.sees('tess', at)).length;
    expect(await office.press('tess', 'confirm', { ...at, values: {} })).toEqual({ ok: true });
    expect(await office.sees('tess', at)).toHaveLength(before);
  });

  it.each([
    ['to 12 Harbour Street, Shanghai', '12 Harbour Street, Shanghai'],
    ['To: 12 Harbour Street, thanks!', '12 Harbour Street'],
    ['to 12 Harbour Street, Bristol BS1 5TY', '12 Harbour Street, Bristol BS1 5TY'],
    ['it should go to 12 Harbour Street please', '12 Harbour Street'],
    ['to my office at 12 Harbour Street', '12 Harbour Street'],
    ['my address is 12 Harbour Street', '12 Harbour Street'],
    ['送到深圳市南山区科技园路5号3楼', '深圳市南山区科技园路5号3楼'],
    ['到上海市静安区南京西路1266号', '上海市静安区南京西路1266号'],
    ['送去深水埗荔枝角道100號', '深水埗荔枝角道100號'],
    ['寄到建国路88号，谢谢', '建国路88号'],
  ])('is understood of a draft that has none: %s', async (words, address) => {
    const who = `with ${address} ${words.length}`;
    await office.say(who, /[a-z]/.test(words) ? '2 desk lamps' : '两盏台灯');
    await office.say(who, words);
    expect(await draftOf(who)).toEqual({ address, reasons: [] });
  });

  it.each([
    ['omid', 'to 12 Harbour Street, Shanghai', '12 Harbour Street, Shanghai'],
    ['lei', '送到上海市静安区南京西路1266号', '上海市静安区南京西路1266号'],
  ])('fills the gap of an order that was sent in without one, at once: %s', async (who, words, address) => {
    const number = await place(office, who, '2 desk lamps to 5 Dock Road, Shanghai');
    await office.database.sql`update orders set address = null where number = ${number}`;
    await office.say(who, words);
    expect(await placed(office, number)).toMatchObject({ state: 'confirmed', address });
    // another one of another area is a question, as ever
    await office.say(who, 'to 5 King Street, Leeds');
    expect(await placed(office, number)).toMatchObject({ address });
    expect((await office.last(who)).text).toContain('5 King Street, Leeds');
    const [waiting] = await office.database.sql<{ kind: string }[]>`
      select c.kind from change_requests c join orders o on o.id = c.order_id where o.number = ${number} and c.state = 'pending'`;
    expect(waiting).toEqual({ kind: 'address' });
  });

  it('is asked for which order, where several have none', async () => {
    const numbers = [await place(office, 'tao', '1 desk lamp to 5 Dock Road, Shanghai'), await place(office, 'tao', '3 bookshelves')];
    await office.database.sql`update orders set address = null where number = any(${numbers})`;
    await office.say('tao', 'to 12 Harbour Street, Shanghai');
    await office.press('tao', 'change_address', { label: numbers[1] ?? '' });
    expect([await placed(office, numbers[0] ?? ''), await placed(office, numbers[1] ?? '')]).toMatchObject([
      { address: null },
      { address: '12 Harbour Street, Shanghai' },
    ]);
  });

  const cardsOf = async (who: string, number: string): Promise<string> =>
    (await office.sees(who)).find(({ person, text }) => person === null && text.startsWith(`Order ${number} ·`))?.id ?? expect.fail();
  const requested = async (number: string): Promise<string | null> => (await placed(office, number)).wanted;

  it('alone is of the order whose card it answers, and not of the newest or of the one without', async () => {
    const [older, newer] = [
      await place(office, 'uma', '1 desk lamp to 5 Dock Road, Shanghai'),
      await place(office, 'uma', '3 bookshelves'),
    ];
    await office.database.sql`update orders set address = null where number = ${newer}`;
    await office.say('uma', '7 Dock Road, Shanghai', { replyTo: await cardsOf('uma', older) });
    expect([await placed(office, older), await placed(office, newer)]).toMatchObject([
      { address: '7 Dock Road, Shanghai' },
      { address: null },
    ]);
    // and by its number
    await office.say('uma', `${older}: 9 Dock Road, Shanghai`);
    expect([await placed(office, older), await placed(office, newer)]).toMatchObject([
      { address: '9 Dock Road, Shanghai' },
      { address: null },
    ]);
  });

  it('in answer to the card of an order that is over is refused with the reason, and orders nothing', async () => {
    const [over, open] = [await place(office, 'vic', '1 desk lamp to 5 Dock Road, Shanghai'), await place(office, 'vic', '3 bookshelves')];
    await office.say('vic', `/cancel ${over}`);
    await office.say('vic', '7 Dock Road, Shanghai', { replyTo: await cardsOf('vic', over) });
    expect((await office.last('vic')).text).toBe('That is not possible now: the order is cancelled.');
    expect(await placed(office, open)).toMatchObject({ address: '5 Dock Road, Shanghai' });
  });

  it('in answer to a sentence about one of several orders is of that one', async () => {
    const [older, newer] = [
      await place(office, 'wim', '1 desk lamp to 5 Dock Road, Shanghai'),
      await place(office, 'wim', '3 bookshelves'),
    ];
    await office.say('wim', `/status ${older}`);
    const { id } = await office.last('wim');
    await office.say('wim', '7 Dock Road, Shanghai', { replyTo: id });
    expect([await placed(office, older), await placed(office, newer)]).toMatchObject([
      { address: '7 Dock Road, Shanghai' },
      { address: '5 Dock Road, Shanghai' },
    ]);
  });

  it.each([
    ['xia', 'Floor 7, 1266 Nanjing West Road, Shanghai by Friday', 'Floor 7, 1266 Nanjing West Road, Shanghai', '2026-11-27'],
    ['yan', '12 Harbour Street, Shanghai by Friday please', '12 Harbour Street, Shanghai', '2026-11-27'],
    ['zoe', '人民路三十号，下周五前', '人民路三十号', '2026-12-04'],
  ])('leaves the day behind it to be the day it is wanted, on a draft: %s', async (who, words, address, day) => {
    await office.say(who, /[a-z]/.test(words) ? '2 desk lamps' : '两盏台灯');
    await office.say(who, words);
    expect(await draftOf(who)).toMatchObject({ address });
    const { text } = await office.last(who);
    expect(text).toContain(address);
    const [row] = await office.database.sql<{ day: string }[]>`
      select requested_date::text as day from orders where conversation = ${`dm:${who}`}`;
    expect(row).toEqual({ day });
  });

  it('leaves it to be another day of an order that was sent in, too', async () => {
    const number = await place(office, 'abe', '1 desk lamp to 5 Dock Road, Shanghai');
    await office.say('abe', '7 Dock Road, Shanghai by next Friday');
    expect(await placed(office, number)).toMatchObject({ address: '7 Dock Road, Shanghai' });
    expect(await requested(number)).toBe('2026-12-04');
    // of several orders it is asked which, and nothing is lost by a press that carries only half of it
    const other = await place(office, 'abe', '3 bookshelves');
    await office.say('abe', '9 Dock Road, Shanghai by next Friday');
    expect((await office.last('abe')).text).toContain(other);
    expect(await placed(office, number)).toMatchObject({ address: '7 Dock Road, Shanghai' });
  });
});
