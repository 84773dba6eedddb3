import { describe, expect, it } from 'vitest';
import { hasty, when } from './discord.stage.ts';
import { openLine } from './discord.line.ts';
import { openEar } from './stage.ts';

describe('the session with Discord’s gateway', () => {
  const line = openLine();

  it('tells the next process what the last one had not committed, in order and once', async () => {
    const first = openEar();
    first.away = Infinity;
    await line.connect(first);
    line.server.say('Mei', 'one');
    line.server.say('Mei', 'two');
    await when(() => first.brought > 0, 'it was heard');
    // it goes without having committed anything
    await line.leave();
    line.server.say('Mei', 'three, while nobody was there');
    await line.connect();
    await when(() => line.texts().length === 3, 'all is told again');
    expect(line.texts()).toEqual(['one', 'two', 'three, while nobody was there']);
    expect(line.server.gateway.begun).toEqual(['identify', 'resume']);
  });

  it('leaves its session to a process that lives, and both hear', async () => {
    await line.healthy(await line.connect());
    const second = openEar();
    await line.healthy(await line.connect(second));
    line.server.say('Mei', 'one');
    await when(() => line.texts().length === 1 && second.heard.length === 1, 'both hear');
    expect(line.server.gateway.begun).toEqual(['identify', 'identify']);
    expect(line.server.gateway.sessions.every(({ socket }) => socket !== null)).toBe(true);
  });

  it('tells nothing again that is committed', async () => {
    await line.connect();
    line.server.say('Mei', 'one');
    await when(() => line.texts().length === 1, 'it is heard');
    await line.leave();
    const brought = line.ear.brought;
    line.server.say('Mei', 'two');
    await line.connect();
    await when(() => line.texts().length === 2, 'the rest is heard');
    expect(line.ear.brought).toBe(brought + 1);
  });

  it.for([
    ['the line breaks', () => line.server.gateway.drop()],
    ['Discord closes it with a code that may be resumed', () => line.server.gateway.drop(4000)],
    ['Discord asks to come back', () => line.server.gateway.reconnect()],
  ] as const)('loses nothing when %s', async ([, happens]) => {
    const desk = await line.connect();
    line.server.say('Mei', 'before');
    await when(() => line.texts().length === 1, 'it is heard');
    happens();
    await when(() => line.server.gateway.sessions.every(({ socket }) => socket === null), 'it is away');
    line.server.say('Mei', 'meanwhile');
    await when(() => line.texts().length === 2, 'what was said meanwhile is heard');
    expect(line.server.gateway.begun).toEqual(['identify', 'resume']);
    await line.healthy(desk);
    expect(desk.log.map((entry) => entry.split(' ')[0])).toEqual(['discord.connected', 'discord.connecting', 'discord.connected']);
  });

  it('keeps its session while no line can be had at all', async () => {
    const desk = await line.connect();
    await line.healthy(desk);
    await line.server.gateway.away();
    line.server.say('Mei', 'meanwhile');
    line.server.gateway.back();
    await when(() => line.texts().length === 1, 'what was said meanwhile is heard');
    expect(line.server.gateway.begun).toEqual(['identify', 'resume']);
  });

  it('goes on with its own account where the session that was kept is forgotten', async () => {
    await line.connect();
    await line.leave();
    line.server.gateway.forget();
    const desk = await line.connect();
    await line.healthy(desk);
    line.server.say('Mei', 'hello');
    await when(() => line.texts().length === 1, 'it hears');
    expect(line.server.gateway.begun).toEqual(['identify', 'identify']);
  });

  it('begins anew where Discord never answers whether the old one goes on', async () => {
    await line.healthy(await line.connect());
    await line.leave();
    line.server.gateway.ignoreResumes(true);
    const desk = await line.connect(line.ear, { ...hasty, resumeMs: 100 });
    await when(() => line.server.gateway.begun.length === 2, 'it begins anew');
    await line.healthy(desk);
    line.server.say('Mei', 'hello');
    await when(() => line.texts().length === 1, 'it hears');
    expect(line.server.gateway.begun).toEqual(['identify', 'identify']);
    expect(desk.log.filter((entry) => entry.startsWith('discord.down'))).toHaveLength(1);
  });

  it('hears what came late or in another order under its own keys', async () => {
    await line.connect();
    line.server.gateway.hold();
    line.server.say('Mei', 'one');
    line.server.say('Mei', 'two');
    line.server.gateway.release((held) => [...held.toReversed(), ...held]);
    await when(() => line.ear.brought === 4, 'all four are brought');
    expect(line.texts()).toEqual(['two', 'one']);
  });

  it('says once that its token is not taken, and heals when it is', async () => {
    const desk = await line.connect();
    await line.healthy(desk);
    line.server.world.revoked = true;
    line.server.gateway.drop(4004);
    await when(() => desk.connection.health().state === 'down', 'it says so');
    expect(desk.connection.health()).toMatchObject({ state: 'down', fault: 'Discord does not take the token.' });
    line.server.world.revoked = false;
    await line.healthy(desk);
    line.server.say('Mei', 'are you there?');
    await when(() => line.texts().length === 1, 'it hears again');
    expect(desk.log.filter((entry) => entry.startsWith('discord.down'))).toHaveLength(1);
    expect(desk.log.join('\n')).not.toContain(line.server.world.token);
  });

  it('begins no session where Discord lets it begin none any more, and says so', async () => {
    const desk = await line.connect();
    line.server.world.starts = 0;
    line.server.gateway.forget();
    line.server.gateway.drop(4007);
    await when(() => desk.connection.health().state === 'down', 'it says so');
    expect(desk.connection.health()).toMatchObject({ fault: expect.stringContaining('no more sessions') });
    expect(line.server.gateway.begun).toEqual(['identify']);
  });

  it('hears a mention without our name, and nothing that is said to others', async () => {
    await line.connect();
    line.server.say('Bob', 'HO-1001 is fine', { channel: 'review' });
    line.server.say('Bob', 'lunch?', { channel: 'review', unnamed: true });
    line.server.say('Bob', 'and now?', { channel: 'review' });
    await when(() => line.texts().length === 2, 'it hears');
    expect(line.texts()).toEqual(['HO-1001 is fine', 'and now?']);
    expect(line.ear.heard[0]).toMatchObject({ address: { kind: 'group' }, from: { name: 'Bob' } });
  });

  it('hears what a message says now, that it is gone, and what it was an answer to', async () => {
    await line.connect();
    const message = line.server.say('Mei', '2 chairs');
    line.server.changeWords(message, '3 chairs');
    line.server.takeBack(message);
    line.server.say('Mei', 'yes', { replyTo: '123456' });
    await when(() => line.ear.heard.length === 4, 'all is heard');
    const key = message.id;
    expect(line.ear.heard).toMatchObject([
      { kind: 'message', text: '2 chairs', messageKey: key },
      { kind: 'message_edited', text: '3 chairs', messageKey: key },
      { kind: 'message_deleted', messageKey: key, from: { key: message.author.id } },
      { kind: 'message', text: 'yes', replyTo: '123456' },
    ]);
  });

  it('lets no event that cannot be read stand in the way of the others', async () => {
    const desk = await line.connect();
    const { author, channel } = line.server.say('Mei', 'one');
    line.server.gateway.dispatch('MESSAGE_CREATE', { id: '1', type: 0, channel_id: channel, author }, true);
    line.server.say('Mei', 'two');
    await when(() => line.texts().length === 2, 'both are heard');
    expect(desk.log.filter((entry) => entry.startsWith('discord.left_out'))).toHaveLength(1);
  });

  it('hears that it was put out of a server, also in a process that was never told what there is', async () => {
    line.server.say('Bob', 'hello', { channel: 'review' });
    await line.healthy(await line.connect());
    await line.leave();
    const asked = line.server.called('GET /guilds/:id/channels');
    await line.connect();
    await asked;
    line.server.kick();
    await when(() => line.ear.heard.some(({ kind }) => kind === 'left'), 'it hears that');
    expect(line.ear.heard).toMatchObject([{ kind: 'left', address: { kind: 'group' } }]);
  });
});
