import { ChannelType, Routes, ThreadAutoArchiveDuration, type APIMessage, type APIThreadChannel } from 'discord-api-types/v10';
import { Recent } from '#adapters/recent.ts';
import { cut } from '#core/messages/runs.ts';
import type { Address, Incoming } from '#core/messages/incoming.ts';
import type { Api } from './api.ts';
import { archived, codeOf, statusOf } from './failure.ts';

const kinds: readonly ChannelType[] = [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread];
const remembered = 10_000;
/** Where we may open none it is not tried with every message: Discord counts what it refuses. */
const againMs = 10 * 60_000;
const mostInName = 100;
const alreadyThere = 160_004;

/** What we are told of a channel, as far as it matters whether it is a thread. */
interface Told {
  id: string;
  type: ChannelType;
  parent_id?: string | null | undefined;
}

/**
 * Threads that hang on messages of ours. To the desk one is no conversation of its own: what is said there is said in the channel, in
 * answer to the message on which it hangs, whose number it has.
 */
export class Threads {
  #parents = new Recent<string | null>(remembered);
  #shut = new Recent<number>(remembered);
  #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether one may be opened in a channel, as far as we know. */
  mayOpen(channel: string): boolean {
    return (this.#shut.get(channel) ?? 0) <= this.#now();
  }

  /** Opens the thread of a message of ours; false where that cannot be. */
  async open(api: Api, channel: string, message: string, name: string, signal: AbortSignal): Promise<boolean> {
    const oneLine = name.replaceAll(/\s+/g, ' ').trim();
    const body = { name: cut(oneLine === '' ? '…' : oneLine, mostInName), auto_archive_duration: ThreadAutoArchiveDuration.OneWeek };
    try {
      await api.call('POST', Routes.threads(channel, message), { body, signal });
    } catch (error) {
      if (codeOf(error) === alreadyThere) return true;
      if (!isRefusal(error)) throw error;
      if (statusOf(error) === 403) this.shut(channel);
      return false;
    }
    this.#parents.put(message, channel);
    return true;
  }

  shut(channel: string): void {
    this.#shut.put(channel, this.#now() + againMs);
  }

  /** The channel of a message of ours on which this thread hangs; null where it is no such thread. */
  async parentOf(api: Api, { id, type, parent_id }: Partial<Told> & Pick<Told, 'id'>, account: string): Promise<string | null> {
    const known = this.#parents.get(id);
    if (known !== undefined) return known;
    const isKnown = type !== undefined && (parent_id !== undefined || !kinds.includes(type));
    const told = isKnown ? { id, type, parent_id } : await orNone(api.call<APIThreadChannel>('GET', Routes.channel(id)));
    const parent = told && kinds.includes(told.type) ? (told.parent_id ?? null) : null;
    const root = parent === null ? null : await orNone(api.call<APIMessage>('GET', Routes.channelMessage(parent, id)));
    const ours = root?.author.id === account ? parent : null;
    this.#parents.put(id, ours);
    return ours;
  }
}

/** The conversation in which it was said, where that was in a thread of ours. */
export function inChannel<Heard extends Incoming>(heard: Heard, parent: string | null): Heard {
  if (parent === null) return heard;
  const inParent = { ...heard, thread: heard.address.key, address: { ...heard.address, key: parent } satisfies Address };
  if (inParent.kind !== 'message' && inParent.kind !== 'command') return inParent;
  // the name of the thread is not that of the channel
  if (inParent.kind === 'command') delete inParent.place;
  return { ...inParent, replyTo: heard.address.key };
}

/**
 * Does it in a thread. One in which nobody spoke for long is put away: who writes there takes it out again, as a rule; where that does not, and
 * for whatever else is done there, it is taken out first.
 */
export async function inThread<T>(api: Api, thread: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) !== archived) throw error;
    await api.call('PATCH', Routes.channel(thread), { body: { archived: false }, signal }).catch((refused: unknown) => {
      // it is locked, or only some may see it: it stays where it is
      throw isRefusal(refused) ? error : refused;
    });
    return work();
  }
}

/** Discord will not do it, however often it is asked. */
export function isRefusal(error: unknown): boolean {
  const status = codeOf(error) === null ? null : statusOf(error);
  return status === 400 || status === 403 || status === 404;
}

/** Null where there is none for us. */
export const orNone = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (isRefusal(error)) return null;
    throw error;
  });
