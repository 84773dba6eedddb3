import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { deskTurns } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { liveName, showEverywhere, showIn } from '#core/orders/cards/show.act.ts';
import { findOrder } from '#core/orders/order.store.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** What of the tables of an order is read, by the table. */
const ofOrders = /\bfrom (payments|approvals|holds|change_requests|verifications|customers|locations)\b/;

it('reads what is known of an order once, however many cards of it are brought up to date, and says the same on each', async () => {
  const number = await place(office, 'ann', '2 ergonomic chairs in white');
  const desk = deskTurns({ reader: rulesReader });
  const reads = new Map<string, number>();
  const cards = await office.database.transaction(async (tx) => {
    const watched = new Proxy(tx, {
      apply: (target, self, input: [TemplateStringsArray, ...unknown[]]) => {
        const table = ofOrders.exec(String(input[0]))?.[1];
        if (table !== undefined) reads.set(table, (reads.get(table) ?? 0) + 1);
        return Reflect.apply(target, self, input) as unknown;
      },
    });
    const [row] = await tx<{ id: string }[]>`select id from orders where number = ${number}`;
    const order = (await findOrder(tx, row?.id ?? '')) ?? expect.fail();
    const turn = desk({ tx: watched, now: office.now, ids: randomIds });
    const more = ['one', 'two', 'three'].map((key) => ({ platform: 'slack' as const, account: 'playground', key, kind: 'group' as const }));
    for (const address of more) await showIn(turn, order, address);
    expect(reads.get('payments')).toBe(more.length);
    reads.clear();
    await showEverywhere(turn, order.id, 'again');
    return tx<{ key: string; card: unknown }[]>`
      select address ->> 'key' as key, card - 'whole' as card from cards where live = ${liveName(order.id)} order by 1`;
  });
  expect(cards.map(({ key }) => key)).toEqual(expect.arrayContaining(['dm:ann', 'one', 'review', 'three', 'two']));
  expect(Object.fromEntries(reads)).toMatchObject({ payments: 1, holds: 1, change_requests: 1, verifications: 1 });
  // a button is another in each place
  const said = ['one', 'two', 'three'].map((place) =>
    JSON.stringify(cards.find(({ key }) => key === place)?.card).replaceAll(/"token":"[^"]*"/g, ''),
  );
  expect(new Set(said).size).toBe(1);
  expect(said[0]).toContain(number);
});
