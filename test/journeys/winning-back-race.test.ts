import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type OpenDatabase } from '#adapters/postgres/database.ts';
import { type Desk } from '#core/desk.ts';
import { type Incoming } from '#core/messages/incoming.ts';
import { engines, serverUrl } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { booksAgree } from '#test/support/placed.ts';
import { assignedOf, putQuiet, touchesOf } from '#test/support/quiet.ts';
import { isLong, onlyLong } from '#test/support/runs.ts';
import { deskOn } from '#test/support/desk-on.ts';
import { noting } from '#test/support/machinery.ts';

const there = { platform: 'telegram' } as const;

/** Two processes race on a server; where there is none, two desks of one process do, for the embedded database belongs to one. */
describe.runIf(isLong).each(engines.slice(-1))(`two desks that win customers back on %s${onlyLong}`, (engine) => {
  let office: Office;
  let other: OpenDatabase | null = null;
  let desks: Desk[] = [];
  const people = Array.from({ length: 60 }, (_, n) => `q${n}`);
  const ids: string[] = [];
  const problems: string[] = [];
  const log = noting(problems);
  const together = () => Promise.all(desks.map((desk) => desk.tick(office.now)));

  beforeAll(async () => {
    office = await openOffice({ engine });
    const [here] = await office.database.sql<{ name: string }[]>`select current_database() as name`;
    other = engine === 'server' ? await openDatabase({ url: serverUrl(here?.name) }) : null;
    desks = [office.database, other ?? office.database].map((database) => deskOn(database, () => office.now, { log }));
    for (const [n, key] of people.entries())
      ids.push(await putQuiet(office, { key, arm: n % 5 === 0 ? 'holdout' : 'treated', ordered: [200] }));
    await office.database.sql`
      insert into consents (id, customer_id, purpose, state, platform, source, evidence, at)
      select gen_random_uuid(), id, 'marketing', 'given', 'telegram', 'import', 'a form on paper', ${office.now}
      from customers where id = any (${ids}::uuid[])`;
    await together();
  });
  afterAll(async () => {
    await other?.close();
    await office.close();
  });

  it('assign everybody once and write to each of them once, over more customers than fit into one look', async () => {
    for (const hours of [22, 24, 24]) {
      office.now = office.now.add({ hours });
      await together();
      await together();
    }
    for (const [n, id] of ids.entries()) {
      const isHeldOut = n % 5 === 0;
      expect(await assignedOf(office, id)).toEqual([isHeldOut ? 'holdout held_out' : 'treated under_way']);
      expect(await touchesOf(office, id)).toEqual(isHeldOut ? [] : ['note sent', 'coupon planned']);
    }
    const [said] = await office.database.sql`select count(*)::int as n from playground_messages where text like 'Hello Q%'`;
    expect(said).toEqual({ n: 48 });
    expect(problems).toEqual([]);
  });

  it('spend a coupon once, when two orders with it are confirmed at the same moment', async () => {
    office.now = office.now.add({ hours: 24 * 7 });
    await together();
    const rivals = [1, 2, 3, 4, 6, 7].map((n) => people[n] ?? '');
    const presses: Incoming[][] = [];
    for (const person of rivals) {
      const tokens = [];
      for (const conversation of [`dm:${person}`, `dm2:${person}`]) {
        await office.database.sql`update accounts set dm_key = ${conversation} where user_key = ${person}`;
        await office.say(person, '2 desk lamps', { ...there, conversation: conversation.replace('dm2:', 'dm:') });
        const draft = await office.last(person, { ...there, conversation: `dm:${person}` });
        expect(draft.text).toContain('Coupon: −CN¥43.80');
        tokens.push(buttonsOf(draft).find(({ action }) => action === 'confirm')?.token ?? '');
        // the second order is a second draft, not a change of the first
        await office.database.sql`update orders set conversation = 'elsewhere' where state = 'draft'`;
      }
      presses.push(
        tokens.map((token, n) => ({
          kind: 'press',
          token,
          dedupeKey: `${person}:${n}`,
          at: office.now.toString(),
          from: { platform: 'telegram', account: 'playground', key: person },
          address: { platform: 'telegram', account: 'playground', key: `dm:${person}`, kind: 'dm' },
        })),
      );
    }
    await Promise.all(presses.flat().map(async (press, n) => desks[n % 2]?.receive(press)));
    await together();
    await together();
    for (const [first, second] of presses) {
      const outcomes = [first, second].map(async (press) => press && office.desk.outcomeOf(press));
      expect(await Promise.all(outcomes)).toEqual(
        expect.arrayContaining([
          { ok: true },
          { ok: false, refusal: { code: 'coupon_used', text: expect.stringContaining('has been used already') } },
        ]),
      );
    }
    const spent = await office.database.sql<{ orders: number; coupons: number }[]>`
      select count(*)::int as orders, count(distinct coupon_id)::int as coupons from orders where coupon_id is not null and state <> 'draft'`;
    expect([...spent]).toEqual([{ orders: rivals.length, coupons: rivals.length }]);
    await booksAgree(office);
    expect(problems).toEqual([]);
  });

  it('and where a program forgot to ask, the database refuses', async () => {
    const { sql } = office.database;
    const [used] = await sql<
      { id: string; coupon: string }[]
    >`select id, coupon_id as coupon from orders where coupon_id is not null and state <> 'draft' limit 1`;
    const [mine] = await sql<{ id: string }[]>`
      select o.id from orders o join orders u on u.customer_id = o.customer_id where u.id = ${used?.id ?? ''} and o.id <> u.id and o.state = 'completed' limit 1`;
    await expect(sql`update orders set coupon_id = ${used?.coupon ?? ''} where id = ${mine?.id ?? ''}`).rejects.toThrow(
      'one_order_spends_a_coupon',
    );
    const [free] = await sql<{ id: string; owner: string }[]>`
      select id, customer_id as owner from coupons k where not exists (select from orders o where o.coupon_id = k.id) limit 1`;
    await expect(sql`
      update orders set coupon_id = ${free?.id ?? ''} where id = (
        select id from orders where customer_id <> ${free?.owner ?? ''} and state = 'completed' limit 1)`).rejects.toThrow('foreign key');
  });
});
