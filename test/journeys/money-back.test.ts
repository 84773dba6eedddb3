import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { followedOf } from '#test/support/followed.ts';
import { answerTo, place, placed } from '#test/support/placed.ts';

describe.each(engines)('a wish for the money back, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const { delivered } = followedOf(() => office);
  const standing = async () => {
    const [row] = await office.database.sql<{ about: string; number: string | null; said: string }[]>`
      select c.about, o.number, m.text as said
      from cases c left join orders o on o.id = c.order_id join case_messages m on m.case_id = c.id
      order by m.id desc
      limit 1`;
    return row;
  };
  const actions = async (person: string): Promise<string[]> => buttonsOf(await office.last(person)).map(({ action }) => action);

  it.each([
    [
      'raj',
      '2 desk lamps',
      'I need a refund for NUMBER',
      'I have passed your words about order NUMBER to a colleague',
      'Order NUMBER has not left yet',
    ],
    ['mei', '两盏台灯', 'NUMBER 我要退款', '您的话和订单 NUMBER 已一起转给同事', '订单 NUMBER 还没发出'],
    ['mei', '三盞檯燈', '我要退貨 NUMBER', '您的話和訂單 NUMBER 已一起轉給專員', '訂單 NUMBER 還沒寄出'],
    ['raj', '3 desk lamps', 'refund please', 'I have passed your words about order NUMBER to a colleague', 'Order NUMBER has not left yet'],
  ])(
    'of an order that has not left goes to a colleague with it, and the order can be cancelled: %s, %s, “%s”',
    async (person, goods, said, told, may) => {
      const number = await place(office, person, goods);
      const named = (text: string): string => text.replace('NUMBER', number);
      const answer = await answerTo(office, person, named(said));
      expect(answer).toContain(named(told));
      expect(answer).toContain(named(may));
      expect(await standing()).toEqual({ about: 'complaint', number, said: named(said) });
      expect(await actions(person)).toEqual(['cancel', 'close_case']);
      expect(await office.press(person, 'cancel')).toEqual({ ok: true });
      expect((await placed(office, number)).state).toBe('cancelled');
      await office.press(person, 'close_case');
    },
  );

  it('of goods that have come is a problem of their order, and nothing is cancelled', async () => {
    const number = await delivered('ann', '2 desk lamps');
    expect(await answerTo(office, 'ann', `I need a refund for ${number}`)).toContain(
      `passed your words about order ${number} to a colleague`,
    );
    expect(await standing()).toMatchObject({ about: 'problem', number });
    expect(await actions('ann')).toEqual(['close_case']);
  });

  it('who only wants a person is asked what it is about', async () => {
    const number = await place(office, 'raj', '1 bookshelf');
    expect(await answerTo(office, 'raj', `I want to talk to a person about ${number}`)).toContain('Write here what it is about');
  });
});
