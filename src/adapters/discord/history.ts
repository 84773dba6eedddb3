import { setTimeout as pause } from 'node:timers/promises';
import { Routes, type APIMessage } from 'discord-api-types/v10';
import type { Api } from './api.ts';
import { failureOf } from './failure.ts';

export interface HistoryParts {
  api: Api;
  signal: AbortSignal;
}

const perPage = 100;
const mostTries = 4;

/** Everything that stands in a conversation after this message, in order; nothing where it is not there for us any more. */
export async function* wordsAfter({ api, signal }: HistoryParts, channel: string, since: string): AsyncGenerator<APIMessage, void> {
  let after = since;
  while (!signal.aborted) {
    const query = { after, limit: String(perPage) };
    const page = await patiently(signal, () => api.call<APIMessage[]>('GET', Routes.channelMessages(channel), { query, signal }));
    const messages = (page ?? []).toSorted(byId);
    yield* messages;
    after = messages.at(-1)?.id ?? after;
    if (messages.length < perPage) return;
  }
}

/** Of several conversations as if they were one, in the order in which it was said. */
export async function* inOrder(conversations: readonly AsyncGenerator<APIMessage, void>[]): AsyncGenerator<APIMessage, void> {
  const heads: { words: AsyncGenerator<APIMessage, void>; next: APIMessage }[] = [];
  const push = async (words: AsyncGenerator<APIMessage, void>): Promise<void> => {
    const { value } = await words.next();
    if (value) heads.push({ words, next: value });
  };
  for (const words of conversations) await push(words);
  while (heads.length > 0) {
    heads.sort((one, other) => byId(one.next, other.next));
    const [first] = heads.splice(0, 1);
    if (!first) return;
    yield first.next;
    await push(first.words);
  }
}

/** However often Discord asks us to wait; null where there is nothing for us. */
export async function patiently<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'unreachable') return null;
      const passes = failure.kind === 'rate_limited' || failure.kind === 'unknown_outcome';
      if (!passes || attempt >= mostTries || signal.aborted) throw error;
      await pause(failure.kind === 'rate_limited' ? failure.retryAfterMs : 500 * 2 ** attempt, undefined, { signal });
    }
  }
}

const byId = (one: APIMessage, other: APIMessage): number => (BigInt(one.id) < BigInt(other.id) ? -1 : 1);
