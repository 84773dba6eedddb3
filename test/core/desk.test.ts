import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDemo } from '#adapters/demo/load.ts';
import { randomIds } from '#adapters/ids.ts';
import { openDesk, type DeskParts } from '#core/desk.ts';
import type { Address, Incoming } from '#core/messages/incoming.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { forgetOldTimes } from '#core/tick.ts';
import { scriptedChannel } from '#test/support/channel.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { empty, manualTimer, noon, silent, speak } from '#test/support/machinery.ts';

/** Runs outside the caller's transaction, as another process would. */
const elsewhere = AsyncLocalStorage.snapshot();

describe.each(engines)('the front door (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());
  beforeAll(() => database.transaction(async (tx) => void (await loadDemo({ tx, now: noon, ids: randomIds }))));
  beforeEach(() => empty(database));

  const openWith = (channel: ReturnType<typeof scriptedChannel>, parts: Partial<DeskParts> = {}) =>
    openDesk({
      database,
      clock: { now: () => noon },
      ids: randomIds,
      log: silent,
      timer: manualTimer(),
      reader: rulesReader,
      channels: () => [channel],
      signal: new AbortController().signal,
      retentionDays: 30,
      ...parts,
    });
  const ours = () => scriptedChannel('telegram', { account: 'playground' });
  const from = (key: string, text: string, at: Partial<Address> = {}, name?: string): Incoming => ({
    kind: 'message',
    text,
    dedupeKey: randomUUID(),
    at: noon.toString(),
    from: { platform: 'telegram', account: 'playground', key, ...(name === undefined ? {} : { name }) },
    address: { platform: 'telegram', account: 'playground', key: `dm:${key}`, kind: 'dm', ...at },
  });
  const waiting = async (): Promise<number> => (await database.sql`select from inbox where state = 'received'`).count;

  it('answers the first while others still wait to be heard', async () => {
    const channel = ours();
    const desk = openWith(channel);
    for (let index = 0; index < 40; index++) await desk.receive(from(`p${index}`, 'thank you'));
    const left: number[] = [];
    const send = channel.send;
    channel.send = async (...call) => {
      left.push(await elsewhere(waiting));
      return send(...call);
    };
    await desk.tick(noon);
    expect(left).toHaveLength(40);
    expect(left[0]).toBeGreaterThanOrEqual(25);
    expect(await waiting()).toBe(0);
  });

  it('begins nothing new once it is asked to stop, and leaves the rest for the next start', async () => {
    const channel = ours();
    const stop = new AbortController();
    const desk = openWith(channel, { signal: stop.signal });
    for (let index = 0; index < 30; index++) await desk.receive(from(`p${index}`, 'thank you'));
    channel.send = async (to) => {
      stop.abort();
      return { ok: true, message: { address: to, key: 'm' } };
    };
    await desk.tick(noon);
    expect(await waiting()).toBeGreaterThanOrEqual(15);
    const rest = ours();
    await openWith(rest).tick(noon);
    expect(await waiting()).toBe(0);
    expect((await database.sql`select from outbox where state <> 'sent'`).count).toBe(0);
  });

  it('gives a hanging platform up six seconds after it was asked to stop', async () => {
    const channel = ours();
    channel.faults.push('hang');
    const stop = new AbortController();
    const rings: { ms: number; ring: () => void }[] = [];
    const after = (ms: number): AbortSignal => {
      const ringing = new AbortController();
      rings.push({ ms, ring: () => ringing.abort() });
      return ringing.signal;
    };
    const desk = openWith(channel, { signal: stop.signal, timer: { after, every: () => () => {} } });
    await speak(database, { platform: 'telegram', account: 'playground', key: 'dm:mei', kind: 'dm' }, 'offer', { class: 'marketing' });
    const ticking = desk.tick(noon);
    await channel.hung;
    stop.abort();
    rings.find(({ ms }) => ms === 6_000)?.ring();
    await ticking;
    expect(await database.sql`select state from outbox`).toEqual([{ state: 'unknown' }]);
  });

  it('makes one customer of somebody whose first two words come in two conversations at once', async () => {
    const desk = openWith(ours());
    const other = openWith(ours());
    for (let round = 0; round < 8; round++) {
      await desk.receive(from(`new${round}`, 'thank you'));
      await desk.receive(from(`new${round}`, 'thank you', { key: 'group', kind: 'group' }));
      await Promise.all([desk.tick(noon), other.tick(noon)]);
    }
    await desk.tick(noon);
    expect(
      await database.sql`select name, count(*)::int as people from customers where name like 'new%' group by name having count(*) <> 1`,
    ).toEqual([]);
    expect(
      (await database.sql`select from events e join customers c on c.id = e.actor_id where kind = 'customer.met' and c.name like 'new%'`)
        .count,
    ).toBe(8);
    expect((await database.sql`select from inbox where state <> 'done' or attempts > 0`).count).toBe(0);
  });

  it.each(['', '   ', '\u0000'])('meets a person whose name is %j', async (name) => {
    const desk = openWith(ours());
    const key = `nameless ${name.length}`;
    await desk.receive(from(key, 'thank you', {}, name));
    await desk.tick(noon);
    expect(await database.sql`select name from customers where name = ${key}`).toHaveLength(1);
  });

  it('answers a press within its time even when the database does not', async () => {
    const rings: (() => void)[] = [];
    const after = (): AbortSignal => {
      const ringing = new AbortController();
      rings.push(() => ringing.abort());
      return ringing.signal;
    };
    const hanging = { sql: database.sql, transaction: () => new Promise<never>(() => {}) };
    const desk = openWith(ours(), { database: hanging, timer: { after, every: () => () => {} } });
    const { dedupeKey, at, address, ...person } = from('mei', '');
    const looked = desk.quick({ kind: 'press', token: 'x', dedupeKey, at, address, from: person.from });
    rings.forEach((ring) => ring());
    expect(await looked).toEqual({});
  });

  it('goes on at once when the clock of the database was set back by hours', async () => {
    const channel = scriptedChannel('telegram', { account: 'playground', pace: { account: 100, conversation: 10 } });
    const desk = openWith(channel);
    const later = `now() + interval '3 hours'`;
    await desk.receive(from('mei', 'thank you'));
    await speak(database, { platform: 'telegram', account: 'playground', key: 'dm:ann', kind: 'dm' }, 'shipped');
    await database.sql`
      insert into jobs (key, id, kind, body, due_at, retry_at, planned_at)
      values ('late', ${randomIds.uuid()}, 'nightly', '{}', ${noon}, now() + interval '3 hours', ${noon})`;
    await database.sql.unsafe(`update inbox_lanes set next_at = ${later}`);
    await database.sql.unsafe(
      `insert into lanes (lane, platform, account, rank, next_at, free_at) values ('telegram:playground:dm:ann', 'telegram', 'playground', 0, ${later}, ${later})`,
    );
    await database.sql.unsafe(
      `insert into channel_accounts (platform, account, free_at, blocked_until) values ('telegram', 'playground', ${later}, ${later})`,
    );
    await forgetOldTimes(database, noon);
    await desk.tick(noon);
    expect(await waiting()).toBe(0);
    expect(channel.arrived.map(({ to }) => to).toSorted()).toEqual(['dm:ann', 'dm:mei']);
    expect(await database.sql`select state from jobs where key = 'late'`).toEqual([{ state: 'done' }]);
  });

  it('leaves a lane to whoever sends there while the clock is set back', async () => {
    await database.sql`
      insert into lanes (lane, platform, account, rank, token, next_at)
      values ('l', 'telegram', 'playground', 0, ${randomIds.uuid()}, now() + interval '3 hours')`;
    await forgetOldTimes(database, noon);
    const [row] = await database.sql<{ left: number }[]>`select extract(epoch from next_at - now())::float8 as left from lanes`;
    expect(row?.left).toBeGreaterThan(20);
    expect(row?.left).toBeLessThan(26);
  });
});
