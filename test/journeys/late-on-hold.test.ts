import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

describe.each(engines)('an order on hold whose promised day goes by on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const said = async (person: string, words: string): Promise<string> => {
    await office.say(person, words);
    return (await office.last(person)).text;
  };

  it('says once that the day is off, and is promised anew when the hold is lifted', async () => {
    const number = await place(office, 'raj', '2 desk lamps');
    await office.say('grace', `/hold ${number} credit open invoices`);
    const heard = async (person: string, words: string): Promise<number> =>
      (await office.sees(person)).filter(({ text }) => text.includes(words)).length;
    const off = `order ${number} was promised for Thu, Nov 26, and a point is still open`;
    expect(await heard('raj', off)).toBe(0);
    await office.jump({ hours: 45 });
    await office.jump({ hours: 24 });
    await office.jump({ hours: 24 });
    expect(await heard('raj', off)).toBe(1);
    const late = `Order ${number} is late: it was promised for Thu, Nov 26 and is on hold (credit); a manager can lift it.`;
    expect([await heard('grace', late), await heard('bob', 'is late')]).toEqual([1, 0]);
    expect(await said('raj', `where is ${number}`)).toContain('The promised day, Thu, Nov 26, has passed; you get a new one');
    expect((await office.sees('raj')).find(({ text, edited }) => edited && text.includes(`Order ${number}`))?.text).toContain(
      'We promise: Thu, Nov 26 (this day has passed)',
    );
    expect(await said('grace', `/status ${number}`)).toContain('We promise: Thu, Nov 26 · late');
    await office.say('grace', `/release_hold ${number} paid by phone`);
    expect(await heard('raj', `Order ${number} goes on now. We promise it for Mon, Nov 30.`)).toBe(1);
    // a hold that costs no day moves nothing
    await office.say('grace', `/hold ${number} fraud call back`);
    await office.say('grace', `/release_hold ${number} it was them`);
    expect(await heard('raj', `Order ${number} goes on now`)).toBe(1);
  });

  it('is promised anew when the money comes at last', async () => {
    const number = await place(office, 'raj', '3 desk lamps');
    await office.say('grace', `/hold ${number} credit open invoices`);
    await office.jump({ hours: 100 });
    const [{ total } = { total: 0n }] = await office.database.sql<{ total: bigint }[]>`select total from orders where number = ${number}`;
    await office.say('bob', `/paid ${number} ${Number(total) / 100} wire-late`);
    expect((await office.sees('raj')).filter(({ text }) => text.includes(`Order ${number} goes on now. We promise it for`))).toHaveLength(
      1,
    );
  });
});
