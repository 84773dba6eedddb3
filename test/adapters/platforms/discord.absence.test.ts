import { describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { accept } from '#core/messages/accepting.store.ts';
import { channelOf, openPrivateThread, personOf, rights } from '#adapters/emulators/discord/guild.ts';
import { options, when, type Connected } from './discord.stage.ts';
import { openLine } from './discord.line.ts';
import type { Ear } from './stage.ts';

describe('what was said on Discord while the desk was away for long', () => {
  const line = openLine();

  /** What is heard is in the inbox too, which knows the conversations. */
  const kept = (): Ear => ({
    ...line.ear,
    receive: async (incoming) => {
      await accept(line.database.sql, incoming, randomIds);
      return line.ear.receive(incoming);
    },
  });
  const caughtUp = (desk: Connected) => when(() => desk.log.some((entry) => entry.startsWith('discord.caught_up')), 'it has caught up');
  const marked = async (): Promise<void> => {
    const isMarked = async () => (await line.database.sql`select from discord_listening where account = ${line.server.world.bot.id}`).count;
    await expect.poll(isMarked).toBe(1);
  };

  it('hears what was written while it was off, in order and once, wherever somebody has spoken with it', async () => {
    const missed = 220; // several pages of Discord's
    await line.connect(kept());
    line.server.say('Mei', 'one');
    line.server.say('Bob', 'two', { channel: 'review' });
    await when(() => line.texts().length === 2, 'both are heard');
    await marked();
    await line.leave();
    line.server.gateway.forget();
    for (let at = 0; at < missed; at++) line.server.say('Mei', `while it was off ${at}`);
    line.server.say('Bob', 'lunch?', { channel: 'review', unnamed: true });
    line.server.say('Bob', 'and in the review', { channel: 'review' });
    line.server.echo('itself', 'not for us', { person: 'Mei' });
    line.server.fault({ kind: 'rate_limited', seconds: 0.05 }, 'GET /channels/:id/messages');
    const desk = await line.connect(kept());
    line.server.say('Mei', 'and now');
    await when(() => line.texts().length === missed + 4, 'all is heard');
    const mine = line.ear.heard.flatMap((one) => (one.kind === 'message' && one.from.name === 'Mei' ? [one.text] : []));
    expect(mine).toEqual(['one', ...Array.from({ length: missed }, (_, at) => `while it was off ${at}`), 'and now']);
    expect(line.ear.heard.filter(({ address }) => address.kind === 'group')).toMatchObject([
      { text: 'two' },
      { text: 'and in the review' },
    ]);
    await caughtUp(desk);
    // and once more nothing is missing
    await line.leave();
    const next = await line.connect(kept());
    line.server.say('Mei', 'again');
    await when(() => line.texts().length === missed + 5, 'it hears');
    // a session that goes on may bring its last word again; nothing is looked for
    expect(next.log.filter((entry) => entry.startsWith('discord.caught_up'))).toEqual([]);
    expect(line.server.gateway.begun).toEqual(['identify', 'identify', 'resume']);
  });

  /** A card of the desk's in the review, and colleagues who have spoken there; the desk has gone since. */
  const leftWithCards = async (count: number): Promise<string[]> => {
    const desk = await line.connect(kept());
    await line.healthy(desk);
    const channel = desk.connection.channel() ?? expect.fail('it does not know who it is');
    const to = {
      platform: 'discord',
      account: line.server.world.bot.id,
      key: channelOf(line.server.world, 'review').id,
      kind: 'group',
    } as const;
    const cards: string[] = [];
    for (let at = 0; at < count; at++) {
      const sent = await channel.send(to, { blocks: [{ kind: 'text', text: `Order ${at}` }], fallback: '' }, options());
      cards.push(sent.ok ? sent.message.key : expect.fail('the card is not there'));
    }
    line.server.say('Bob', 'before', { channel: 'review' });
    await when(() => line.texts().length === 1, 'it is heard');
    await marked();
    await line.leave();
    line.server.gateway.forget();
    return cards;
  };
  const putAway = (thread: string) => Object.assign(line.server.world.places.get(thread)?.thread ?? {}, { archived: true });

  it('hears what was said to it in threads too, in one that was put away since as well, in order with the channel', async () => {
    const [one = '', two = '', three = ''] = await leftWithCards(3);
    for (const card of [one, two, three]) line.server.thread('Bob', card, 'chairs?');
    const own = line.server.say('Bob', 'lunch?', { channel: 'review', unnamed: true });
    line.server.thread('Bob', own.id, 'lunch');
    line.server.say('Bob', 'in the first', { thread: one });
    line.server.say('Bob', 'in the channel', { channel: 'review' });
    line.server.say('Bob', 'in the second', { thread: two });
    line.server.say('Bob', 'among us', { thread: one, unnamed: true });
    line.server.say('Bob', 'in the first again', { thread: one });
    line.server.say('Bob', 'in one of my own', { thread: own.id });
    putAway(two);
    await caughtUp(await line.connect(kept()));
    expect(line.texts().slice(1)).toEqual(['in the first', 'in the channel', 'in the second', 'in the first again', 'in one of my own']);
    const review = channelOf(line.server.world, 'review').id;
    expect(line.ear.heard.slice(1).map(({ address, ...said }) => [address.key, 'replyTo' in said ? said.replyTo : null])).toEqual([
      [review, one],
      [review, null],
      [review, two],
      [review, one],
      [own.id, null],
    ]);
  });

  it('hears what was said to it in a thread that only some may see, was opened and put away since', async () => {
    await leftWithCards(1);
    const { world } = line.server;
    for (let at = 0; at < 103; at++) {
      const { id } = openPrivateThread(world, channelOf(world, 'review'), `ours ${at}`, personOf(world, 'Bob'));
      if (at === 0) line.server.say('Bob', 'among the few of us', { thread: id });
      putAway(id);
    }
    await caughtUp(await line.connect(kept()));
    expect(line.texts()).toEqual(['before', 'among the few of us']);
    expect(line.ear.heard.at(-1)).toMatchObject({ address: { kind: 'group' } });
    expect(line.ear.heard.at(-1)?.address.key).not.toBe(channelOf(world, 'review').id);
  });

  it('looks through all pages of what was put away', async () => {
    await leftWithCards(1);
    const about: string[] = [];
    for (let at = 0; at < 103; at++) {
      const { id } = line.server.say('Bob', `topic ${at}`, { channel: 'review', unnamed: true });
      line.server.thread('Bob', id, 'chairs?');
      line.server.say('Bob', `about topic ${at}`, { thread: id });
      about.push(`about topic ${at}`);
      putAway(id);
      // each of a millisecond of its own, as the list is paged by it
      const now = Date.now();
      await when(() => Date.now() > now, 'it is later');
    }
    await caughtUp(await line.connect(kept()));
    expect(line.texts().slice(1)).toEqual(about);
    const lists = line.server.recorded.filter(({ route }) => route === 'GET /channels/:id/threads/archived/public');
    expect(lists).toHaveLength(2);
  });

  it('hears what is open where it may not look for what was put away', async () => {
    const [card = ''] = await leftWithCards(1);
    line.server.world.rights &= ~rights.readMessageHistory;
    line.server.thread('Bob', card, 'chairs?');
    line.server.say('Bob', 'in the thread', { thread: card });
    await caughtUp(await line.connect(kept()));
    expect(line.texts()).toEqual(['before', 'in the thread']);
  });

  it('hears the channels where its threads could not be asked for, and looks once more', async () => {
    const [card = ''] = await leftWithCards(1);
    line.server.thread('Bob', card, 'chairs?');
    line.server.say('Bob', 'in the thread', { thread: card });
    line.server.say('Bob', 'in the channel', { channel: 'review' });
    line.server.fault({ kind: 'refused', status: 401, code: 0 }, 'GET /guilds/:id/threads/active');
    const desk = await line.connect(kept());
    await when(() => line.texts().length === 2, 'the channel is heard');
    await when(() => desk.log.some((entry) => entry.startsWith('discord.not_caught_up')), 'it says so');
    await line.leave();
    await line.connect(kept());
    await when(() => line.texts().length === 3, 'the thread is heard');
    expect(line.texts()).toEqual(['before', 'in the channel', 'in the thread']);
  });

  it('does so, and begins anew, where Discord forgets the session of a desk that runs', async () => {
    const desk = await line.connect(kept());
    line.server.say('Mei', 'before');
    await when(() => line.texts().length === 1, 'it is heard');
    await marked();
    line.server.gateway.forget();
    line.server.say('Mei', 'told to nobody');
    line.server.gateway.drop();
    await when(() => line.texts().length === 2, 'it is heard');
    await caughtUp(desk);
    expect(line.texts()).toEqual(['before', 'told to nobody']);
    expect(line.server.gateway.begun).toEqual(['identify', 'identify']);
    await line.healthy(desk);
  });

  it('looks once more where the conversations could not be read, and hears meanwhile what is told', async () => {
    await line.connect(kept());
    line.server.say('Mei', 'before');
    await when(() => line.texts().length === 1, 'it is heard');
    await marked();
    await line.leave();
    line.server.gateway.forget();
    line.server.say('Mei', 'told to nobody');
    line.server.fault({ kind: 'refused', status: 400, code: 50_035 }, 'GET /channels/:id/messages');
    const desk = await line.connect(kept());
    line.server.say('Mei', 'told');
    await when(() => line.texts().length === 2, 'it is heard');
    expect(desk.log.filter((entry) => entry.startsWith('discord.not_caught_up'))).toHaveLength(2);
    await line.leave();
    await line.connect(kept());
    await when(() => line.texts().length === 3, 'the rest is heard');
    expect(line.texts()).toEqual(['before', 'told', 'told to nobody']);
  });
});
