import {
  Routes,
  type APIThreadChannel,
  type RESTGetAPIChannelUsersThreadsArchivedResult,
  type RESTGetAPICurrentUserGuildsResult,
  type RESTGetAPIGuildThreadsResult,
} from 'discord-api-types/v10';
import type { RouteLike } from 'discord.js';
import { patiently, type HistoryParts } from './history.ts';
import { idAt } from './snowflake.ts';
import { orNone } from './threads.ts';

/** Threads by the channel in which they are. */
export type ThreadsIn = Map<string, APIThreadChannel[]>;

const perPage = 100;

/**
 * The threads of these channels in which somebody has spoken since: what is open, and what was put away meanwhile. Which threads that
 * only some may see were put away is told to those who are in them.
 */
export async function threadsSince(parts: HistoryParts, channels: readonly string[], since: Temporal.Instant): Promise<ThreadsIn> {
  const found: ThreadsIn = new Map();
  if (channels.length === 0) return found;
  const after = BigInt(idAt(since));
  const known = new Set(channels);
  for await (const thread of all(parts, channels, since)) {
    const { id, parent_id: parent, last_message_id: last } = thread;
    // one that is a conversation of its own is read as that
    if (!parent || !known.has(parent) || known.has(id) || (last && BigInt(last) <= after)) continue;
    found.set(parent, [...(found.get(parent) ?? []), thread]);
  }
  return found;
}

async function* all(parts: HistoryParts, channels: readonly string[], since: Temporal.Instant): AsyncGenerator<APIThreadChannel, void> {
  for (const { id } of (await asked<RESTGetAPICurrentUserGuildsResult>(parts, Routes.userGuilds())) ?? [])
    yield* threadsOf(await asked<RESTGetAPIGuildThreadsResult>(parts, Routes.guildActiveThreads(id)));
  for (const channel of channels) {
    yield* putAway(parts, channel, since);
    yield* putAwayOfOurs(parts, channel);
  }
}

/** Those that were put away last come first. */
async function* putAway(parts: HistoryParts, channel: string, since: Temporal.Instant): AsyncGenerator<APIThreadChannel, void> {
  let before: string | undefined;
  while (!parts.signal.aborted) {
    const query = { limit: String(perPage), ...(before === undefined ? {} : { before }) };
    const page = await asked<RESTGetAPIChannelUsersThreadsArchivedResult>(parts, Routes.channelThreads(channel, 'public'), query);
    const threads = threadsOf(page);
    yield* threads;
    before = threads.at(-1)?.thread_metadata?.archive_timestamp;
    if (!page?.has_more || before === undefined || Temporal.Instant.compare(before, since) < 0) return;
  }
}

/** Those that only some may see, we among them: in the order in which they were opened, so all of them. */
async function* putAwayOfOurs(parts: HistoryParts, channel: string): AsyncGenerator<APIThreadChannel, void> {
  let before: string | undefined;
  while (!parts.signal.aborted) {
    const query = { limit: String(perPage), ...(before === undefined ? {} : { before }) };
    const page = await asked<RESTGetAPIChannelUsersThreadsArchivedResult>(parts, Routes.channelJoinedArchivedThreads(channel), query);
    const threads = threadsOf(page);
    yield* threads;
    before = threads.at(-1)?.id;
    if (!page?.has_more || before === undefined) return;
  }
}

/** Null where Discord names us none: we may not look there, or it is a thread itself. */
const asked = <T>({ api, signal }: HistoryParts, route: RouteLike, query: Record<string, string> = {}): Promise<T | null> =>
  patiently(signal, () => orNone(api.call<T>('GET', route, { query, signal })));

/** Every one that either list names is a thread. */
const threadsOf = (page: { threads: unknown[] } | null): APIThreadChannel[] => (page?.threads ?? []) as APIThreadChannel[];
