import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

describe.each(engines)('an order whose promised day goes by on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const heard = async (person: string, words: string, at?: Parameters<Office['sees']>[1]) =>
    (await office.sees(person, at)).filter(({ text }) => text.includes(words));
  const warehouse = { platform: 'slack' as const, conversation: 'warehouse' };
  /** To ten in the morning of the business, so many days later. */
  const toMorning = (days: number) => {
    const then = office.now.toZonedDateTimeISO('Asia/Shanghai').add({ days }).with({ hour: 10, minute: 0 });
    return office.jump(office.now.until(then.toInstant()));
  };

  it('is told its customer and the warehouse once, and again only for another day', async () => {
    const number = await place(office, 'raj', '2 desk lamps');
    await toMorning(1);
    expect(await heard('raj', 'We are sorry')).toEqual([]);
    await toMorning(1);
    await toMorning(1);
    const [told, ...more] = await heard('raj', `We are sorry: order ${number} was promised for Thu, Nov 26 and has not left us yet.`);
    expect([told && buttonsOf(told), more]).toEqual([[], []]);
    expect(await heard('omar', number, warehouse)).toEqual(
      expect.arrayContaining([expect.objectContaining({ text: expect.stringMatching(/已逾期|is late/) })]),
    );
    await office.say('lin', `/reschedule ${number} 2026-12-02`);
    await toMorning(1);
    expect(await heard('raj', 'We are sorry')).toHaveLength(1);
    await toMorning(5);
    expect(await heard('raj', `We are sorry: order ${number} was promised for Wed, Dec 2`)).toHaveLength(1);
  });

  it('on its way asks its customer whether it is there, and one tap says so', async () => {
    const number = await place(office, 'ann', '1 desk lamp');
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/ship ${number} SF`);
    await toMorning(6);
    const [asked] = await heard('ann', 'we have no word yet that it has arrived');
    expect(asked && buttonsOf(asked).map(({ action }) => action)).toEqual(['deliver']);
    expect(await heard('omar', '/deliver', warehouse)).toHaveLength(1);
    expect(await office.press('ann', 'deliver')).toEqual({ ok: true });
    const [order] = await office.database.sql<{ state: string }[]>`select state from orders where number = ${number}`;
    expect(order?.state).toBe('delivered');
  });

  it('waits with the news until it is morning where the customer lives', async () => {
    await office.database.sql`update customers set time_zone = 'Europe/London' where name like 'Raj%'`;
    const number = await place(office, 'raj', '1 desk lamp');
    await toMorning(4);
    expect(await heard('raj', `We are sorry: order ${number}`)).toEqual([]);
    await office.advance({ hours: 6 });
    expect(await heard('raj', `We are sorry: order ${number}`)).toHaveLength(1);
  });

  it('that was delivered, or cancelled, is not spoken of', async () => {
    const number = await place(office, 'raj', '1 desk lamp');
    await office.say('raj', `/cancel ${number}`);
    await toMorning(9);
    expect(await heard('raj', `We are sorry: order ${number}`)).toEqual([]);
  });
});
