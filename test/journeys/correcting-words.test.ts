import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { agree } from '#test/support/placed.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const edit = (messageKey: string, text: string) => office.notice('ann', { kind: 'message_edited', messageKey, text });
const lines = async (): Promise<string[]> => {
  const rows = await office.database.sql<{ text: string }[]>`
    select l.quantity || ' ' || l.sku as text from order_lines l
    where l.order_id = (select id from orders order by created_at desc, id desc limit 1)
      and l.quantity > l.cancelled
    order by l.position`;
  return rows.map(({ text }) => text);
};
const said = async (): Promise<string[]> => (await office.sees('ann')).filter(({ person }) => person === null).map(({ text }) => text);
const newest = async (): Promise<string> => {
  const [row] = await office.database.sql<{ number: string }[]>`select number from orders order by created_at desc, id desc limit 1`;
  return row?.number ?? '';
};

describe('a message of a draft that is changed', () => {
  it('takes out what is not in it any more, and in what is', async () => {
    await office.say('ann', '2 desk lamps and 1 ergonomic chair in white, urgent', { messageKey: 'm1' });
    expect(await lines()).toEqual(['2 LT-DESK', '1 CH-ERGO']);
    await edit('m1', '2 desk lamps and a standing desk 160 cm');
    expect(await lines()).toEqual(['2 LT-DESK', '1 DK-STAND']);
    const [order] = await office.database.sql<
      { urgent: boolean; note: string }[]
    >`select urgent, note from orders order by created_at desc limit 1`;
    expect(order).toEqual({ urgent: false, note: '2 desk lamps and a standing desk 160 cm' });
  });

  it('that adds to it adds what it says now, and its answer takes the place of the first', async () => {
    await office.say('ann', '2 desk lamps', { messageKey: 'm1' });
    await office.say('ann', 'add 1 ergonomic chair in white', { messageKey: 'm2' });
    const before = await said();
    await edit('m2', 'add 3 ergonomic chairs in white');
    expect(await lines()).toEqual(['2 LT-DESK', '3 CH-ERGO']);
    const after = await said();
    expect(after).toHaveLength(before.length);
    expect(after.at(-1)).toMatch(/^I read your changed message anew:\n.*1 → 3/);
    await edit('m2', 'add 2 ergonomic chairs in white');
    expect(await lines()).toEqual(['2 LT-DESK', '2 CH-ERGO']);
    expect(await said()).toHaveLength(before.length);
    await edit('m1', '5 desk lamps');
    expect(await lines()).toEqual(['5 LT-DESK', '2 CH-ERGO']);
  });

  it('leaves what was typed into the form since', async () => {
    await office.say('ann', '2 desk lamps and 1 ergonomic chair in white', { messageKey: 'm1' });
    await office.press('ann', 'edit', { values: { quantity_1: '7', quantity_2: '1', address: 'Dock 3' } });
    await edit('m1', '2 desk lamps and 4 ergonomic chairs in white');
    expect(await lines()).toEqual(['7 LT-DESK', '4 CH-ERGO']);
    const [order] = await office.database.sql<{ address: string }[]>`select address from orders order by created_at desc limit 1`;
    expect(order?.address).toBe('Dock 3');
  });

  it('says what it says now where it orders nothing any more', async () => {
    await office.say('ann', '2 desk lamps', { messageKey: 'm1' });
    await edit('m1', 'sorry, cancel that');
    const [order] = await office.database.sql<{ state: string }[]>`select state from orders order by created_at desc limit 1`;
    expect(order?.state).toBe('cancelled');
    await edit('m1', '3 desk lamps');
    expect(await lines()).toEqual(['3 LT-DESK']);
  });
});

describe('a message that no order came of', () => {
  it('is answered anew in the place of the first answer', async () => {
    await office.say('ann', 'blorp the frobnicator', { messageKey: 'm1' });
    const before = await said();
    await edit('m1', 'what do you sell?');
    const after = await said();
    expect(after).toHaveLength(before.length);
    expect(after.at(-1)).not.toBe(before.at(-1));
    await edit('m1', '2 desk lamps');
    expect(await lines()).toEqual(['2 LT-DESK']);
    // the card of the draft stands where the answer stood
    expect(await said()).toHaveLength(before.length);
    const card = await office.last('ann');
    expect(buttonsOf(card).map(({ action }) => action)).toContain('confirm');
    await edit('m1', '4 desk lamps');
    expect(await lines()).toEqual(['4 LT-DESK']);
    expect((await office.sees('ann')).find(({ id }) => id === card.id)?.text).toContain('4');
  });
});

it('reaches a colleague as what was changed, where it was said to one', async () => {
  await office.say('ann', 'I want to talk to a person');
  await office.say('ann', 'the leg of my chair is broken', { messageKey: 'm1' });
  const before = await said();
  await edit('m1', 'the left leg of my chair is broken');
  expect(await said()).toHaveLength(before.length);
  const review = await office.sees('lin', { platform: 'slack', conversation: 'review' });
  expect(review.at(-1)?.text).toContain('✎ the left leg of my chair is broken');
});

describe('a message of an order that was sent in', () => {
  const ordered = async (): Promise<string> => {
    await office.say('ann', '2 desk lamps and 1 ergonomic chair in white', { messageKey: 'm1' });
    await office.press('ann', 'confirm');
    return newest();
  };

  it('asks for what it says otherwise, in one answer', async () => {
    const number = await ordered();
    const before = await said();
    await edit('m1', '4 desk lamps');
    const after = await said();
    expect(after.length - before.length).toBe(1);
    expect(after.at(-1)).toMatch(/Desk lamp: 2 → 4/);
    expect(after.at(-1)).toMatch(/Ergonomic chair/);
    await agree(office, number);
    expect(await lines()).toEqual(['4 LT-DESK']);
    // once more: the same message, corrected again
    await edit('m1', '5 desk lamps');
    await agree(office, number);
    expect(await lines()).toEqual(['5 LT-DESK']);
  });

  it('takes another wish along, and says so where nothing is otherwise', async () => {
    const number = await ordered();
    const before = await said();
    await edit('m1', '2 desk lamps and 1 ergonomic chair in white, gift wrap please');
    expect((await said()).length - before.length).toBe(1);
    const [order] = await office.database.sql<{ note: string }[]>`select note from orders where number = ${number}`;
    expect(order?.note).toContain('gift wrap');
    await edit('m1', '2 desk lamps and 1 ergonomic chair in white. gift wrap please');
    expect((await said()).at(-1)).toBe(
      `I read your changed message: nothing on order ${number} becomes otherwise by it. Colleagues see what it says now.`,
    );
  });
});
