import { inTime } from '#adapters/in-time.ts';
import type { Api } from './api.ts';
import type { Threads } from './threads.ts';
import type { Made } from './typed.ts';

export interface Locating {
  api: Api;
  threads: Threads;
  account: string;
}

/** Of the time for the first answer, for looking where it was made; after that the thread is a place of its own. */
const lookMs = 1_000;

/** Where an interaction was made: a thread on a message of ours is no place of its own. */
export type Located = Made & { thread: string | null };

export async function located({ api, threads, account }: Locating, made: Made): Promise<Located> {
  const none = { ...made, thread: null };
  if (made.channel === null) return none;
  const found = threads.parentOf(api, made.channel, account).catch(() => null);
  const parent = await inTime(found, { ms: lookMs }, null);
  return parent === null ? none : { ...made, thread: made.channel.id, address: { ...made.address, key: parent } };
}
