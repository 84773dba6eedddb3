import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emulateDiscord, type EmulatedDiscord } from '#adapters/emulators/discord/emulate.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { connectTo, hasty, when, type Connected } from './discord.stage.ts';
import { openEar, type Ear } from './stage.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('the session with Discord’s gateway', () => {
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

  it('tells the next process what the last one had not committed, in order and once', async () => {
    const first = openEar();
    first.away = Infinity;
    await connect(first);
    server.say('Mei', 'one');
    server.say('Mei', 'two');
    await when(() => first.brought > 0, 'it was heard');
    // it goes without having committed anything
    await open.pop()?.close();
    server.say('Mei', 'three, while nobody was there');
    await connect();
    await when(() => texts().length === 3, 'all is told again');
    expect(texts()).toEqual(['one', 'two', 'three, while nobody was there']);
    expect(server.gateway.begun).toEqual(['identify', 'resume']);
  });

  it('leaves its session to a process that lives, and both hear', async () => {
    await healthy(await connect());
    const second = openEar();
    await healthy(await connect(second));
    server.say('Mei', 'one');
    await when(() => texts().length === 1 && second.heard.length === 1, 'both hear');
    expect(server.gateway.begun).toEqual(['identify', 'identify']);
    expect(server.gateway.sessions.every(({ socket }) => socket !== null)).toBe(true);
  });

  it('tells nothing again that is committed', async () => {
    await connect();
    server.say('Mei', 'one');
    await when(() => texts().length === 1, 'it is heard');
    await open.pop()?.close();
    const brought = ear.brought;
    server.say('Mei', 'two');
    await connect();
    await when(() => texts().length === 2, 'the rest is heard');
    expect(ear.brought).toBe(brought + 1);
  });

  it.for([
    ['the line breaks', () => server.gateway.drop()],
    ['Discord closes it with a code that may be resumed', () => server.gateway.drop(4000)],
    ['Discord asks to come back', () => server.gateway.reconnect()],
  ] as const)('loses nothing when %s', async ([, happens]) => {
    const desk = await connect();
    server.say('Mei', 'before');
    await when(() => texts().length === 1, 'it is heard');
    happens();
    await when(() => server.gateway.sessions.every(({ socket }) => socket === null), 'it is away');
    server.say('Mei', 'meanwhile');
    await when(() => texts().length === 2, 'what was said meanwhile is heard');
    expect(server.gateway.begun).toEqual(['identify', 'resume']);
    await healthy(desk);
    expect(desk.log.map((line) => line.split(' ')[0])).toEqual(['discord.connected', 'discord.connecting', 'discord.connected']);
  });

  it('keeps its session while no line can be had at all', async () => {
    const desk = await connect();
    await healthy(desk);
    await server.gateway.away();
    server.say('Mei', 'meanwhile');
    server.gateway.back();
    await when(() => texts().length === 1, 'what was said meanwhile is heard');
    expect(server.gateway.begun).toEqual(['identify', 'resume']);
  });

  it('goes on with its own account where the session that was kept is forgotten', async () => {
    await connect();
    await open.pop()?.close();
    server.gateway.forget();
    const desk = await connect();
    await healthy(desk);
    server.say('Mei', 'hello');
    await when(() => texts().length === 1, 'it hears');
    expect(server.gateway.begun).toEqual(['identify', 'identify']);
  });

  it('begins anew where Discord never answers whether the old one goes on', async () => {
    await healthy(await connect());
    await open.pop()?.close();
    server.gateway.ignoreResumes(true);
    const desk = await connectTo(server, ear, database, { ...hasty, resumeMs: 100 });
    open.push(desk);
    await when(() => server.gateway.begun.length === 2, 'it begins anew');
    await healthy(desk);
    server.say('Mei', 'hello');
    await when(() => texts().length === 1, 'it hears');
    expect(server.gateway.begun).toEqual(['identify', 'identify']);
    expect(desk.log.filter((line) => line.startsWith('discord.down'))).toHaveLength(1);
  });

  it('hears what came late or in another order under its own keys', async () => {
    await connect();
    server.gateway.hold();
    server.say('Mei', 'one');
    server.say('Mei', 'two');
    server.gateway.release((held) => [...held.toReversed(), ...held]);
    await when(() => ear.brought === 4, 'all four are brought');
    expect(texts()).toEqual(['two', 'one']);
  });

  it('says once that its token is not taken, and heals when it is', async () => {
    const desk = await connect();
    await healthy(desk);
    server.world.revoked = true;
    server.gateway.drop(4004);
    await when(() => desk.connection.health().state === 'down', 'it says so');
    expect(desk.connection.health()).toMatchObject({ state: 'down', fault: 'Discord does not take the token.' });
    server.world.revoked = false;
    await healthy(desk);
    server.say('Mei', 'are you there?');
    await when(() => texts().length === 1, 'it hears again');
    expect(desk.log.filter((line) => line.startsWith('discord.down'))).toHaveLength(1);
    expect(desk.log.join('\n')).not.toContain(server.world.token);
  });

  it('begins no session where Discord lets it begin none any more, and says so', async () => {
    const desk = await connect();
    server.world.starts = 0;
    server.gateway.forget();
    server.gateway.drop(4007);
    await when(() => desk.connection.health().state === 'down', 'it says so');
    expect(desk.connection.health()).toMatchObject({ fault: expect.stringContaining('no more sessions') });
    expect(server.gateway.begun).toEqual(['identify']);
  });

  it('hears a mention without our name, and nothing that is said to others', async () => {
    await connect();
    server.say('Bob', 'HO-1001 is fine', { channel: 'review' });
    server.say('Bob', 'lunch?', { channel: 'review', unnamed: true });
    server.say('Bob', 'and now?', { channel: 'review' });
    await when(() => texts().length === 2, 'it hears');
    expect(texts()).toEqual(['HO-1001 is fine', 'and now?']);
    expect(ear.heard[0]).toMatchObject({ address: { kind: 'group' }, from: { name: 'Bob' } });
  });

  it('hears what a message says now, that it is gone, and what it was an answer to', async () => {
    await connect();
    const message = server.say('Mei', '2 chairs');
    server.changeWords(message, '3 chairs');
    server.takeBack(message);
    server.say('Mei', 'yes', { replyTo: '123456' });
    await when(() => ear.heard.length === 4, 'all is heard');
    const key = message.id;
    expect(ear.heard).toMatchObject([
      { kind: 'message', text: '2 chairs', messageKey: key },
      { kind: 'message_edited', text: '3 chairs', messageKey: key },
      { kind: 'message_deleted', messageKey: key, from: { key: message.author.id } },
      { kind: 'message', text: 'yes', replyTo: '123456' },
    ]);
  });

  it('lets no event that cannot be read stand in the way of the others', async () => {
    const desk = await connect();
    const { author, channel } = server.say('Mei', 'one');
    server.gateway.dispatch('MESSAGE_CREATE', { id: '1', type: 0, channel_id: channel, author }, true);
    server.say('Mei', 'two');
    await when(() => texts().length === 2, 'both are heard');
    expect(desk.log.filter((line) => line.startsWith('discord.left_out'))).toHaveLength(1);
  });

  it('hears that it was put out of a server, also in a process that was never told what there is', async () => {
    server.say('Bob', 'hello', { channel: 'review' });
    await healthy(await connect());
    await open.pop()?.close();
    const asked = server.called('GET /guilds/:id/channels');
    await connect();
    await asked;
    server.kick();
    await when(() => ear.heard.some(({ kind }) => kind === 'left'), 'it hears that');
    expect(ear.heard).toMatchObject([{ kind: 'left', address: { kind: 'group' } }]);
  });
});
