import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emulateDiscord, type EmulatedDiscord } from '#adapters/emulators/discord/emulate.ts';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { accept } from '#core/messages/accepting.store.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { channelOf, rights } from '#adapters/emulators/discord/guild.ts';
import { connectTo, hasty, options, when, type Connected } from './discord.stage.ts';
import { openEar, type Ear } from './stage.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('what was said on Discord while the desk was away for long', () => {
  let server: EmulatedDiscord;
  let ear: Ear;
  const open: Connected[] = [];
  beforeEach(async () => {
    server = await emulateDiscord({ way: 'gateway' });
    ear = openEar();
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    await server.close();
  });

  const connect = async (sink = ear): Promise<Connected> => {
    const connected = await connectTo(server, sink, database, hasty);
    open.push(connected);
    return connected;
  };
  const texts = (): string[] => ear.heard.flatMap((one) => (one.kind === 'message' ? [one.text] : []));
  const healthy = (desk: Connected) => when(() => desk.connection.health().state === 'connected', 'it is connected');

  /** What is heard is in the inbox too, which knows the conversations. */
  const kept = (): Ear => ({
    ...ear,
    receive: async (incoming) => {
      await accept(database.sql, incoming, randomIds);
      return ear.receive(incoming);
    },
  });
  const caughtUp = (desk: Connected) => when(() => desk.log.some((line) => line.startsWith('discord.caught_up')), 'it has caught up');
  const marked = async (): Promise<void> => {
    const isMarked = async () => (await database.sql`select from discord_listening where account = ${server.world.bot.id}`).count;
    await expect.poll(isMarked).toBe(1);
  };

  it('hears what was written while it was off, in order and once, wherever somebody has spoken with it', async () => {
    const missed = 220; // several pages of Discord's
    await connect(kept());
    server.say('Mei', 'one');
    server.say('Bob', 'two', { channel: 'review' });
    await when(() => texts().length === 2, 'both are heard');
    await marked();
    await open.pop()?.close();
    server.gateway.forget();
    for (let at = 0; at < missed; at++) server.say('Mei', `while it was off ${at}`);
    server.say('Bob', 'lunch?', { channel: 'review', unnamed: true });
    server.say('Bob', 'and in the review', { channel: 'review' });
    server.echo('itself', 'not for us', { person: 'Mei' });
    server.fault({ kind: 'rate_limited', seconds: 0.05 }, 'GET /channels/:id/messages');
    const desk = await connect(kept());
    server.say('Mei', 'and now');
    await when(() => texts().length === missed + 4, 'all is heard');
    const mine = ear.heard.flatMap((one) => (one.kind === 'message' && one.from.name === 'Mei' ? [one.text] : []));
    expect(mine).toEqual(['one', ...Array.from({ length: missed }, (_, at) => `while it was off ${at}`), 'and now']);
    expect(ear.heard.filter(({ address }) => address.kind === 'group')).toMatchObject([{ text: 'two' }, { text: 'and in the review' }]);
    await caughtUp(desk);
    // and once more nothing is missing
    await open.pop()?.close();
    const next = await connect(kept());
    server.say('Mei', 'again');
    await when(() => texts().length === missed + 5, 'it hears');
    // a session that goes on may bring its last word again; nothing is looked for
    expect(next.log.filter((line) => line.startsWith('discord.caught_up'))).toEqual([]);
    expect(server.gateway.begun).toEqual(['identify', 'identify', 'resume']);
  });

  /** A card of the desk's in the review, and colleagues who have spoken there; the desk has gone since. */
  const leftWithCards = async (count: number): Promise<string[]> => {
    const desk = await connect(kept());
    await healthy(desk);
    const channel = desk.connection.channel() ?? expect.fail('it does not know who it is');
    const to = { platform: 'discord', account: server.world.bot.id, key: channelOf(server.world, 'review').id, kind: 'group' } as const;
    const cards: string[] = [];
    for (let at = 0; at < count; at++) {
      const sent = await channel.send(to, { blocks: [{ kind: 'text', text: `Order ${at}` }], fallback: '' }, options());
      cards.push(sent.ok ? sent.message.key : expect.fail('the card is not there'));
    }
    server.say('Bob', 'before', { channel: 'review' });
    await when(() => texts().length === 1, 'it is heard');
    await marked();
    await open.pop()?.close();
    server.gateway.forget();
    return cards;
  };
  const putAway = (thread: string) => Object.assign(server.world.places.get(thread)?.thread ?? {}, { archived: true });

  it('hears what was said to it in threads too, in one that was put away since as well, in order with the channel', async () => {
    const [one = '', two = '', three = ''] = await leftWithCards(3);
    for (const card of [one, two, three]) server.thread('Bob', card, 'chairs?');
    const own = server.say('Bob', 'lunch?', { channel: 'review', unnamed: true });
    server.thread('Bob', own.id, 'lunch');
    server.say('Bob', 'in the first', { thread: one });
    server.say('Bob', 'in the channel', { channel: 'review' });
    server.say('Bob', 'in the second', { thread: two });
    server.say('Bob', 'among us', { thread: one, unnamed: true });
    server.say('Bob', 'in the first again', { thread: one });
    server.say('Bob', 'in one of my own', { thread: own.id });
    putAway(two);
    await caughtUp(await connect(kept()));
    expect(texts().slice(1)).toEqual(['in the first', 'in the channel', 'in the second', 'in the first again', 'in one of my own']);
    const review = channelOf(server.world, 'review').id;
    expect(ear.heard.slice(1).map(({ address, ...said }) => [address.key, 'replyTo' in said ? said.replyTo : null])).toEqual([
      [review, one],
      [review, null],
      [review, two],
      [review, one],
      [own.id, null],
    ]);
  });

  it('looks through all pages of what was put away', async () => {
    await leftWithCards(1);
    const about: string[] = [];
    for (let at = 0; at < 103; at++) {
      const { id } = server.say('Bob', `topic ${at}`, { channel: 'review', unnamed: true });
      server.thread('Bob', id, 'chairs?');
      server.say('Bob', `about topic ${at}`, { thread: id });
      about.push(`about topic ${at}`);
      putAway(id);
      // each of a millisecond of its own, as the list is paged by it
      const now = Date.now();
      await when(() => Date.now() > now, 'it is later');
    }
    await caughtUp(await connect(kept()));
    expect(texts().slice(1)).toEqual(about);
    const lists = server.recorded.filter(({ route }) => route === 'GET /channels/:id/threads/archived/public');
    expect(lists).toHaveLength(2);
  });

  it('hears what is open where it may not look for what was put away', async () => {
    const [card = ''] = await leftWithCards(1);
    server.world.rights &= ~rights.readMessageHistory;
    server.thread('Bob', card, 'chairs?');
    server.say('Bob', 'in the thread', { thread: card });
    await caughtUp(await connect(kept()));
    expect(texts()).toEqual(['before', 'in the thread']);
  });

  it('hears the channels where its threads could not be asked for, and looks once more', async () => {
    const [card = ''] = await leftWithCards(1);
    server.thread('Bob', card, 'chairs?');
    server.say('Bob', 'in the thread', { thread: card });
    server.say('Bob', 'in the channel', { channel: 'review' });
    server.fault({ kind: 'refused', status: 401, code: 0 }, 'GET /guilds/:id/threads/active');
    const desk = await connect(kept());
    await when(() => texts().length === 2, 'the channel is heard');
    await when(() => desk.log.some((line) => line.startsWith('discord.not_caught_up')), 'it says so');
    await open.pop()?.close();
    await connect(kept());
    await when(() => texts().length === 3, 'the thread is heard');
    expect(texts()).toEqual(['before', 'in the channel', 'in the thread']);
  });

  it('does so, and begins anew, where Discord forgets the session of a desk that runs', async () => {
    const desk = await connect(kept());
    server.say('Mei', 'before');
    await when(() => texts().length === 1, 'it is heard');
    await marked();
    server.gateway.forget();
    server.say('Mei', 'told to nobody');
    server.gateway.drop();
    await when(() => texts().length === 2, 'it is heard');
    await caughtUp(desk);
    expect(texts()).toEqual(['before', 'told to nobody']);
    expect(server.gateway.begun).toEqual(['identify', 'identify']);
    await healthy(desk);
  });

  it('looks once more where the conversations could not be read, and hears meanwhile what is told', async () => {
    await connect(kept());
    server.say('Mei', 'before');
    await when(() => texts().length === 1, 'it is heard');
    await marked();
    await open.pop()?.close();
    server.gateway.forget();
    server.say('Mei', 'told to nobody');
    server.fault({ kind: 'refused', status: 400, code: 50_035 }, 'GET /channels/:id/messages');
    const desk = await connect(kept());
    server.say('Mei', 'told');
    await when(() => texts().length === 2, 'it is heard');
    expect(desk.log.filter((line) => line.startsWith('discord.not_caught_up'))).toHaveLength(2);
    await open.pop()?.close();
    await connect(kept());
    await when(() => texts().length === 3, 'the rest is heard');
    expect(texts()).toEqual(['before', 'told', 'told to nobody']);
  });
});
