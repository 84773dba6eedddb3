import { afterEach, beforeEach, expect, it } from 'vitest';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { agree } from '#test/support/placed.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const order = async (text: string): Promise<string> => {
  await office.say('ann', text, { messageKey: 'm1' });
  await office.press('ann', 'confirm');
  const [row] = await office.database.sql<{ number: string }[]>`select number from orders`;
  return row?.number ?? '';
};
const edit = (text: string) => office.notice('ann', { kind: 'message_edited', messageKey: 'm1', text });
const answers = async (): Promise<string[]> => (await office.sees('ann')).filter(({ person }) => person === null).map(({ text }) => text);
const lines = async (): Promise<string[]> => {
  const rows = await office.database.sql<{ text: string }[]>`
    select o.state || ': ' || l.quantity || ' ' || l.sku as text
    from orders o
    join order_lines l on l.order_id = o.id
    where l.quantity > l.cancelled
    order by o.created_at, l.position`;
  return rows.map(({ text }) => text);
};
const changes = () =>
  office.database.sql<{ state: string; wish: object }[]>`select state, wish from change_requests order by asked_at, base_version`;

/** Nothing becomes otherwise, and the words go to a person with one press. */
const isAsked = async (number: string, text: string): Promise<void> => {
  await edit(text);
  const card = await office.last('ann');
  expect(card.text).toContain(`I do not understand what is to become of order ${number}: “${text}”`);
  expect(buttonsOf(card).map(({ action }) => action)).toEqual(['talk_to_person', 'status']);
  expect((await changes()).filter(({ state }) => state === 'pending')).toEqual([]);
};

it.each(['2 desk lamps and some ergonomic chairs', '2 desk lamps and 1 frobnicator'])(
  'opens no second order with the goods of the first in it: %s',
  async (text) => {
    const number = await order('2 desk lamps');
    await isAsked(number, text);
    expect(await lines()).toEqual(['confirmed: 2 LT-DESK']);
  },
);

it('reads what was not clear against what was, when it is said again', async () => {
  const number = await order('2 desk lamps');
  await isAsked(number, '4 desk lamps and 1 frobnicator');
  await edit('4 desk lamps');
  expect((await answers()).at(-1)).toMatch(/Desk lamp: 2 → 4/);
  await agree(office, number);
  expect(await lines()).toEqual(['confirmed: 4 LT-DESK']);
});

it('withdraws what waits where it says again what stands', async () => {
  const number = await order('2 desk lamps');
  await edit('4 desk lamps');
  await edit('2 desk lamps');
  expect((await answers()).at(-1)).toBe(`Order ${number} stays as it is: the wish that waited to be decided is withdrawn.`);
  expect((await changes()).map(({ state }) => state)).toEqual(['withdrawn']);
  const sales = await office.sees('bob', { platform: 'slack', conversation: 'sales' });
  expect(sales.map(({ text }) => text).join('\n')).toMatch(/taken back|已撤回/);
  await edit('3 desk lamps');
  expect((await changes()).map(({ state }) => state)).toEqual(['withdrawn', 'pending']);
});

it('withdraws it of an order that is being prepared too', async () => {
  const number = await order('2 desk lamps');
  await office.say('omar', `/prepare ${number}`);
  await edit('4 desk lamps');
  await edit('2 desk lamps');
  expect((await changes()).map(({ state }) => state)).toEqual(['withdrawn']);
  expect(await lines()).toEqual(['preparing: 2 LT-DESK']);
});

it.each([
  ['a colour', '2 ergonomic chairs in black', '2 ergonomic chairs'],
  ['a wish', '2 desk lamps, please wrap them as a gift', '2 desk lamps'],
  ['a day', '2 desk lamps by Friday next week', '2 desk lamps'],
  ['a place', '2 desk lamps, ship to 12 Harbour Road, Springfield', '2 desk lamps'],
  ['the haste', '2 desk lamps, urgent', '2 desk lamps'],
])('asks what is meant where %s was taken out', async (_what, said, text) => {
  const number = await order(said);
  const before = await lines();
  await isAsked(number, text);
  expect(await lines()).toEqual(before);
});

it('asks about a line that is another one by now', async () => {
  const number = await order('2 desk lamps and 2 ergonomic chairs in white');
  await office.database.sql`update order_lines set sku = 'DK-STAND', words = 'desk' where sku = 'CH-ERGO'`;
  await isAsked(number, '2 desk lamps and 5 ergonomic chairs in white');
});

it('says what of it could not be noted beside the change that was made', async () => {
  const number = await order('2 desk lamps');
  await office.database.sql`update orders set note = note || E'\n' || repeat('x', 19000) where number = ${number}`;
  await edit(`4 desk lamps, gift wrap please, ${'and so on '.repeat(200)}`);
  const [change, ...wish] = (await answers()).slice(-3);
  expect(change).toMatch(/Desk lamp: 2 → 4/);
  expect(wish.at(-1)).toBe(
    `Too much for the note of order ${number}: nothing was added to it. Your words are with a colleague, all of them.`,
  );
});

it('leaves a message of very many clauses to a person', async () => {
  const number = await order('2 desk lamps');
  await isAsked(number, `2 desk lamps, ${Array.from({ length: 61 }, (_, index) => `gift wrap number ${index}`).join(', ')}`);
});
