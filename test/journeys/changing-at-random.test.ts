import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { booksAgree, place, placed } from '#test/support/placed.ts';
import { isThorough, runs } from '#test/support/runs.ts';

/** What people do to an order, in any order: by command, so that every refusal is part of the walk. */
const wishes = fc.oneof(
  fc.record({
    who: fc.constantFrom('ann', 'lin'),
    command: fc.constant('/change-items'),
    rest: fc.integer({ min: 0, max: 9 }).map((n) => `make it ${n} desk lamps`),
  }),
  fc.record({
    who: fc.constantFrom('ann', 'bob'),
    command: fc.constant('/change-items'),
    rest: fc.integer({ min: 0, max: 400 }).map((n) => `make it ${n} task chairs`),
  }),
  fc.record({
    who: fc.constant('ann'),
    command: fc.constant('/change-items'),
    rest: fc.constantFrom('add 1 ergonomic chair', 'remove the task chairs', 'add 2 desk lamps', ''),
  }),
  fc.record({
    who: fc.constantFrom('ann', 'lin'),
    command: fc.constant('/reschedule'),
    rest: fc.constantFrom('2026-11-25', '2026-11-30', '2026-12-05', '2026-12-20'),
  }),
  fc.record({
    who: fc.constant('ann'),
    command: fc.constant('/change-address'),
    rest: fc.constantFrom('1 Bund, Shanghai', '3 West Lake Road, Hangzhou', 'Mars'),
  }),
);
const decisions = fc.record({
  who: fc.constantFrom('bob', 'lin', 'grace'),
  command: fc.constantFrom('/accept-proposal', '/accept-proposal', '/refuse-proposal', '/approve'),
  rest: fc.constant('agreed'),
});
const work = fc.record({
  who: fc.constantFrom('omar', 'ann'),
  command: fc.constantFrom('/prepare', '/undo', '/ship', '/deliver', '/request-cancel', '/cancel'),
  rest: fc.constant('SF'),
});
const steps = fc.array(fc.oneof({ weight: 6, arbitrary: wishes }, { weight: 3, arbitrary: decisions }, { weight: 2, arbitrary: work }), {
  minLength: 4,
  maxLength: 16,
});

describe.each(engines)('changes in any sequence on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  it('keep books, totals and versions right, and never more than one change open', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('4 desk lamps and 2 task chairs in black', '30 task chairs in black'),
        steps,
        async (words, walk) => {
          await office.advance({ minutes: 11 });
          const number = await place(office, 'ann', words);
          for (const { who, command, rest } of walk) {
            const before = await placed(office, number);
            await office.say(who, `${command} ${number} ${rest}`);
            const after = await placed(office, number);
            expect(after.version - before.version).toBeLessThanOrEqual(1);
            if (after.version === before.version) expect(after).toEqual(before);
            await booksAgree(office);
          }
          // a change waits only while somebody can decide it, and every decided one was decided once
          const [row] = await office.database.sql<{ stray: number; decided: number; steps: number }[]>`
          select
            count(*) filter (where c.state = 'pending' and o.state not in ('in_review', 'confirmed', 'preparing', 'in_transit'))::int as stray,
            count(*) filter (where c.state in ('accepted', 'refused'))::int as decided,
            (select count(*)::int from transitions t where t.order_id = o.id and t.action in ('accept_proposal', 'refuse_proposal')) as steps
          from orders o
          left join change_requests c on c.order_id = o.id
          where o.number = ${number}
          group by o.id`;
          expect([row?.stray, row?.decided]).toEqual([0, row?.steps]);
        },
      ),
      { numRuns: isThorough ? runs(3) : 2 },
    );
  });

  it('decides a change once when two press at the same moment', { timeout: 120_000 }, async () => {
    for (let round = 0; round < (isThorough ? runs(4) : 1); round++) {
      await office.advance({ minutes: 11 });
      const number = await place(office, 'ann', '2 desk lamps');
      await office.say('ann', `/reschedule ${number} 2026-11-25`);
      const press = (who: string, command: string) => ({
        kind: 'command' as const,
        command,
        text: `${number} no`,
        dedupeKey: `${number}:${who}`,
        at: office.now.toString(),
        from: { platform: 'slack' as const, account: 'playground', key: who },
        address: { platform: 'slack' as const, account: 'playground', key: `dm:${who}`, kind: 'dm' as const },
      });
      await Promise.all([office.desk.receive(press('lin', 'accept_proposal')), office.desk.receive(press('bob', 'refuse_proposal'))]);
      await Promise.all([office.desk.tick(office.now), office.desk.tick(office.now)]);
      const decided = await office.database.sql<{ state: string }[]>`
        select c.state from change_requests c join orders o on o.id = c.order_id where o.number = ${number}`;
      const events = await office.database.sql`
        select 1 from events e join orders o on o.id = e.order_id where o.number = ${number} and e.kind in ('order.accept_proposal', 'order.refuse_proposal')`;
      expect([decided.length, events.length]).toEqual([1, 1]);
      expect(['accepted', 'refused']).toContain(decided[0]?.state);
      await office.say('ann', `/cancel ${number}`);
    }
    await booksAgree(office);
  });
});
