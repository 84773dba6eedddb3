import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sentence } from '#core/messages/card.ts';
import { livePlaces } from '#core/messages/outbox.store.ts';
import { say, withhold } from '#core/messages/outbox.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { scriptedChannel, type ScriptedChannel } from '#test/support/channel.ts';
import type { Turn } from '#core/turn.ts';
import { addressOf, deliverAll, empty, noon, speak, statesOf, turnOf, nobody } from '#test/support/machinery.ts';

const texts = ({ arrived }: ScriptedChannel): string[] => arrived.map(({ kind, text, key }) => `${kind} ${text} ${key}`);

describe.each(engines)('the outbox (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());
  beforeEach(() => empty(database));

  const here = addressOf('telegram');

  it('says a thing once per key', async () => {
    const channel = scriptedChannel('telegram');
    await speak(database, here, 'once', { live: 'card', buttons: [{ action: 'a', label: 'A' }] });
    await speak(database, here, 'again', { live: 'card', dedupeKey: 'once', buttons: [{ action: 'a', label: 'A' }] });
    await deliverAll(database, [channel]);
    expect(texts(channel)).toEqual(['send once m1']);
    expect((await database.sql`select from buttons`).count).toBe(1);
  });

  it('says nothing of a transaction that was rolled back', async () => {
    const channel = scriptedChannel('telegram');
    const broken = turnOf(database, async (turn) => {
      await say(turn, { to: here, class: 'transactional', dedupeKey: 'x', card: sentence('x') });
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    await deliverAll(database, [channel]);
    expect(channel.arrived).toEqual([]);
  });

  it('keeps the order of an address, whatever the class', async () => {
    const channel = scriptedChannel('telegram');
    for (const [index, kind] of (['marketing', 'transactional', 'survey', 'service', 'transactional'] as const).entries())
      await speak(database, here, `${index}`, { class: kind });
    await deliverAll(database, [channel]);
    expect(channel.arrived.map(({ text }) => text)).toEqual(['0', '1', '2', '3', '4']);
    expect(channel.mostAtOnce).toBe(1);
  });

  it('sends orders before campaigns', async () => {
    const channel = scriptedChannel('telegram', { pace: { account: 0.5, conversation: 100 } });
    for (let index = 0; index < 20; index++)
      await speak(database, addressOf('telegram', `M${index}`), `offer ${index}`, { class: 'marketing' });
    await speak(database, addressOf('telegram', 'zz'), 'shipped');
    await deliverAll(database, [channel]);
    expect(channel.arrived.map(({ text }) => text)).toEqual(['shipped']);
  });

  it('sends nothing before its time and nothing after its end', async () => {
    const channel = scriptedChannel('telegram');
    const later = noon.add({ hours: 72 });
    await speak(database, here, 'in three days', { dueAt: later });
    await speak(database, here, 'only today', { dueAt: noon.add({ hours: 1 }), expiresAt: noon.add({ hours: 10 }) });
    await speak(database, here, 'now');
    await deliverAll(database, [channel]);
    expect(channel.arrived.map(({ text }) => text)).toEqual(['now']);
    await deliverAll(database, [channel], { now: later });
    expect(channel.arrived.map(({ text }) => text)).toEqual(['now', 'in three days']);
    expect(await statesOf(database)).toEqual(['in three days sent', 'only today expired', 'now sent']);
  });

  it('tells of everything that became too late, however much it is', async () => {
    const channel = scriptedChannel('telegram');
    const texts = Array.from({ length: 101 }, (_, index) => `offer ${index}`);
    for (const text of texts) await speak(database, here, text, { expiresAt: noon });
    const told: string[] = [];
    const reach = { ...nobody, undelivered: async (_turn: unknown, id: string, reason: string) => void told.push(`${id} ${reason}`) };
    await deliverAll(database, [channel], { reach });
    expect(channel.arrived).toEqual([]);
    const ids = await database.sql<{ id: string }[]>`select id from outbox where state = 'expired'`;
    expect(told.toSorted()).toEqual(ids.map(({ id }) => `${id} expired`).toSorted());
    expect(told).toHaveLength(101);
  });

  it('puts an offer off that would come at night, and lets what is said meanwhile take its place', async () => {
    const channel = scriptedChannel('telegram');
    const morning = noon.add({ hours: 21 });
    const reach = { ...nobody, opening: async ({ now }: Turn) => (now.equals(morning) ? null : morning) };
    await speak(database, here, 'how was it?', { live: 'touch', class: 'survey' });
    await speak(database, here, 'an offer', { class: 'marketing' });
    await speak(database, here, 'shipped');
    await deliverAll(database, [channel], { reach });
    await speak(database, here, 'thank you', { live: 'touch' });
    await deliverAll(database, [channel], { reach });
    expect(channel.arrived.map(({ text }) => text)).toEqual(['shipped', 'thank you']);
    await deliverAll(database, [channel], { reach, now: morning });
    expect(channel.arrived.map(({ text }) => text)).toEqual(['shipped', 'thank you', 'an offer']);
    expect(await statesOf(database)).toEqual(['how was it? superseded', 'an offer sent', 'shipped sent', 'thank you sent']);
  });

  it('edits a card that stands already', async () => {
    const channel = scriptedChannel('telegram');
    await speak(database, here, 'draft', { live: 'order' });
    await deliverAll(database, [channel]);
    await speak(database, here, 'confirmed', { live: 'order' });
    await deliverAll(database, [channel]);
    expect(texts(channel)).toEqual(['send draft m1', 'edit confirmed m1']);
  });

  it('collapses edits that still wait into the last', async () => {
    const channel = scriptedChannel('telegram');
    await speak(database, here, 'v1', { live: 'order' });
    await deliverAll(database, [channel]);
    for (const text of ['v2', 'v3', 'v4']) await speak(database, here, text, { live: 'order' });
    await deliverAll(database, [channel]);
    expect(texts(channel)).toEqual(['send v1 m1', 'edit v4 m1']);
    expect(await statesOf(database)).toEqual(['v1 sent', 'v2 superseded', 'v3 superseded', 'v4 sent']);
  });

  it('replaces a card that was not sent yet, in its place', async () => {
    const channel = scriptedChannel('telegram');
    await speak(database, here, 'v1', { live: 'order' });
    await speak(database, here, 'and a question');
    await speak(database, here, 'v2', { live: 'order' });
    await deliverAll(database, [channel]);
    expect(texts(channel)).toEqual(['send v2 m1', 'send and a question m2']);
  });

  it('posts a card again whose message somebody deleted', async () => {
    const channel = scriptedChannel('telegram');
    await speak(database, here, 'v1', { live: 'order' });
    await deliverAll(database, [channel]);
    channel.faults.push('gone');
    await speak(database, here, 'v2', { live: 'order' });
    await deliverAll(database, [channel]);
    expect(texts(channel)).toEqual(['send v1 m1', 'send v2 m2']);
  });

  it('knows every conversation in which a card stands', async () => {
    await speak(database, here, 'to the customer', { live: 'order:1' });
    await speak(database, addressOf('slack', 'review'), 'to staff', { live: 'order:1' });
    await speak(database, here, 'another', { live: 'order:2' });
    expect(await livePlaces(database.sql, 'order:1')).toEqual([addressOf('slack', 'review'), here]);
  });

  it('keeps what was withheld, and why', async () => {
    const channel = scriptedChannel('telegram');
    await turnOf(database, (turn) =>
      withhold(turn, { to: here, class: 'marketing', dedupeKey: 'offer', card: sentence('offer') }, 'no consent'),
    );
    await deliverAll(database, [channel]);
    expect(channel.arrived).toEqual([]);
    expect((await database.sql`select state, reason from outbox`)[0]).toEqual({ state: 'withheld', reason: 'no consent' });
  });
});
