import type { APIThreadChannel } from 'discord-api-types/v10';
import { errorLine } from '#core/messages/failure.decide.ts';
import { conversationsHeard } from '#core/messages/inbox.store.ts';
import type { Address, Incoming } from '#core/messages/incoming.ts';
import type { Database, Log } from '#core/ports.ts';
import type { Api } from './api.ts';
import { messageFromDiscord, type Arrived } from './heard.ts';
import { inOrder, patiently, wordsAfter } from './history.ts';
import { idAt } from './snowflake.ts';
import { threadsSince, type ThreadsIn } from './threads-since.ts';
import { inChannel, type Threads } from './threads.ts';

export interface CatchUpParts {
  api: Api;
  threads: Threads;
  database: Database;
  log: Log;
  arrived(): Arrived;
  /** Resolves when it is committed; false when the desk leaves before. */
  keep(incoming: Incoming): Promise<boolean>;
  signal: AbortSignal;
}

/** Conversations that are looked at, those where somebody spoke last first; so many at a time. Where there are more, the log says so. */
const mostPlaces = 10_000;
const atOnce = 4;

/**
 * Reads what people wrote while Discord told nobody: in the conversations the desk knows, after this moment, in order. Every message
 * has the key under which the gateway would have brought it, so that none is heard twice. Presses and commands of that time are over.
 */
export async function catchUp(parts: CatchUpParts, since: Temporal.Instant): Promise<void> {
  const { database, log, arrived, signal } = parts;
  const places = await conversationsHeard(database.sql, { platform: 'discord', account: arrived().account }, mostPlaces);
  const channels = places.flatMap(({ kind, key }) => (kind === 'dm' ? [] : [key]));
  const after = idAt(since);
  const next = places.values();
  let messages = 0;
  let failed = 0;
  const unread = (error: unknown): void => {
    log.warn({ error: errorLine(error) }, 'discord.not_caught_up');
    failed++;
  };
  const threads: ThreadsIn = await threadsSince(parts, channels, since).catch((error: unknown) => {
    unread(error);
    return new Map();
  });
  const lane = async (): Promise<void> => {
    for (const place of next) {
      if (signal.aborted) return;
      messages += await missedIn(parts, place, threads.get(place.key) ?? [], after).catch((error: unknown) => {
        unread(error);
        return 0;
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  // what is left is looked for once more with the next session
  if (signal.aborted || failed > 0) throw new Error(signal.aborted ? 'the desk leaves' : `${failed} conversations could not be read`);
  if (places.length === mostPlaces) log.warn({ places: mostPlaces }, 'discord.caught_up_in_part');
  log.info({ places: places.length, messages }, 'discord.caught_up');
}

/** Hears what is new in one conversation and in its threads, in order; says how much that was. */
async function missedIn(parts: CatchUpParts, place: Address, threads: APIThreadChannel[], since: string): Promise<number> {
  const { arrived, keep, signal } = parts;
  const byThread = new Map(threads.map((thread) => [thread.id, thread]));
  let heard = 0;
  for await (const message of inOrder([place.key, ...byThread.keys()].map((channel) => wordsAfter(parts, channel, since)))) {
    if (signal.aborted) break;
    // the history does not say that a channel is one of a server
    const said = place.kind === 'dm' ? message : { ...message, guild_id: place.key };
    const incoming = messageFromDiscord(said, 'created', arrived());
    if (!incoming) continue;
    const thread = byThread.get(message.channel_id);
    const parent = thread ? await patiently(signal, () => parts.threads.parentOf(parts.api, thread, arrived().account)) : null;
    if (!(await keep(inChannel(incoming, parent)))) return heard;
    heard++;
  }
  return heard;
}
