import { setTimeout as pause } from 'node:timers/promises';
import { pollSeconds, type TelegramApi } from './api.ts';
import type { Update } from '@grammyjs/types';
import type { Log } from '#core/ports.ts';

import { faultOf } from './fault.ts';
import type { Condition } from './health.ts';
import { backoffMs, notStored } from './retry.ts';
import { wantedUpdates } from './update.ts';

/** Telegram holds a question until there is something; a server that does not, as some that stand in for it, is asked so often and no more. */
const leastMs = 250;

interface Polling {
  api: TelegramApi;
  apiUrl: string;
  /** Resolves when the update is committed. */
  hear(update: Update): Promise<void>;
  condition: Condition;
  log: Log;
  signal: AbortSignal;
  /** Before what failed is tried again, for the first time. */
  retryMs: number;
}

/**
 * Asks for updates and hears them: what is said in one chat one after the other, chats side by side, so that they share a commit. To
 * ask for what comes after an update tells Telegram that it was heard, so that is done only once all before it are committed:
 * what cannot be stored now is tried again, and whatever a process leaves behind comes again.
 */
export async function poll({ api, apiUrl, hear, condition, log, signal, retryMs }: Polling): Promise<void> {
  let offset = 0;
  let failures = 0;
  // the first question, and the first after a failure, is answered at once: so it is known whether all is well
  let timeout = 0;
  while (!signal.aborted) {
    let updates: Update[];
    const asked = performance.now();
    try {
      updates = await api.getUpdates({ offset, timeout, allowed_updates: wantedUpdates }, signal);
      // something between us and Telegram may say ok to anything
      if (!Array.isArray(updates)) throw new TypeError('The answer is no list of updates.');
      failures = 0;
      timeout = pollSeconds;
      condition.well();
    } catch (error) {
      if (signal.aborted) break;
      timeout = 0;
      condition.ill(faultOf(error, apiUrl));
      await pause(backoffMs(retryMs, failures++, error), undefined, { signal }).catch(() => undefined);
      continue;
    }
    const early = leastMs - (performance.now() - asked);
    if (updates.length === 0 && early > 0) await pause(early, undefined, { signal }).catch(() => undefined);
    const last = updates.at(-1);
    if (last && (await hearAll(updates))) offset = last.update_id + 1;
  }

  /** False when the desk is stopped before all of them could be stored: then they come again, and those that were are known. */
  async function hearAll(updates: readonly Update[]): Promise<boolean> {
    const chats = new Map<unknown, Promise<boolean>>();
    for (const update of updates) {
      const chat = chatOf(update);
      const before = chats.get(chat);
      chats.set(chat, before ? before.then((isHeard) => isHeard && hearSurely(update)) : hearSurely(update));
    }
    return !(await Promise.all(chats.values())).includes(false);
  }

  /** False when the desk is stopped before it could be stored: then it comes again. */
  async function hearSurely(update: Update): Promise<boolean> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        await hear(update);
        if (attempt > 0) condition.well();
        return true;
      } catch (error) {
        log.warn({ platform: 'telegram', id: update.update_id, attempt: attempt + 1, error }, 'platform.not_stored');
        condition.ill(notStored);
        await pause(backoffMs(retryMs, attempt), undefined, { signal }).catch(() => undefined);
      }
    }
    return false;
  }
}

/** Where it happened; all that happened nowhere are of one place. */
const chatOf = ({ message, edited_message, callback_query, my_chat_member }: Update): number | undefined =>
  (message ?? edited_message ?? callback_query?.message ?? my_chat_member)?.chat?.id;
