import { expect, it } from 'vitest';
import type { TelegramApi } from '#adapters/telegram/api.ts';
import { poll } from '#adapters/telegram/poll.ts';

it('does not ask a server over and over that holds no question', async () => {
  const stopping = new AbortController();
  const asked: number[] = [];
  const getUpdates = async (): Promise<[]> => {
    if (asked.push(performance.now()) === 4) stopping.abort();
    return [];
  };
  await poll({
    api: { getUpdates } as unknown as TelegramApi, // nothing else is asked of it
    apiUrl: 'http://telegram.invalid',
    hear: async () => {},
    condition: { now: () => ({ state: 'connected' }), well() {}, ill() {} },
    log: { info() {}, warn() {}, error() {} },
    signal: stopping.signal,
    retryMs: 20,
  });
  const [first = 0, last = 0] = [asked[0], asked.at(-1)];
  expect(last - first).toBeGreaterThan(700);
});
