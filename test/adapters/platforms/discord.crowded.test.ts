import { describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { accept } from '#core/messages/accepting.store.ts';
import { when } from './discord.stage.ts';
import { openLine } from './discord.line.ts';
import { openEar, type Ear } from './stage.ts';

describe('what is said on Discord while the database takes nothing', () => {
  const line = openLine();

  const most = 5_000;
  const missed = 60;
  /** Takes nothing and refuses nothing, until it is let go. */
  const hanging = (): { sink: Ear; letGo(): void } => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const receive: Ear['receive'] = async (incoming) => {
      await promise;
      // the inbox knows where to look afterwards
      if (line.ear.heard.length === 0) await accept(line.database.sql, incoming, randomIds);
      return line.ear.receive(incoming);
    };
    return { sink: { ...line.ear, receive }, letGo: resolve };
  };
  const said = (count: number, from = 0): string[] => Array.from({ length: count }, (_, at) => `word ${from + at}`);
  const isAway = () => line.server.gateway.sessions.every(({ socket }) => socket === null);

  it('keeps so many in memory and no more, and is told the rest in order when they are taken', async () => {
    const { sink, letGo } = hanging();
    const desk = await line.connect(sink);
    for (const text of said(most + missed)) line.server.say('Mei', text);
    await when(isAway, 'it has stopped hearing');
    expect(desk.connection.health()).toMatchObject({ state: 'down', fault: expect.stringContaining('database') });
    for (const text of said(missed, most + missed)) line.server.say('Mei', text);
    letGo();
    await when(() => line.texts().length === most + 2 * missed, 'all is heard');
    expect(line.texts()).toEqual(said(most + 2 * missed));
    expect(line.server.gateway.begun).toEqual(['identify', 'resume']);
    await line.healthy(desk);
  });

  it('reads the rest where Discord has forgotten the session meanwhile', async () => {
    const { sink, letGo } = hanging();
    await line.connect(sink);
    for (const text of said(most + missed)) line.server.say('Mei', text);
    await when(isAway, 'it has stopped hearing');
    line.server.gateway.forget();
    letGo();
    await when(() => line.texts().length === most + missed, 'all is heard');
    expect(line.texts()).toEqual(said(most + missed));
    expect(line.server.gateway.begun).toEqual(['identify', 'identify']);
  });

  it('is left all the same when the desk leaves, and told to the next', async () => {
    const away = openEar();
    away.away = Infinity;
    await line.connect(away);
    for (const text of said(most + missed)) line.server.say('Mei', text);
    await when(isAway, 'it has stopped hearing');
    await line.leave();
    await line.connect();
    await when(() => line.texts().length === most + missed, 'all is heard');
    expect(line.texts()).toEqual(said(most + missed));
  });
});
