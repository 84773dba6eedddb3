import { setTimeout as pause } from 'node:timers/promises';
import { Routes, type APIMessage } from 'discord-api-types/v10';
import { errorLine } from '#core/messages/failure.decide.ts';
import { conversationsHeard } from '#core/messages/inbox.store.ts';
import type { Address, Incoming } from '#core/messages/incoming.ts';
import type { Database, Log } from '#core/ports.ts';
import type { Api } from './api.ts';
import { failureOf } from './failure.ts';
import { messageFromDiscord, type Arrived } from './heard.ts';
import { idAt } from './snowflake.ts';

export interface CatchUpParts {
  api: Api;
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
const perPage = 100;
const mostTries = 4;

/**
 * Reads what people wrote while Discord told nobody: in the conversations the desk knows, after this moment, in order. Every message
 * has the key under which the gateway would have brought it, so that none is heard twice. Presses and commands of that time are over.
 */
export async function catchUp(parts: CatchUpParts, since: Temporal.Instant): Promise<void> {
  const { database, log, arrived, signal } = parts;
  const places = await conversationsHeard(database.sql, { platform: 'discord', account: arrived().account }, mostPlaces);
  const after = idAt(since);
  const next = places.values();
  let messages = 0;
  let failed = 0;
  const lane = async (): Promise<void> => {
    for (const place of next) {
      if (signal.aborted) return;
      messages += await missedIn(parts, place, after).catch((error: unknown) => {
        log.warn({ error: errorLine(error) }, 'discord.not_caught_up');
        failed++;
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

/** Hears what is new in one conversation; says how much that was. */
async function missedIn(parts: CatchUpParts, place: Address, since: string): Promise<number> {
  const { arrived, keep, signal } = parts;
  let after = since;
  let heard = 0;
  while (!signal.aborted) {
    const messages = (await pageOf(parts, place, after)).toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
    for (const message of messages) {
      // the history does not say that a channel is one of a server
      const said = place.kind === 'dm' ? message : { ...message, guild_id: place.key };
      const incoming = messageFromDiscord(said, 'created', arrived());
      if (!incoming) continue;
      if (!(await keep(incoming))) return heard;
      heard++;
    }
    after = messages.at(-1)?.id ?? after;
    if (messages.length < perPage) break;
  }
  return heard;
}

/** A page after this message, however often Discord asks us to wait; nothing of a conversation that is not there for us any more. */
async function pageOf({ api, signal }: CatchUpParts, { key }: Address, after: string): Promise<APIMessage[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const query = { after, limit: String(perPage) };
      return await api.call<APIMessage[]>('GET', Routes.channelMessages(key), { query, signal });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'unreachable') return [];
      const passes = failure.kind === 'rate_limited' || failure.kind === 'unknown_outcome';
      if (!passes || attempt >= mostTries || signal.aborted) throw error;
      const ms = failure.kind === 'rate_limited' ? failure.retryAfterMs : 500 * 2 ** attempt;
      await pause(ms, undefined, { signal });
    }
  }
}
