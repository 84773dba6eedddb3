import { randomUUID } from 'node:crypto';
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
  close(): Promise<void>;
}

/** As in life, but that nobody waits for the end of a line. */
export const leavingAtOnce: Patience = { ...usualPatience, closeMs: 50, lookMs: 20 };

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
  const http = connection.hook && (await listenFor(() => connection.hook));
  const hook = http && `${http.url}/hooks/discord`;
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
    async close() {
      await Promise.all([connection.stop(), http?.close(0)]);
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
