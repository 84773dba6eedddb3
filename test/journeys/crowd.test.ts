import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { deskTurns } from '#core/desk.ts';
import { readRequest } from '#core/notes/request/request.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { confirm } from '#core/orders/placing/confirm.act.ts';
import { createOrder } from '#core/orders/placing/create.act.ts';
import { readingContext } from '#core/orders/placing/words.act.ts';
import { addCustomer } from '#core/people/customer.store.ts';
import type { Actor } from '#core/people/person.ts';
import type { DeskTurn } from '#core/turn.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { isLong } from '#test/support/runs.ts';

describe.each(engines)('a crowd at one shelf on %s', (engine) => {
  // the embedded database has one connection at work at a time: fewer prove the same
  const [customers, units] = engine === 'server' ? (isLong ? [1000, 100] : [300, 30]) : [80, 8];
  let office: Office;
  let turnOf: <T>(work: (turn: DeskTurn) => Promise<T>) => Promise<T>;
  beforeAll(async () => {
    office = await openOffice({ engine });
    const desk = deskTurns({ reader: rulesReader });
    turnOf = (work) => office.database.transaction((tx) => work(desk({ tx, now: office.now, ids: randomIds })));
  });
  afterAll(() => office.close());

  it(
    `gives ${units} units to exactly ${units} of ${customers} who confirm at once, and everybody else a later day`,
    { timeout: 240_000 },
    async () => {
      const { sql } = office.database;
      await sql`update stock_levels set on_hand = case when location = (select code from locations order by rank limit 1) then ${units} else 0 end where sku = 'LT-DESK'`;
      const drafts = await turnOf(async (turn) => {
        const request = readRequest('1 desk lamp', await readingContext(turn));
        const made: { orderId: string; actor: Actor }[] = [];
        for (let index = 0; index < customers; index++) {
          const id = randomIds.uuid();
          const actor: Actor = { kind: 'customer', id, name: `Customer ${index}` };
          const terms = {
            company: null,
            locale: 'en' as const,
            timeZone: null,
            tier: 'standard' as const,
            priceList: 'standard',
            creditLimit: null,
            prepaid: false,
            address: 'Shanghai',
          };
          await addCustomer(turn.tx, { id, name: actor.name, ...terms }, turn.now);
          const address = { platform: 'telegram' as const, account: 'playground', key: `dm:${id}`, kind: 'dm' as const };
          const created = await createOrder(turn, {
            customerId: id,
            actor,
            address,
            via: address,
            locale: 'en',
            text: '1 desk lamp',
            request,
          });
          if (!created.ok) throw new Error(created.refusal.code);
          made.push({ orderId: created.order.id, actor });
        }
        return made;
      });
      const taken = await Promise.all(
        drafts.map(({ orderId, actor }) =>
          turnOf((turn) => confirm(turn, { orderId, action: 'confirm', actor, via: null, input: {}, version: 1 })),
        ),
      );
      expect(taken.every(({ ok }) => ok)).toBe(true);
      const [books] = await sql<
        { confirmed: number; numbers: number; given: number; kept: number; shelves: number; now: number; later: number }[]
      >`
      select (select count(*)::int from orders where state = 'confirmed') as confirmed,
        (select count(distinct number)::int from orders where state = 'confirmed') as numbers,
        (select sum(allocated)::int from order_lines) as given,
        (select sum(quantity)::int from allocations) as kept,
        (select sum(allocated)::int from stock_levels where sku = 'LT-DESK') as shelves,
        (select count(*)::int from orders o join order_lines l on l.order_id = o.id where l.allocated = 1) as now,
        (select count(*)::int from orders o join order_lines l on l.order_id = o.id where l.allocated = 0
          and o.promised_latest > (select max(p.promised_latest) from orders p join order_lines m on m.order_id = p.id where m.allocated = 1)) as later`;
      expect(books).toEqual({
        confirmed: customers,
        numbers: customers,
        given: units,
        kept: units,
        shelves: units,
        now: units,
        later: customers - units,
      });
    },
  );
});
