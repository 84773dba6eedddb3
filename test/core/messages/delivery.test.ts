import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { deliveryFigures } from '#core/messages/delivery.figures.store.ts';
import { channelKey, deliverNext } from '#core/messages/delivery.ts';
import { resumeAccount } from '#core/messages/pacing.store.ts';
import type { Platform } from '#core/messages/incoming.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { scriptedChannel, type ScriptedChannel } from '#test/support/channel.ts';
import { addressOf, deliverAll, empty, manualTimer, noon, passTime, silent, speak, statesOf } from '#test/support/machinery.ts';

const texts = (channel: ScriptedChannel): string[] => channel.arrived.map(({ text }) => text);

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
    const world = { now: noon, ids: randomIds, log: silent, timer: manualTimer(), signal: new AbortController().signal };
    void deliverNext(database, new Map([[channelKey(channel), dying]]), world);
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

  it('stops an account whose token is refused, shows it, and loses nothing', async () => {
    const channel = scriptedChannel('telegram');
    channel.faults.push('auth');
    await speak(database, here, 'hello');
    await settleInTime(channel);
    expect(channel.calls).toBe(1);
    expect(await deliveryFigures(database.sql, noon.add({ seconds: 90 }))).toEqual({
      outbox: { queued: 1, sending: 0, failed: 0, unknown: 0 },
      inbox: { waiting: 0, parked: 0 },
      jobs: { parked: 0 },
      oldestDueSeconds: 90,
      stopped: [{ platform: 'telegram', account: 'A1', reason: 'token revoked', since: noon }],
    });
    await resumeAccount(database.sql, channel);
    await deliverAll(database, [channel]);
    expect(texts(channel)).toEqual(['hello']);
  });

  it('follows a conversation that moved, with its card', async () => {
    const channel = scriptedChannel('telegram');
    channel.faults.push({ movedTo: addressOf('telegram', 'NEW') });
    await speak(database, here, 'card', { live: 'order' });
    await deliverAll(database, [channel]);
    expect(channel.arrived.map(({ to, text }) => [to, text])).toEqual([['NEW', 'card']]);
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
    const world = { now: noon, ids: randomIds, log: silent, timer: manualTimer(), signal: AbortSignal.abort() };
    expect(await deliverNext(database, new Map([[channelKey(channel), channel]]), world)).toBe(false);
    expect(await statesOf(database)).toEqual(['later queued']);
  });
});
