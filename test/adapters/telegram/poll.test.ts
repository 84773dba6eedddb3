import type { Update } from '@grammyjs/types';
import { expect, it } from 'vitest';
import type { TelegramApi } from '#adapters/telegram/api.ts';
import { poll } from '#adapters/telegram/poll.ts';

/** Polls a Telegram that answers so, until it is stopped. */
function polling(getUpdates: (asked: { offset: number }) => Promise<Update[]>, hear: (update: Update) => Promise<void>) {
  const stopping = new AbortController();
  const done = poll({
    api: { getUpdates } as unknown as TelegramApi, // nothing else is asked of it
    apiUrl: 'http://telegram.invalid',
    hear,
    condition: { now: () => ({ state: 'connected' }), well() {}, ill() {} },
    log: { info() {}, warn() {}, error() {} },
    signal: stopping.signal,
    retryMs: 20,
  });
  return { done, stop: () => stopping.abort() };
}

it('does not ask a server over and over that holds no question', async () => {
  const asked: number[] = [];
  const enough = Promise.withResolvers<void>();
  const { done, stop } = polling(
    async () => {
      if (asked.push(performance.now()) === 4) enough.resolve();
      return [];
    },
    async () => {},
  );
  await enough.promise;
  stop();
  await done;
  const [first = 0, last = 0] = [asked[0], asked.at(-1)];
  expect(last - first).toBeGreaterThan(700);
});

/** Words in the chat of that number. */
const said = (update_id: number, chat: number): Update => ({
  update_id,
  message: {
    message_id: update_id,
    date: 0,
    chat: { id: chat, type: 'private', first_name: 'Ada' },
    text: 'hello',
  } as Update['message'] & {},
});

it('hears chats side by side and each in order, and asks for more only when all of it is kept', async () => {
  const came: number[] = [];
  const ends = new Map<number, PromiseWithResolvers<void>>();
  const heardAll = Promise.withResolvers<number>();
  const { done, stop } = polling(
    async ({ offset }) => {
      if (offset === 0) return [said(1, 10), said(2, 20), said(3, 10), said(4, 30)];
      heardAll.resolve(offset);
      return [];
    },
    (update) => {
      came.push(update.update_id);
      const end = Promise.withResolvers<void>();
      ends.set(update.update_id, end);
      return end.promise;
    },
  );
  await expect.poll(() => came).toEqual([1, 2, 4]);
  ends.get(2)?.resolve();
  ends.get(4)?.reject(new Error('the database is away'));
  ends.get(1)?.resolve();
  await expect.poll(() => came).toEqual([1, 2, 4, 3, 4]); // what could not be kept is tried again
  ends.get(4)?.resolve();
  ends.get(3)?.resolve();
  expect(await heardAll.promise).toBe(5);
  stop();
  await done;
});

it('does not tell Telegram that something was heard which was not kept when the desk stops', async () => {
  const offsets: number[] = [];
  const refused = Promise.withResolvers<void>();
  const { done, stop } = polling(
    async ({ offset }) => {
      offsets.push(offset);
      return [said(1, 10), said(2, 20), said(3, 20)];
    },
    async ({ update_id }) => {
      if (update_id === 1) return;
      refused.resolve();
      throw new Error('the database is away');
    },
  );
  await refused.promise;
  stop();
  await done;
  expect(offsets).toEqual([0]);
});

it('takes an answer that is no list for an outage, and asks again', async () => {
  const answers: unknown[] = [{}, null, true, [said(7, 10)]];
  const heard = Promise.withResolvers<number>();
  const { done, stop } = polling(
    async () => (answers.length > 0 ? (answers.shift() as Update[]) : []), // what it says is no list is the point
    async ({ update_id }) => heard.resolve(update_id),
  );
  expect(await heard.promise).toBe(7);
  stop();
  await done;
});
