import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { deliveryFigures } from '#core/messages/delivery.figures.store.ts';
import { tryAccountsNow } from '#core/messages/pacing.store.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { scriptedChannel, type ScriptedChannel } from '#test/support/channel.ts';
import { addressOf, deliverAll, empty, noon, passTime, speak } from '#test/support/machinery.ts';

const texts = (channel: ScriptedChannel): string[] => channel.arrived.map(({ text }) => text);

describe.each(engines)('an account whose credentials are refused (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());
  beforeEach(() => empty(database));

  const here = addressOf('telegram');

  it('is stopped, tried now and then with one message, and goes on by itself', async () => {
    const channel = scriptedChannel('telegram');
    const told: string[] = [];
    const log = {
      info: (_: object, event: string) => void told.push(event),
      warn() {},
      error: (_: object, event: string) => void told.push(event),
    };
    for (let index = 0; index < 5; index++) await speak(database, addressOf('telegram', `C${index}`), `${index}`);
    channel.faults.push(...Array<'auth'>(7).fill('auth'));
    await deliverAll(database, [channel], { log });
    await deliverAll(database, [channel], { log });
    expect(channel.calls).toBe(5);
    expect(await deliveryFigures(database.sql, noon.add({ seconds: 90 }))).toEqual({
      outbox: { queued: 5, sending: 0, failed: 0, unknown: 0 },
      inbox: { waiting: 0, parked: 0 },
      jobs: { parked: 0 },
      oldestDueSeconds: 90,
      stopped: [{ platform: 'telegram', account: 'A1', reason: 'token revoked', since: noon }],
    });
    for (const calls of [6, 7]) {
      await passTime(database);
      await deliverAll(database, [channel], { log });
      expect(channel.calls).toBe(calls);
    }
    await passTime(database);
    await deliverAll(database, [channel], { log });
    expect(texts(channel).toSorted()).toEqual(['0', '1', '2', '3', '4']);
    expect(told).toEqual(['outbox.account_stopped', 'outbox.account_open_again']);
    expect((await database.sql`select attempts from outbox`).map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1]);
  });

  it('is tried after a longer wait each time, at most ten minutes, but at once after a start', async () => {
    const channel = scriptedChannel('telegram');
    const waits: number[] = [];
    channel.faults.push(...Array<'auth'>(9).fill('auth'));
    await speak(database, here, 'hello');
    for (let round = 0; round < 9; round++) {
      await deliverAll(database, [channel]);
      const [row] = await database.sql<
        { wait: number }[]
      >`select extract(epoch from retry_at - now())::float8 as wait from channel_accounts`;
      waits.push(Math.ceil((row?.wait ?? 0) / 5) * 5);
      await passTime(database);
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 600, 600, 600]);
    await database.sql`update channel_accounts set retry_at = now() + interval '10 minutes'`;
    await tryAccountsNow(database.sql);
    await deliverAll(database, [channel]);
    expect(texts(channel)).toEqual(['hello']);
  });

  it('stays stopped while nothing answers', async () => {
    const channel = scriptedChannel('telegram');
    channel.faults.push('auth', 'unknown_outcome');
    await speak(database, here, 'hello');
    await deliverAll(database, [channel]);
    await passTime(database);
    await deliverAll(database, [channel]);
    expect((await deliveryFigures(database.sql, noon)).stopped).toHaveLength(1);
  });
});
