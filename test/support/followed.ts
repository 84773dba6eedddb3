import { expect } from 'vitest';
import { buttonsOf, home, type Office } from './desk.ts';
import { goodsOf } from './warehouse.ts';

/** What journeys of deliveries ask again and again. */
export function followedOf(office: () => Office) {
  const { order } = goodsOf(office);
  const sql = () => office().database.sql;
  const bring = async (number: string): Promise<void> => {
    await office().say('omar', `/prepare ${number}`);
    await office().say('omar', `/ship ${number} SF`);
    await office().say('omar', `/deliver ${number}`);
  };
  return {
    /** Orders in words, and the warehouse brings it at once; its number. */
    async delivered(person: string, words: string): Promise<string> {
      const number = await order(person, words);
      await bring(number);
      return number;
    },
    /** The same, so many days after what was promised first. */
    async deliveredLate(person: string, words: string, days: number): Promise<string> {
      const number = await order(person, words);
      const today = office().now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
      await sql()`update orders set promised_original = ${today.subtract({ days })} where number = ${number}`;
      await bring(number);
      return number;
    },
    /** Every touch about an order as `step state reason`, in the order of their times. */
    async touches(number: string): Promise<string[]> {
      const rows = await sql()<{ text: string }[]>`
        select concat_ws(' ', t.step, t.state, t.reason, t.answer) as text
        from touches t
        join touch_orders o on o.touch_id = t.id
        join orders r on r.id = o.order_id
        where r.number = ${number}
        order by t.due_at, t.step`;
      return rows.map(({ text }) => text);
    },
    /** When a step about an order is due, in the local time of a zone. */
    async dueAt(number: string, step: string, timeZone = 'Asia/Shanghai'): Promise<string> {
      const [row] = await sql()<{ due: Temporal.Instant }[]>`
        select t.due_at as due
        from touches t
        join touch_orders o on o.touch_id = t.id
        join orders r on r.id = o.order_id
        where r.number = ${number} and t.step = ${step}`;
      if (!row) throw new Error(`${number} has no touch ${step}`);
      return row.due.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    },
    /** What a colleague reads of the order's history, newest page. */
    async history(number: string): Promise<string> {
      await office().say('grace', `/order ${number}`);
      return (await office().last('grace')).text;
    },
    async exceptions(number: string): Promise<string[]> {
      const rows = await sql()<{ text: string }[]>`
        select concat_ws(' ', x.code, x.grade, x.state, x.resolution) as text
        from exceptions x
        join orders r on r.id = x.order_id
        where r.number = ${number}
        order by x.opened_at`;
      return rows.map(({ text }) => text);
    },
    /** What a button of the newest message asks before it acts. */
    async formOf(person: string, action: string): Promise<unknown> {
      const message = await office().last(person);
      const button = buttonsOf(message).find((one) => one.action === action);
      const platform = home[person] ?? 'slack';
      const from = { platform, account: 'playground', key: person };
      const address = { platform, account: 'playground', key: `dm:${person}`, kind: 'dm' as const };
      const press = { kind: 'press' as const, token: button?.token ?? '', dedupeKey: 'quick', at: office().now.toString(), from, address };
      return (await office().desk.quick(press)).form ?? null;
    },
    /** The newest message of the desk to a person says this. */
    async expectLast(person: string, words: string | RegExp): Promise<void> {
      const { text } = await office().last(person);
      if (typeof words === 'string') expect(text).toBe(words);
      else expect(text).toMatch(words);
    },
  };
}
