import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { withdrawOptedOut } from '#core/care/opted-out.act.ts';
import { channelKey, deliverNext } from '#core/messages/delivery.ts';
import type { Address, Incoming } from '#core/messages/incoming.ts';
import type { Database, Tx } from '#core/ports.ts';
import { noteReach, reach } from '#core/talk/reach.act.ts';
import { scriptedChannel, type Fault } from '#test/support/channel.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { empty, noon, senderWorld, speak } from '#test/support/machinery.ts';

// the embedded database does one transaction after the other
describe.runIf(engines.includes('server'))('what delivery learns while the same customer speaks (server)', async () => {
  const database = engines.includes('server') ? await openTestDatabase({ engine: 'server' }) : await openTestDatabase();
  afterAll(() => database.close());
  const to: Address = { platform: 'telegram', account: 'A1', key: 'D1', kind: 'dm' };
  const customer = randomUUID();
  const key = `touch:${randomUUID()}`;

  beforeEach(async () => {
    await empty(database);
    const { sql } = database;
    await sql`truncate customers, business cascade`;
    await sql`insert into business (name, time_zone, locale, currency, order_prefix, origin) values ('{"en":"B"}', 'UTC', 'en', 'EUR', 'B-', 'own')`;
    await sql`insert into customers (id, name, locale, created_at) values (${customer}, 'Mei', 'en', ${noon})`;
    await sql`
      insert into accounts (platform, account, user_key, customer_id, dm_key, preferred, linked_at)
      values ('telegram', 'A1', 'mei', ${customer}, 'D1', true, ${noon})`;
    await sql`
      insert into touches (id, customer_id, campaign, subject, step, purpose, state, planned_at, due_at, expires_at, outbox_key, sent_at)
      values (${randomUUID()}, ${customer}, 'follow_up', ${randomUUID()}, 'tips', 'service', 'sent', ${noon}, ${noon},
        ${noon.add({ hours: 24 })}, ${key}, ${noon})`;
    await speak(database, to, 'Tips for your lamp', { class: 'service', dedupeKey: key });
  });

  /** Counts how often work was begun anew because the database had to choose between two transactions. */
  function watched(over: OpenDatabase) {
    let [asked, begun] = [0, 0];
    const watching: Database = {
      sql: over.sql,
      transaction: (work) => {
        asked++;
        return over.transaction((tx) => {
          begun++;
          return work(tx);
        });
      },
    };
    return { database: watching, retried: () => begun - asked };
  }
  const deliver = (over: Database, fault: Fault): Promise<boolean> => {
    const channel = scriptedChannel('telegram');
    channel.faults.push(fault);
    return deliverNext(over, new Map([[channelKey(channel), channel]]), senderWorld({ reach }));
  };
  const stop = (over: Database): Promise<void> =>
    over.transaction((tx) => withdrawOptedOut({ tx, now: noon, ids: randomIds }, customer, ['service', 'marketing']));
  const blocks = (over: Database): Promise<void> => {
    const from = { platform: 'telegram', account: 'A1', key: 'mei' } as const;
    const incoming: Incoming = { kind: 'reachable', reachable: false, dedupeKey: 'b', at: noon.toString(), from, address: to };
    return over.transaction((tx) => noteReach({ tx, now: noon, ids: randomIds }, incoming));
  };
  /** Resolves when so many wait for a lock that somebody else holds, or at once when `done` says that nobody will. */
  const waiting = async (count: number, done: () => boolean = () => false): Promise<void> => {
    const stands = () => database.sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await expect.poll(async () => done() || (await stands()).count >= count, { timeout: 10_000, interval: 10 }).toBe(true);
  };

  /** The first comes to a row that a third holds, the second then as far as it can; both go on from there. */
  async function meet(hold: (tx: Tx) => Promise<unknown>, first: () => Promise<unknown>, second: () => Promise<unknown>) {
    const release = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const holding = database.transaction(async (tx) => {
      await hold(tx);
      held.resolve();
      await release.promise;
    });
    await held.promise;
    const one = first();
    await waiting(1);
    let isOver = false;
    const other = second().finally(() => void (isOver = true));
    await waiting(2, () => isOver);
    release.resolve();
    await Promise.all([holding, one, other]);
  }

  it('settles a message that did not arrive without waiting for a customer who says STOP, nor they for each other', async () => {
    const both = watched(database);
    await meet(
      (tx) => tx`select from customers where id = ${customer} for no key update`,
      () => stop(both.database),
      () => deliver(both.database, 'invalid'),
    );
    expect(both.retried()).toBe(0);
    expect((await database.sql`select state, reason from outbox`)[0]).toMatchObject({ state: 'failed' });
    expect((await database.sql`select kind, body ->> 'reason' as reason from jobs`)[0]).toMatchObject({ kind: 'touch_undelivered' });
  });

  it('hears of a block from both sides at once', async () => {
    const both = watched(database);
    await meet(
      (tx) => tx`select from accounts where user_key = 'mei' for update`,
      () => blocks(both.database),
      () => deliver(both.database, 'blocked'),
    );
    expect(both.retried()).toBe(0);
    expect((await database.sql`select reachable, unreachable_reason from accounts`)[0]).toEqual({
      reachable: false,
      unreachable_reason: 'blocked',
    });
  });

  it('chooses between nobody, however they meet', async () => {
    const all = watched(database);
    for (let round = 0; round < 40; round++) {
      const fault = (['invalid', 'blocked', 'unknown_outcome'] as const)[round % 3] ?? 'invalid';
      await database.sql`update outbox set state = 'queued', settled_at = null, attempts = 0, uncertain = false, reason = null, position = null`;
      await database.sql`update accounts set reachable = true, unreachable_since = null, unreachable_reason = null`;
      await database.sql`update lanes set closed = null, token = null, next_at = now(), free_at = now()`;
      await database.sql`update touches set state = 'sent', reason = null, settled_at = null, sent_at = ${noon}`;
      await Promise.all([stop(all.database), deliver(all.database, fault), blocks(all.database), stop(all.database)]);
    }
    expect(all.retried()).toBe(0);
  });
});
