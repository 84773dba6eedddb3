import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { deskTurns } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { approve, reject } from '#core/orders/reviewing.act.ts';
import { findSpeaker } from '#core/people/speaker.store.ts';
import type { Actor } from '#core/people/person.ts';
import type { DeskTurn } from '#core/turn.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { isLong } from '#test/support/runs.ts';
import { putOrders } from '#test/support/standing-orders.ts';

describe.each(engines)('two who decide at the same instant on %s', (engine) => {
  // the embedded database has one connection at work at a time: fewer prove the same
  const pairs = engine === 'server' ? (isLong ? 1000 : 300) : 40;
  let office: Office;
  let turnOf: <T>(work: (turn: DeskTurn) => Promise<T>) => Promise<T>;
  beforeAll(async () => {
    office = await openOffice({ engine });
    const desk = deskTurns({ reader: rulesReader });
    turnOf = (work) => office.database.transaction((tx) => work(desk({ tx, now: office.now, ids: randomIds })));
  });
  afterAll(() => office.close());

  const actorOf = (person: string): Promise<Actor> =>
    turnOf(async ({ tx }) => {
      const at = { platform: 'slack' as const, account: 'playground', key: person };
      const speaker = await findSpeaker(tx, at, { ...at, key: `dm:${person}`, kind: 'dm' });
      if (!speaker) throw new Error(`${person} is nobody`);
      return speaker.actor;
    });

  it(`lets exactly one of two win, ${pairs} times, and tells the other who it was`, async () => {
    const { sql } = office.database;
    const [lin, bob] = await Promise.all([actorOf('lin'), actorOf('bob')]);
    const customers = await sql<{ id: string }[]>`select id from customers order by id limit 20`;
    const orders = await turnOf(async ({ tx, now }) => {
      const made = await putOrders(
        tx,
        Array.from({ length: pairs }, (_, index) => ({
          customerId: customers[index % customers.length]?.id ?? '',
          state: 'in_review' as const,
          lines: [{ sku: 'LT-DESK', quantity: 1 }],
        })),
      );
      const ids = made.map(({ id }) => id);
      await tx`
        insert into approvals (id, order_id, order_version, eligible_role, state, reasons, asked_at, due_at)
        select gen_random_uuid(), id, 3, 'customer_service', 'pending', '[]', ${now}, ${now}::timestamptz + interval '4 hours'
        from unnest(${ids}::uuid[]) as id`;
      return ids;
    });

    const presses = orders.flatMap((orderId, index) => {
      const yes = () => turnOf((turn) => approve(turn, { orderId, action: 'approve', actor: lin, via: null, input: {}, version: 3 }));
      const no = () =>
        turnOf((turn) => reject(turn, { orderId, action: 'reject', actor: bob, via: null, input: { reason: 'no' }, version: 3 }));
      return index % 2 === 0 ? [yes, no] : [no, yes];
    });
    const taken = await Promise.all(presses.map((press) => press()));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(pairs);
    for (const loser of taken.flatMap((one) => (one.ok ? [] : [one.refusal])))
      expect(loser).toMatchObject({ code: 'wrong_state', params: { lastBy: expect.stringMatching(/Lin|Bob/) } });

    const [books] = await sql<{ decided: number; winners: number; denied: number; settled: number; wrong: number; jobs: number }[]>`
      select (select count(distinct order_id)::int from events where kind in ('order.approve', 'order.reject')) as decided,
        (select count(*)::int from events where kind in ('order.approve', 'order.reject')) as winners,
        (select count(*)::int from events where kind = 'order.denied') as denied,
        (select count(*)::int from approvals where state in ('approved', 'rejected')) as settled,
        (select count(*)::int
          from orders o
          join approvals a on a.order_id = o.id
          where (o.state, a.state) not in (('confirmed', 'approved'), ('rejected', 'rejected'))) as wrong,
        (select count(*)::int from jobs where kind = 'escalate_approval' and state = 'waiting') as jobs`;
    expect(books).toEqual({ decided: pairs, winners: pairs, denied: pairs, settled: pairs, wrong: 0, jobs: 0 });
    const [shelves] = await sql<{ allocated: number; kept: number }[]>`
      select (select sum(allocated)::int from stock_levels) as allocated, (select coalesce(sum(quantity), 0)::int from allocations) as kept`;
    expect(shelves?.allocated).toBe(shelves?.kept);
  }, 180_000);
});
