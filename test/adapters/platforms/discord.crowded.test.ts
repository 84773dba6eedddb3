import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emulateDiscord, type EmulatedDiscord } from '#adapters/emulators/discord/emulate.ts';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { accept } from '#core/messages/accepting.store.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { connectTo, hasty, when, type Connected } from './discord.stage.ts';
import { openEar, type Ear } from './stage.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('what is said on Discord while the database takes nothing', () => {
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

  const most = 5_000;
  const missed = 60;
  /** Takes nothing and refuses nothing, until it is let go. */
  const hanging = (): { sink: Ear; letGo(): void } => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const receive: Ear['receive'] = async (incoming) => {
      await promise;
      // the inbox knows where to look afterwards
      if (ear.heard.length === 0) await accept(database.sql, incoming, randomIds);
      return ear.receive(incoming);
    };
    return { sink: { ...ear, receive }, letGo: resolve };
  };
  const said = (count: number, from = 0): string[] => Array.from({ length: count }, (_, at) => `word ${from + at}`);
  const isAway = () => server.gateway.sessions.every(({ socket }) => socket === null);

  it('keeps so many in memory and no more, and is told the rest in order when they are taken', async () => {
    const { sink, letGo } = hanging();
    const desk = await connect(sink);
    for (const text of said(most + missed)) server.say('Mei', text);
    await when(isAway, 'it has stopped hearing');
    expect(desk.connection.health()).toMatchObject({ state: 'down', fault: expect.stringContaining('database') });
    for (const text of said(missed, most + missed)) server.say('Mei', text);
    letGo();
    await when(() => texts().length === most + 2 * missed, 'all is heard');
    expect(texts()).toEqual(said(most + 2 * missed));
    expect(server.gateway.begun).toEqual(['identify', 'resume']);
    await healthy(desk);
  });

  it('reads the rest where Discord has forgotten the session meanwhile', async () => {
    const { sink, letGo } = hanging();
    await connect(sink);
    for (const text of said(most + missed)) server.say('Mei', text);
    await when(isAway, 'it has stopped hearing');
    server.gateway.forget();
    letGo();
    await when(() => texts().length === most + missed, 'all is heard');
    expect(texts()).toEqual(said(most + missed));
    expect(server.gateway.begun).toEqual(['identify', 'identify']);
  });

  it('is left all the same when the desk leaves, and told to the next', async () => {
    const away = openEar();
    away.away = Infinity;
    await connect(away);
    for (const text of said(most + missed)) server.say('Mei', text);
    await when(isAway, 'it has stopped hearing');
    await open.pop()?.close();
    await connect();
    await when(() => texts().length === most + missed, 'all is heard');
    expect(texts()).toEqual(said(most + missed));
  });
});
