import { randomUUID } from 'node:crypto';
import { madeAt } from '#adapters/discord/snowflake.ts';
import { pressable, textOf } from '#adapters/emulators/discord/components.ts';
import type { Fault } from '#adapters/emulators/discord/faults.ts';
import { directOf, personOf } from '#adapters/emulators/discord/guild.ts';
import type { Stage, Trouble } from './stage.ts';
import { connectDiscord } from '#adapters/discord/connect.ts';
import { usualPatience, type Patience } from '#adapters/discord/patience.ts';
import { discordShape, discordSettings, type DiscordSettings } from '#adapters/discord/settings.ts';
import { emulateDiscord, type EmulatedDiscord, type EmulationOptions } from '#adapters/emulators/discord/emulate.ts';
import { listenFor } from '#test/support/hooked.ts';
import type { Connection } from '#adapters/connection.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Database, Log, SendOptions } from '#core/ports.ts';
import * as z from 'zod';

export interface Connected {
  server: EmulatedDiscord;
  connection: Connection;
  settings: DiscordSettings;
  /** The events of the log, oldest first. */
  log: string[];
  /** Where interactions are posted to. */
  hook: string | null;
  /** The same, also where nothing is to be posted. */
  address: string;
  close(): Promise<void>;
}

/** As in life, but that nobody waits for the end of a line. */
export const leavingAtOnce: Patience = { ...usualPatience, closeMs: 50, lookMs: 20 };

/** Whatever is waited for comes in the end, however soon it is tried again. */
export const hasty: Patience = { ...leavingAtOnce, retryMs: 10, reconnectMs: 20, sessionMs: 20 };

/** The desk's adapter, connected to a Discord of its own. */
export async function connectToEmulated(
  sink: Sink,
  database: Database,
  options: EmulationOptions,
  patience?: Patience,
): Promise<Connected> {
  const server = await emulateDiscord(options);
  const connected = await connectTo(server, sink, database, patience);
  return {
    ...connected,
    async close() {
      await connected.close();
      await server.close();
    },
  };
}

export async function connectTo(server: EmulatedDiscord, sink: Sink, database: Database, patience = leavingAtOnce): Promise<Connected> {
  const settings = discordSettings(z.object(discordShape).parse(server.settings), 'https://desk.invalid');
  if (settings === null || typeof settings === 'string') throw new Error(settings ?? 'no settings');
  const events: string[] = [];
  const note = (facts: Record<string, unknown>, event: string): void => void events.push(`${event} ${JSON.stringify(facts)}`);
  const log: Log = { info: note, warn: note, error: note };
  const connection = await connectDiscord(settings, { log, publicUrl: null, database }, patience);
  const http = await listenFor(() => connection.hook);
  const address = `${http.url}/hooks/discord`;
  const hook = connection.hook && address;
  server.postTo(hook);
  const healthy = server.gateway.connected();
  connection.start(sink);
  await healthy;
  return {
    server,
    connection,
    settings,
    log: events,
    hook,
    address,
    async close() {
      await Promise.all([connection.stop(), http.close(0)]);
    },
  };
}

/** Resolves when it is true; looked at now and then, as nobody tells. */
export async function when(isTrue: () => boolean, what: string): Promise<void> {
  const until = performance.now() + 20_000;
  while (!isTrue()) {
    if (performance.now() > until) throw new Error(`it did not come to that: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const options = (): SendOptions => ({
  idempotencyKey: randomUUID(),
  signal: AbortSignal.timeout(30_000),
  at: Temporal.Instant.from('2026-11-25T04:00:00Z'),
});

const faults: Record<Trouble, Fault> = {
  rate_limited: { kind: 'rate_limited', seconds: 7 },
  accept_then_reset: { kind: 'accept_then_reset' },
  broken: { kind: 'status', status: 502 },
  hang: { kind: 'hang' },
  blocked: { kind: 'refused', status: 403, code: 50_007 },
  revoked: { kind: 'refused', status: 401, code: 0 },
};

/** Mei's direct conversation with the bot. */
export async function stageDiscord(sink: Sink & { brought: number }, way: 'gateway' | 'http', database: Database): Promise<Stage> {
  const { server, connection, address, close } = await connectToEmulated(sink, database, { way });
  const { world } = server;
  const place = directOf(world, personOf(world, 'Mei'));
  const channel = connection.channel();
  if (!channel) throw new Error('it does not know who it is');
  /** What was brought is brought once the sink has been. */
  const brought = async (deed: () => unknown): Promise<void> => {
    const before = sink.brought;
    await deed();
    await when(() => sink.brought > before, 'it was brought');
  };
  return {
    isPosted: way === 'http',
    channel,
    dm: { platform: 'discord', account: world.bot.id, key: place.id, kind: 'dm' },
    says: (text) => brought(() => server.say('Mei', text)),
    repeats: () => brought(() => server.gateway.repeat()),
    async presses(key, token) {
      const answer = await server.press('Mei', key, token);
      if (answer?.type !== 6) throw new Error(`the press was answered with ${JSON.stringify(answer)}`);
    },
    async echoes(text) {
      server.echo('itself', text, { person: 'Mei' });
      server.echo('another', text, { person: 'Mei' });
    },
    async crosses(first, second, isDone) {
      const { gateway } = server;
      type Event = Parameters<NonNullable<Parameters<typeof gateway.release>[0]>>[0][number];
      const late: Event[] = [];
      gateway.hold();
      const { id } = server.say('Mei', first);
      // an id tells of milliseconds alone
      await when(() => Date.now() > (madeAt(id) ?? 0), 'it is later');
      server.say('Mei', second);
      gateway.release(([one, ...rest]) => {
        if (one) late.push(one);
        return rest;
      });
      await isDone();
      gateway.release(() => late);
    },
    trouble: (kind) => server.fault(faults[kind]),
    standing: () =>
      server.messages('Mei').map((message) => ({
        key: message.id,
        text: textOf(message),
        pings: message.pings,
        tokens: pressable(message.components),
        edited: message.edited !== null,
      })),
    async forges(text) {
      const body = JSON.stringify({
        id: '1',
        type: 2,
        data: { type: 1, name: 'order', options: [{ name: 'words', type: 3, value: text }] },
      });
      const headers = { ...server.sign(body), 'x-signature-ed25519': 'ab'.repeat(64) };
      return (await fetch(address, { method: 'POST', body, headers })).status;
    },
    close,
  };
}
