import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { channelKey, deliverNext } from '#core/messages/delivery.ts';
import type { Platform } from '#core/messages/incoming.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { scriptedChannel, type ScriptedChannel } from '#test/support/channel.ts';
import type { Database } from '#core/ports.ts';
import { addressOf, deliverAll, empty, manualTimer, nobody, passTime, senderWorld, speak, statesOf } from '#test/support/machinery.ts';

const texts = (channel: ScriptedChannel): string[] => channel.arrived.map(({ text }) => text);

/** The pauses between attempts pass at once; what is being sent has all the time it needs. */
const afterPauses = (ms: number): AbortSignal => (ms < 20_000 ? AbortSignal.timeout(2) : new AbortController().signal);

describe.each(engines)('delivery (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());
  beforeEach(() => empty(database));

  const here = addressOf('telegram');
  const settleInTime = async (channel: ScriptedChannel): Promise<void> => {
    await deliverAll(database, [channel]);
    await passTime(database);
    await deliverAll(database, [channel]);
  };

  /** A sender whose platform takes the message, and that dies before it hears so. */
  async function dieWhileSending(channel: ScriptedChannel): Promise<void> {
    const taken = Promise.withResolvers<void>();
    const dying: ScriptedChannel = {
      ...channel,
      async send(...call) {
        await channel.send(...call);
        taken.resolve();
        return new Promise(() => {});
      },
    };
    void deliverNext(database, new Map([[channelKey(channel), dying]]), senderWorld());
    await taken.promise;
  }

  it('waits as long as the platform asks, and does not count that as a failure', async () => {
    const channel = scriptedChannel('telegram');
    channel.faults.push(...Array<'rate_limited'>(20).fill('rate_limited'));
    await speak(database, here, 'hello');
    for (let round = 0; round < 20; round++) {
      await deliverAll(database, [channel]);
      await passTime(database);
    }
    expect(channel.arrived).toEqual([]);
    await deliverAll(database, [channel]);
    expect(await statesOf(database)).toEqual(['hello sent']);
    expect((await database.sql`select attempts from outbox`)[0]).toEqual({ attempts: 1 });
  });

  it('pauses the whole account when the platform limits it', async () => {
    const channel = scriptedChannel('telegram');
    channel.faults.push('account_limited');
    await speak(database, here, 'one');
    await deliverAll(database, [channel]);
    await speak(database, addressOf('telegram', 'C2'), 'two');
    await deliverAll(database, [channel]);
    expect(channel.arrived).toEqual([]);
    await passTime(database);
    await deliverAll(database, [channel]);
    expect(texts(channel).toSorted()).toEqual(['one', 'two']);
  });

  it('goes on with the next message after one that cannot be sent', async () => {
    const channel = scriptedChannel('telegram');
    channel.faults.push('invalid');
    await speak(database, here, 'too long');
    await speak(database, here, 'fine');
    await deliverAll(database, [channel]);
    expect(await statesOf(database)).toEqual(['too long failed', 'fine sent']);
    expect((await database.sql`select reason from outbox where state = 'failed'`)[0]).toEqual({ reason: 'invalid: too long' });
  });

  describe('when no answer came', () => {
    const cases: { platform: Platform; kind: 'transactional' | 'marketing'; findable: boolean; copies: number; state: string }[] = [
      { platform: 'discord', kind: 'transactional', findable: false, copies: 1, state: 'x sent (uncertain)' },
      { platform: 'discord', kind: 'marketing', findable: false, copies: 1, state: 'x sent (uncertain)' },
      { platform: 'slack', kind: 'transactional', findable: true, copies: 1, state: 'x sent (uncertain)' },
      { platform: 'slack', kind: 'marketing', findable: true, copies: 1, state: 'x sent (uncertain)' },
      { platform: 'telegram', kind: 'transactional', findable: false, copies: 2, state: 'x sent (uncertain)' },
      { platform: 'telegram', kind: 'marketing', findable: false, copies: 1, state: 'x unknown (uncertain)' },
    ];

    it.each(cases)('$platform gets $copies of an accepted $kind message', async ({ platform, kind, findable, copies, state }) => {
      const channel = scriptedChannel(platform, { findable });
      channel.faults.push('accept_then_unknown');
      await speak(database, addressOf(platform), 'x', { class: kind });
      await settleInTime(channel);
      expect(channel.arrived).toHaveLength(copies);
      expect(await statesOf(database)).toEqual([state]);
    });

    it.each(cases)('$platform gets $copies of a $kind message whose sender died', async ({ platform, kind, findable, copies, state }) => {
      const channel = scriptedChannel(platform, { findable });
      await speak(database, addressOf(platform), 'x', { class: kind });
      await dieWhileSending(channel);
      expect(await deliverAll(database, [channel])).toBe(0);
      await settleInTime(channel);
      expect(channel.arrived).toHaveLength(copies);
      expect(await statesOf(database)).toEqual([state]);
    });

    it('Slack gets a message that surely did not arrive', async () => {
      const channel = scriptedChannel('slack', { findable: true });
      channel.faults.push('unknown_outcome');
      await speak(database, addressOf('slack'), 'x', { class: 'marketing' });
      await settleInTime(channel);
      expect(texts(channel)).toEqual(['x']);
    });

    it('Discord is not asked with a key it has forgotten', async () => {
      const channel = scriptedChannel('discord');
      channel.faults.push('accept_then_unknown');
      await speak(database, addressOf('discord'), 'x', { class: 'marketing' });
      await deliverAll(database, [channel]);
      await database.sql`update outbox set attempt_at = now() - interval '5 minutes'`;
      await passTime(database);
      await deliverAll(database, [channel]);
      expect(await statesOf(database)).toEqual(['x unknown (uncertain)']);
      expect(channel.calls).toBe(1);
    });

    it('an edit is simply done again', async () => {
      const channel = scriptedChannel('telegram');
      await speak(database, here, 'v1', { live: 'order', class: 'marketing' });
      await deliverAll(database, [channel]);
      channel.faults.push('accept_then_unknown');
      await speak(database, here, 'v2', { live: 'order', class: 'marketing' });
      await settleInTime(channel);
      expect(channel.arrived.map(({ kind, key }) => [kind, key])).toEqual([
        ['send', 'm1'],
        ['edit', 'm1'],
        ['edit', 'm1'],
      ]);
    });

    it('gives up a message whose sender has died eight times', async () => {
      const channel = scriptedChannel('slack', { findable: true });
      await speak(database, addressOf('slack'), 'x');
      await speak(database, addressOf('slack'), 'y');
      for (let round = 0; round < 8; round++) {
        channel.arrived.length = 0;
        await dieWhileSending(channel);
        await passTime(database);
      }
      channel.calls = 0;
      await deliverAll(database, [channel]);
      expect(await statesOf(database)).toEqual(['x unknown (uncertain)', 'y sent']);
      expect(channel.calls).toBe(1);
    });

    it('gives up after eight attempts, says so, and goes on', async () => {
      const channel = scriptedChannel('telegram');
      channel.faults.push(...Array<'unknown_outcome'>(8).fill('unknown_outcome'));
      await speak(database, here, 'x');
      await speak(database, here, 'y');
      for (let round = 0; round < 9; round++) await settleInTime(channel);
      expect(await statesOf(database)).toEqual(['x unknown (uncertain)', 'y sent']);
    });
  });

  it('does not wait for a platform that hangs', async () => {
    const channel = scriptedChannel('telegram');
    const timer = manualTimer();
    channel.faults.push('hang');
    await speak(database, here, 'offer', { class: 'marketing' });
    const delivered = deliverAll(database, [channel], { timer });
    await channel.hung;
    timer.ring();
    await delivered;
    expect(await statesOf(database)).toEqual(['offer unknown (uncertain)']);
  });

  it('does not wait for a platform that hangs when the desk must end', async () => {
    const channel = scriptedChannel('telegram');
    const hurry = new AbortController();
    channel.faults.push('hang');
    await speak(database, here, 'offer', { class: 'marketing' });
    const delivered = deliverAll(database, [channel], { hurry: hurry.signal });
    await channel.hung;
    hurry.abort();
    await delivered;
    expect(await statesOf(database)).toEqual(['offer unknown (uncertain)']);
  });

  it('remembers that it sent something although the database is away just then', async () => {
    const channel = scriptedChannel('telegram');
    const log: string[] = [];
    let failures = 3;
    const shaky: Database = {
      sql: database.sql,
      transaction: (work) =>
        channel.calls > 0 && failures-- > 0 ? Promise.reject(new Error('connection lost')) : database.transaction(work),
    };
    await speak(database, here, 'x');
    const rounds = await deliverAll(shaky, [channel], {
      timer: { ...manualTimer(), after: afterPauses },
      log: { info() {}, error() {}, warn: (_facts, event) => void log.push(event) },
    });
    expect([rounds, channel.calls, await statesOf(database)]).toEqual([2, 1, ['x sent']]);
    expect(log).toEqual(['outbox.not_settled', 'outbox.not_settled', 'outbox.not_settled']);
  });

  it('finishes the other messages when one cannot be settled', async () => {
    const channel = scriptedChannel('telegram');
    channel.faults.push('blocked');
    await speak(database, here, 'first');
    await speak(database, addressOf('telegram', 'C2'), 'second');
    const timer = { ...manualTimer(), after: afterPauses };
    const lost = () => Promise.reject(new Error('broken'));
    await expect(deliverAll(database, [channel], { timer, reach: { ...nobody, lost } })).rejects.toThrow('broken');
    expect(await statesOf(database)).toEqual(['first sending', 'second sent']);
  });

  it.each([Number.NaN, -5, Number.POSITIVE_INFINITY, 1e12])(
    'makes sense of a platform that asks it to wait %d ms',
    async (retryAfterMs) => {
      const channel = scriptedChannel('telegram');
      channel.faults.push({ retryAfterMs });
      await speak(database, here, 'x');
      await deliverAll(database, [channel]);
      const [row] = await database.sql<{ wait: number }[]>`select extract(epoch from next_at - now())::float8 as wait from lanes`;
      expect(row?.wait).toBeGreaterThan(0.5);
      expect(row?.wait).toBeLessThanOrEqual(900);
    },
  );

  it('takes a channel that breaks for one that did not answer', async () => {
    const channel = scriptedChannel('telegram');
    channel.send = () => Promise.reject(new TypeError('socket hang up'));
    await speak(database, here, 'offer', { class: 'marketing' });
    await deliverAll(database, [channel]);
    expect((await database.sql`select reason from outbox`)[0]).toEqual({ reason: 'no answer: TypeError: socket hang up' });
  });

  it('keeps its lease while it lives, and settles nothing once another took it', async () => {
    const channel = scriptedChannel('telegram');
    const timer = manualTimer();
    channel.faults.push('hang');
    await speak(database, here, 'offer', { class: 'marketing' });
    const delivered = deliverAll(database, [channel], { timer });
    await channel.hung;
    await database.sql`update lanes set token = ${randomIds.uuid()}, next_at = now() + interval '1 hour'`;
    timer.beat();
    await delivered;
    expect(await statesOf(database)).toEqual(['offer sending']);
  });

  it('never sends twice with four senders at once', async () => {
    const channel = scriptedChannel('telegram');
    for (let index = 0; index < 60; index++) await speak(database, addressOf('telegram', `C${index % 7}`), `${index}`);
    await Promise.all([1, 2, 3, 4].map(() => deliverAll(database, [channel])));
    await deliverAll(database, [channel]);
    expect(channel.arrived).toHaveLength(60);
    expect(new Set(texts(channel)).size).toBe(60);
    expect(channel.mostAtOnce).toBe(1);
    for (let lane = 0; lane < 7; lane++) {
      const said = channel.arrived.filter(({ to }) => to === `C${lane}`).map(({ text }) => Number(text));
      expect(said).toEqual(said.toSorted((a, b) => a - b));
    }
  });

  it('keeps the pace of an account and of a conversation', async () => {
    const channel = scriptedChannel('telegram', { pace: { account: 30, conversation: 1 } });
    for (let index = 0; index < 50; index++) await speak(database, addressOf('telegram', `C${index}`), `${index}`);
    await deliverAll(database, [channel]);
    const [{ ahead } = { ahead: 0 }] = await database.sql<{ ahead: number }[]>`
      select extract(epoch from free_at - now())::float8 as ahead
      from channel_accounts`;
    expect(ahead).toBeLessThan(0.14);
    await empty(database);
    channel.arrived.length = 0;
    for (let index = 0; index < 10; index++) await speak(database, here, `${index}`);
    await deliverAll(database, [channel]);
    expect(channel.arrived.length).toBeGreaterThanOrEqual(3);
    expect(channel.arrived.length).toBeLessThanOrEqual(5);
  });

  it('claims nothing once it is asked to stop', async () => {
    const channel = scriptedChannel('telegram');
    await speak(database, here, 'later');
    const stopping = senderWorld({ signal: AbortSignal.abort() });
    expect(await deliverNext(database, new Map([[channelKey(channel), channel]]), stopping)).toBe(false);
    expect(await statesOf(database)).toEqual(['later queued']);
  });
});
