import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { agree, answerTo, linesOf, place, placed, told } from '#test/support/placed.ts';

const review = { conversation: 'review' };

describe('words about a placed order, beside a draft and in a talk with a colleague', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());
  afterEach(async () => {
    const open = await office.database.sql<{ number: string }[]>`
      select o.number
      from orders o
      join customers c on c.id = o.customer_id
      where c.name = 'Raj Patel'
        and o.state in ('in_review', 'confirmed')`;
    for (const { number } of open) await office.say('raj', `/cancel ${number}`);
  });

  const noteOf = async (number: string): Promise<{ note: string; flags: string[]; urgent: boolean }> => {
    const [row] = await office.database.sql<{ note: string; flags: string[]; urgent: boolean }[]>`
      select o.note, o.urgent, array(
        select f ->> 'flag' from readings r, jsonb_array_elements(r.reading -> 'flags') f
        where r.order_id = o.id and (r.version, r.revision) = (
          select version, revision from readings x where x.order_id = o.id order by version desc, revision desc limit 1)) as flags
      from orders o where o.number = ${number}`;
    if (!row) throw new Error(`there is no order ${number}`);
    return row;
  };

  it('reach the order they name, whatever draft stands, and leave the draft as it is', async () => {
    const number = await place(office, 'raj', '3 ergonomic chairs, black');
    await office.say('raj', '2 desk lamps');
    const draft = async () => (await office.database.sql`select note, version from orders where state = 'draft'`)[0];
    const before = await draft();
    for (const [words, flag] of [
      [`${number} gift wrap it please`, 'packaging'],
      [`${number} no substitutes please`, 'substitution_forbidden'],
      [`${number}: call Tom 138 0013 8000 on delivery`, 'contact'],
      [`${number} invoice to ACME Ltd please`, 'invoice'],
      [`${number} deliver only in the afternoon`, 'delivery_window'],
    ] as const) {
      expect(await answerTo(office, 'raj', words)).toContain(`Noted on order ${number}`);
      expect((await noteOf(number)).flags).toContain(flag);
    }
    expect(await answerTo(office, 'raj', `${number} make them blue`)).toContain(`Order ${number} is confirmed, so our sales team decides`);
    // what nobody understands goes to a person with one press, and not into the draft
    expect(await answerTo(office, 'raj', `${number} frobnicate sideways`)).toContain(`what is to become of order ${number}`);
    expect(buttonsOf(await office.last('raj')).map(({ action }) => action)).toEqual(['talk_to_person', 'status']);
    expect(await draft()).toEqual(before);
    expect((await noteOf(number)).note).toContain('invoice to ACME Ltd please');
    await office.press('raj', 'cancel', { label: 'Cancel' });
  });

  it('are told to the desk with the order they are about, and to the warehouse once it prepares', async () => {
    const number = await place(office, 'raj', '2 desk lamps');
    expect(await answerTo(office, 'raj', 'this is urgent now, and gift wrap it please')).toContain(`Noted on order ${number}`);
    const said = await told(office, 'lin', '补充了要求', review);
    expect(said).toContain(`Raj Patel 对订单 ${number}（已确认）补充了要求：`);
    expect(said).toMatch(/urgent[^]*wrap it/);
    expect((await noteOf(number)).urgent).toBe(true);
    await office.say('omar', `/prepare ${number}`);
    await office.say('raj', 'only mornings please');
    expect(await told(office, 'omar', 'mornings', { conversation: 'warehouse' })).toContain(number);
    await office.say('lin', `/order ${number}`);
    expect((await office.last('lin')).text).toContain('补充了对订单的要求');
    await office.say('raj', `/cancel ${number}`);
    await office.say('lin', `/accept-proposal ${number}`);
    expect((await placed(office, number)).state).toBe('cancelled');
  });

  it('are chosen among two orders, with everything that was said', async () => {
    const first = await place(office, 'raj', '2 desk lamps');
    const second = await place(office, 'raj', '1 task chair');
    expect(await answerTo(office, 'raj', 'gift wrap please')).toContain('You have 2 orders that this could be about.');
    expect(await office.press('raj', 'add_note', { label: first })).toEqual({ ok: true });
    expect((await noteOf(first)).flags).toContain('packaging');
    expect((await noteOf(second)).flags).not.toContain('packaging');
  });

  it('name one of two lines by a button, and change that', async () => {
    const number = await place(office, 'raj', '1 standing desk 120cm white, 1 standing desk 160cm oak');
    expect(await answerTo(office, 'raj', 'remove the desk')).toContain(`Which line of order ${number} do you mean`);
    expect(await office.press('raj', 'change_items', { label: '2 · Standing desk (160 cm, Oak)' })).toEqual({ ok: true });
    await agree(office, number);
    expect(await linesOf(office, number)).toHaveLength(1);
  });

  it('are answered in a talk with a colleague, and reach the desk as what they are', async () => {
    const number = await place(office, 'raj', '3 ergonomic chairs, black and 2 desk lamps');
    await office.say('raj', 'I want to talk to a person');
    expect(await answerTo(office, 'raj', 'hold it until I say so')).toContain(`Order ${number} waits, as you asked.`);
    const hold = (await office.sees('lin', review)).findLast(({ text }) => text.includes('先等等'));
    expect(hold?.text).toContain(number);
    const held = await office.database
      .sql`select 1 from holds h join orders o on o.id = h.order_id where o.number = ${number} and h.kind = 'customer'`;
    expect(held).toHaveLength(1);
    expect(await answerTo(office, 'raj', '檯燈不要了')).toContain('檯燈 × 2：移除');
    expect(await told(office, 'bob', number, { conversation: 'sales' })).toContain('× 2');
    expect(await answerTo(office, 'raj', '先不要出貨')).toContain(`訂單 ${number} 已依您的要求先暫緩`);
    // what is said to the colleague stays with the colleague
    await office.say('raj', 'my neighbour is very happy with hers by the way');
    expect(await told(office, 'lin', 'my neighbour', review)).toContain('Raj Patel');
    await office.press('raj', 'close_case');
  });

  it('show the warehouse what is wished, and no way to reach the customer that is none of its work', async () => {
    const number = await place(office, 'raj', '2 desk lamps');
    await office.say('omar', `/prepare ${number}`);
    await office.say('raj', `${number} gift wrap it please, whatever the moon says to ann@acme.example over it`);
    const seen = { platform: 'slack' as const, conversation: 'warehouse' };
    const said = (await office.sees('omar', seen)).findLast(({ text }) => text.includes('补充了要求'))?.text;
    expect(said).toContain('whatever the moon says to （邮箱已隐藏）');
    expect(said).not.toContain('ann@acme');
    expect(await told(office, 'lin', '补充了要求', review)).toContain('ann@acme');
    await office.say('raj', `/cancel ${number}`);
    await office.say('lin', `/accept-proposal ${number}`);
  });

  it('are told to whoever makes out invoices, where an invoice is wished of a confirmed order', async () => {
    const sales = { conversation: 'sales' };
    const number = await place(office, 'raj', '2 desk lamps');
    await office.say('raj', `${number} gift wrap it please`);
    expect((await office.sees('bob', sales)).filter(({ text }) => text.includes(number) && text.includes('gift wrap'))).toEqual([]);
    await office.say('raj', `${number} invoice to ACME Ltd please`);
    const read = (await office.sees('bob', sales)).filter(({ text }) => text.includes(number) && text.includes('invoice to ACME Ltd'));
    expect(read).toHaveLength(1);
    await office.say('lin', `/order ${number}`);
  });

  it('go to a colleague as they are where the note has no room for them', async () => {
    const number = await place(office, 'raj', '2 desk lamps');
    const { note } = await noteOf(number);
    const letter = `gift wrap it please. ${'The ribbon is as blue as the sea was then. '.repeat(50)}And that is all of it.`;
    expect(letter.length).toBeGreaterThan(2000);
    expect(await answerTo(office, 'raj', `/add-note ${number} ${letter}`)).toContain(`Too much for the note of order ${number}`);
    expect((await noteOf(number)).note).toBe(note);
    const [said] = await office.database.sql<{ text: string }[]>`select text from case_messages where text like 'gift wrap%'`;
    expect(said?.text).toBe(letter.trim());
    expect((await office.sees('lin', review)).some(({ text }) => text.includes('And that is all of it.'))).toBe(true);
    await office.press('raj', 'close_case');
    // a colleague is told how much there is room for, and nobody is called
    expect(await answerTo(office, 'lin', `/add-note ${number} ${letter}`)).toContain('2,000');
    // nor does it grow for ever
    await office.database.sql`update orders set note = ${'x'.repeat(7990)} where number = ${number}`;
    expect(await answerTo(office, 'raj', `${number} gift wrap it please`)).toContain(`Too much for the note of order ${number}`);
    expect(await told(office, 'lin', 'gift wrap it please', review)).toContain('Raj Patel');
    await office.press('raj', 'close_case');
  });
});
