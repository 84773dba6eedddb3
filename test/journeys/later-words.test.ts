import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';
import { sample } from '#test/support/runs.ts';
import { opposites } from './later-opposites.data.ts';
import { orders, said } from './later-words.data.ts';

interface Standing {
  wanted: string | null;
  urgent: boolean;
  lines: { position: number; quantity: number; options: { key: string; value: string }[] }[];
  reading: { flags: { flag: string }[]; phone: { e164: string } | null; specs: { key: string; value: string }[] };
}

describe('words about an order that is placed', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const standing = async (number: string): Promise<Standing> => {
    const [row] = await office.database.sql<Standing[]>`
      select o.requested_date::text as wanted, o.urgent,
        (select jsonb_agg(jsonb_build_object('position', l.position, 'quantity', l.quantity - l.cancelled, 'options', l.options) order by l.position)
          from order_lines l where l.order_id = o.id) as lines,
        (select r.reading from readings r where r.order_id = o.id order by r.version desc, r.revision desc limit 1) as reading
      from orders o
      where o.number = ${number}`;
    if (!row) throw new Error(`there is no order ${number}`);
    return row;
  };
  const waiting = async (number: string): Promise<string[]> => {
    const rows = await office.database.sql<{ text: string }[]>`
      select l.position || ' ' || w.what as text
      from change_requests c
      join orders o on o.id = c.order_id
      cross join lateral (
        select x ->> 'lineId' as line, 'quantity ' || (x ->> 'to') as what from jsonb_array_elements(c.wish -> 'items' -> 'lines') x
        union all
        select x ->> 'lineId', (x ->> 'key') || ' ' || (x ->> 'value') from jsonb_array_elements(c.wish -> 'items' -> 'options') x
      ) w
      join order_lines l on l.id::text = w.line
      where o.number = ${number}
        and c.state = 'pending'
      order by l.position, w.what`;
    return rows.map(({ text }) => text);
  };
  const drafts = async (): Promise<number> => (await office.database.sql`select 1 from orders where state = 'draft'`).length;

  /** What became of the words, in a few. */
  const outcomeOf = async (person: string, number: string, words: string): Promise<string> => {
    const before = await standing(number);
    await office.say(person, words);
    const after = await standing(number);
    const asked = await waiting(number);
    const flags = after.reading.flags.map(({ flag }) => flag).filter((flag) => !before.reading.flags.some((old) => old.flag === flag));
    const noted = [
      ...flags,
      ...after.reading.specs
        .filter((spec) => !before.reading.specs.some((old) => old.key === spec.key))
        .map(({ key, value }) => `${key} ${value}`),
      ...(after.reading.phone && !before.reading.phone ? [after.reading.phone.e164] : []),
      ...(after.urgent && !before.urgent ? ['urgent'] : []),
    ];
    const became = [
      ...(asked.length > 0 ? [`asks sales: ${asked.join(', ')}`] : []),
      ...(after.wanted === before.wanted ? [] : [`wanted ${after.wanted}`]),
      ...(noted.length > 0 ? [`noted: ${noted.join(' ')}`] : []),
      ...((await drafts()) > 0 ? ['a new order'] : []),
    ];
    if (became.length > 0) return became.join('; ');
    const answer = await office.last(person);
    const buttons = buttonsOf(answer).map(({ label }) => label);
    const isSo = /already, so|本来就是/.test(answer.text);
    return buttons.length > 0 && !isSo ? `which: ${buttons.join(' | ')}` : `nothing: ${answer.text}`;
  };

  it.each(sample([...said, ...opposites], 3))('%s: %s', async (person, words, expected) => {
    const number = await place(office, person, orders[person]);
    try {
      expect((await outcomeOf(person, number, words.replace('NUMBER', number))).replaceAll(number, 'NUMBER')).toBe(expected);
    } finally {
      for (const _ of Array.from({ length: await drafts() })) await office.press(person, 'cancel');
      const talks = await office.database.sql`select 1 from cases where state = 'open'`;
      if (talks.length > 0) await office.press(person, 'close_case');
      await office.say(person, `/cancel ${number}`);
    }
  });
});
