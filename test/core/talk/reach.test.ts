import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDemo } from '#adapters/demo/load.ts';
import { randomIds } from '#adapters/ids.ts';
import { openDesk } from '#core/desk.ts';
import type { Address, Incoming } from '#core/messages/incoming.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { scriptedChannel, type ScriptedChannel } from '#test/support/channel.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { empty, manualTimer, noon, passTime, silent, speak } from '#test/support/machinery.ts';

type Spoken = { text: string } | { reachable: boolean };

describe.each(engines)('who can be reached (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());

  let telegram: ScriptedChannel;
  let slack: ScriptedChannel;
  let desk: ReturnType<typeof openDesk>;

  beforeAll(() => database.transaction(async (tx) => void (await loadDemo({ tx, now: noon, ids: randomIds }))));
  beforeEach(async () => {
    await empty(database);
    await database.sql`delete from events`;
    await database.sql`update accounts set reachable = true, unreachable_since = null, unreachable_reason = null`;
    telegram = scriptedChannel('telegram', { account: 'playground' });
    slack = scriptedChannel('slack', { account: 'playground' });
    desk = openDesk({
      database,
      clock: { now: () => noon },
      ids: randomIds,
      log: silent,
      timer: manualTimer(),
      reader: rulesReader,
      channels: () => [telegram, slack],
      signal: new AbortController().signal,
      retentionDays: 30,
    });
  });

  const dmOfMei: Address = { platform: 'telegram', account: 'playground', key: 'dm:mei', kind: 'dm' };
  const hear = async (spoken: Spoken, key = 'mei', kind: Address['kind'] = 'dm'): Promise<void> => {
    const address = { ...dmOfMei, key: kind === 'dm' ? `dm:${key}` : 'a group', kind };
    const from = { platform: dmOfMei.platform, account: dmOfMei.account, key };
    const envelope = { dedupeKey: randomUUID(), at: noon.toString(), from, address };
    const incoming: Incoming =
      'text' in spoken ? { ...envelope, kind: 'message', ...spoken } : { ...envelope, kind: 'reachable', ...spoken };
    await desk.receive(incoming);
    await desk.tick(noon);
  };
  const news = async (...texts: string[]): Promise<void> => {
    for (const text of texts) await speak(database, dmOfMei, text);
    await desk.tick(noon);
  };
  const account = async () => {
    const [row] = await database.sql<{ reachable: boolean; reason: string | null; since: Temporal.Instant | null; dm: string }[]>`
      select reachable, unreachable_reason as reason, unreachable_since as since, dm_key as dm
      from accounts
      where platform = 'telegram' and user_key = 'mei'`;
    return row;
  };
  const outbox = async (): Promise<string[]> => {
    const rows = await database.sql<{ line: string }[]>`
      select concat_ws(' ', dedupe_key, state, reason) as line from outbox where lane = 'telegram:playground:dm:mei' order by seq`;
    return rows.map(({ line }) => line);
  };
  const events = async (): Promise<string[]> => {
    const rows = await database.sql<{ line: string }[]>`
      select concat_ws(' ', kind, reason) as line from events where kind like 'account.%' or kind like 'conversation.%' order by id`;
    return rows.map(({ line }) => line);
  };
  const toldStaff = (): string[] => slack.arrived.filter(({ to }) => !to.startsWith('dm:')).map(({ text }) => text);

  it.each(['blocked', 'dm_closed', 'gone'] as const)('%s: keeps it, withholds what waits, and tells the desk once', async (reason) => {
    telegram.faults.push(reason);
    await news('one', 'two', 'three');
    expect(await account()).toMatchObject({ reachable: false, reason, since: noon });
    expect(await outbox()).toEqual([`one failed ${reason}`, `two withheld ${reason}`, `three withheld ${reason}`]);
    await news('four');
    expect((await outbox()).at(-1)).toBe(`four withheld ${reason}`);
    expect(telegram.calls).toBe(1);
    expect(toldStaff()).toHaveLength(1);
    expect(toldStaff()[0]).toMatch(/Telegram/);
    expect(await events()).toEqual([`account.unreachable ${reason}`]);
  });

  it('is back with the next word of the person, and with it the newest truth on each card', async () => {
    await speak(database, dmOfMei, 'v1', { live: 'order' });
    await desk.tick(noon);
    telegram.faults.push('blocked');
    await speak(database, dmOfMei, 'v2', { live: 'order' });
    await desk.tick(noon);
    await speak(database, dmOfMei, 'v3', { live: 'order' });
    await speak(database, dmOfMei, 'a question');
    await desk.tick(noon);
    telegram.arrived.length = 0;
    await hear({ text: 'hello again' });
    expect(await account()).toEqual({ reachable: true, reason: null, since: null, dm: 'dm:mei' });
    expect(telegram.arrived.filter(({ kind }) => kind === 'edit').map(({ text, key }) => [text, key])).toEqual([['v3', 'm1']]);
    expect(telegram.arrived.map(({ text }) => text)).not.toContain('a question');
    expect(await events()).toEqual(['account.unreachable blocked', 'account.reachable']);
    telegram.arrived.length = 0;
    await news('later');
    expect(telegram.arrived.map(({ text }) => text)).toEqual(['later']);
  });

  it('hears of a block and of its end from the platform, and greets nobody for it', async () => {
    await hear({ reachable: false });
    expect(await account()).toMatchObject({ reachable: false, reason: 'blocked' });
    expect(toldStaff()).toEqual([]);
    await speak(database, dmOfMei, 'an offer', { class: 'marketing' });
    await desk.tick(noon);
    expect(toldStaff()).toEqual([]);
    await news('shipped');
    expect(toldStaff()).toHaveLength(1);
    await hear({ reachable: true });
    expect(await account()).toMatchObject({ reachable: true });
    const before = await database.sql`select from customers`;
    await hear({ reachable: false }, 'stranger');
    await hear({ reachable: true }, 'stranger');
    expect((await database.sql`select from customers`).count).toBe(before.count);
    expect(telegram.arrived).toEqual([]);
  });

  it('does not take a word in a group for an open conversation, nor a closed group for a person', async () => {
    await hear({ reachable: false });
    await hear({ text: 'I am here' }, 'mei', 'group');
    expect(await account()).toMatchObject({ reachable: false });
    telegram.faults.push('blocked', 'not_in_chat');
    await speak(database, { ...dmOfMei, key: 'a group', kind: 'group' }, 'to all');
    await speak(database, { ...dmOfMei, key: 'another', kind: 'group' }, 'to others');
    await desk.tick(noon);
    const [row] = await database.sql<{ lines: string[] }[]>`
      select array_agg(concat_ws(' ', dedupe_key, state, reason) order by seq) as lines from outbox where dedupe_key in ('to all', 'to others')`;
    expect(row?.lines).toEqual(['to all failed blocked', 'to others failed not_in_chat']);
    expect((await database.sql`select from lanes where closed is not null`).count).toBe(1);
  });

  it('keeps the conversation in which a person speaks as the one where they are reached', async () => {
    await database.sql`update accounts set dm_key = 'a guess' where platform = 'telegram' and user_key = 'mei'`;
    await hear({ text: 'hello' });
    expect(await account()).toMatchObject({ dm: 'dm:mei' });
    expect(await events()).toEqual([]);
  });

  it('follows a conversation that moved, with everything that waits there and in its order', async () => {
    const old: Address = { platform: 'slack', account: 'playground', key: 'old', kind: 'group' };
    const next: Address = { ...old, key: 'new' };
    await database.sql`update desk_conversations set key = 'old' where purpose = 'review' and platform = 'slack'`;
    await speak(database, old, 'card v1', { live: 'order' });
    await desk.tick(noon);
    slack.arrived.length = 0;
    slack.faults.push({ movedTo: next });
    await speak(database, old, 'one');
    await speak(database, old, 'two', { under: 'order' });
    await speak(database, old, 'card v2', { live: 'order' });
    await speak(database, old, 'tomorrow', { dueAt: noon.add({ hours: 24 }) });
    await desk.tick(noon);
    expect(slack.arrived.map(({ to, kind, text }) => [to, kind, text])).toEqual([
      ['new', 'send', 'one'],
      ['new', 'send', 'two'],
      ['new', 'send', 'card v2'],
    ]);
    expect(await database.sql`select key from desk_conversations where purpose = 'review' and platform = 'slack'`).toEqual([
      { key: 'new' },
    ]);
    expect(await events()).toEqual(['conversation.moved']);
    // somebody still says the card at the old address: it is the same card
    slack.faults.push({ movedTo: next });
    await speak(database, old, 'card v3', { live: 'order' });
    await desk.tick(noon);
    expect(slack.arrived.slice(3).map(({ to, kind, text }) => [to, kind, text])).toEqual([['new', 'edit', 'card v3']]);
    await desk.tick(noon.add({ hours: 24 }));
    const there = slack.arrived.slice(4).filter(({ to }) => to !== 'digest');
    expect(there.map(({ to, text }) => [to, text])).toEqual([['new', 'tomorrow']]);
  });

  it('does not follow for ever', async () => {
    const other: Address = { ...dmOfMei, key: 'dm:elsewhere' };
    for (let round = 0; round < 20; round++) telegram.faults.push({ movedTo: round % 2 ? dmOfMei : other });
    await news('lost');
    for (let round = 0; round < 3; round++) {
      await passTime(database);
      await desk.tick(noon);
    }
    expect(await database.sql`select state, reason from outbox where dedupe_key = 'lost'`).toEqual([{ state: 'failed', reason: 'moved' }]);
    expect(telegram.calls).toBeLessThan(10);
  });

  it('tells others of the desk, once a day, that nothing gets into a conversation of the desk any more', async () => {
    const review: Address = { platform: 'slack', account: 'playground', key: 'review', kind: 'group' };
    const fails = async (...texts: string[]): Promise<void> => {
      slack.faults.push(...texts.map(() => 'not_in_chat' as const));
      for (const text of texts) await speak(database, review, text);
      await desk.tick(noon);
    };
    const puts = (platform: string, key: string) =>
      database.sql`insert into desk_conversations (platform, account, key, purpose) values (${platform}, 'playground', ${key}, 'review')`;
    await database.sql`delete from desk_conversations`;
    await puts('slack', 'review');
    // nobody else of the desk has a place of its own: the manager hears of it
    await fails('a card', 'another');
    const told = async (): Promise<string[]> => {
      const rows = await database.sql<{ said: string }[]>`
        select (address ->> 'key') || ': ' || (card ->> 'fallback') as said from outbox where dedupe_key like 'shut:%' order by seq`;
      return rows.map(({ said }) => said);
    };
    expect(await told()).toEqual([expect.stringMatching(/^dm:grace: .*Slack.*review.*\/desk here/)]);
    await puts('telegram', 'other review');
    await fails('a third');
    expect((await told()).slice(1)).toEqual([expect.stringMatching(/^other review: .*Slack/)]);
    await database.sql`delete from desk_conversations where key = 'other review'`;
    // a conversation that is for nothing is nobody's business
    slack.faults.push('not_in_chat');
    await speak(database, { ...review, key: 'lunch' }, 'to some');
    await desk.tick(noon);
    expect(await told()).toHaveLength(2);
  });
});
