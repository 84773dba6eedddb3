import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHappenings, readPlanned } from '#core/orders/timeline/store.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { costOf } from '#test/support/plans.ts';

/** A desk with a long past: an order with three hundred events and messages among fifteen thousand of others. */
describe('reading an order’s history', () => {
  let office: Office;
  let order: { id: string; customerId: string };
  beforeAll(async () => {
    office = await openOffice({ past: true });
    const { sql } = office.database;
    const [first, ...others] = await sql<{ id: string; customerId: string }[]>`
      select id, customer_id as "customerId" from orders order by created_at limit 20`;
    if (!first) throw new Error('the past is empty');
    order = first;
    const ids = others.map(({ id }) => id);
    const whose = sql`case when n % 50 = 0 then ${first.id}::uuid else (${ids}::uuid[])[1 + n % ${ids.length}] end`;
    await sql`
      insert into events (id, at, kind, order_id, actor)
      select gen_random_uuid(), ${office.now}, 'order.edit', ${whose}, 'system'
      from generate_series(1, 15000) as n`;
    await sql`
      insert into outbox (id, lane, address, class, dedupe_key, state, card, order_id, said_at, due_at, settled_at)
      select gen_random_uuid(), 'telegram:playground:dm:' || n % 50, '{}', 'transactional', 'k' || n, 'sent', '{}',
        ${whose}, ${office.now}, ${office.now}, now()
      from generate_series(1, 15000) as n`;
    await sql`
      insert into jobs (key, id, kind, body, due_at, planned_at, state)
      select 'j' || n, gen_random_uuid(), 'accept_delivery', jsonb_build_object('orderId', gen_random_uuid()),
        ${office.now}::timestamptz + n * interval '1 minute', ${office.now}, case when n % 2 = 0 then 'waiting' else 'done' end
      from generate_series(1, 10000) as n`;
    await sql`analyze`;
  });
  afterAll(() => office.close());

  it.each(['newest', 'before', 'after'] as const)('stays a look at a few pages of the indexes: %s', async (side) => {
    const middle = '80000000-0000-4000-8000-000000000000';
    const { pages, walked } = await costOf(office.database, (tx) =>
      readHappenings(tx, {
        orderId: order.id,
        before: side === 'before' ? middle : null,
        after: side === 'after' ? middle : null,
        kinds: null,
        customerId: order.customerId,
        lane: 'telegram:playground:dm:7',
        now: office.now,
        limit: 26,
      }),
    );
    // staff and accounts of a demo business are read at once
    expect(walked.filter((table) => !['staff', 'accounts', 'customers'].includes(table))).toEqual([]);
    expect(pages).toBeLessThan(800);
  });

  it('finds what is planned for one order among ten thousand jobs', async () => {
    const { pages, walked } = await costOf(office.database, (tx) => readPlanned(tx, order.id, office.now, 10));
    // nothing was delivered here; what many deliveries cost is tried in test/core/care
    expect(walked.filter((table) => table !== 'touches' && table !== 'touch_orders')).toEqual([]);
    expect(pages).toBeLessThan(600);
  });
});
