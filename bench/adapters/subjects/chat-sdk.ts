import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { home } from '#src/config.ts';
import { serving } from './bare.ts';
import type { OpenSubject, Path } from './subject.ts';

/** As much of Vercel's Chat SDK as is used here; its own types come with its packages, which are not installed with Orderly. */
interface ChatSdk {
  Chat: new (options: object) => {
    webhooks: Record<string, (request: Request, options: { waitUntil(work: Promise<unknown>): void }) => Promise<Response>>;
    onDirectMessage(handler: () => Promise<void>): void;
    initialize(): Promise<void>;
  };
  createSlackAdapter(options: object): object;
  createTelegramAdapter(options: object): object;
  createMemoryState(): object;
}

const folder = join(home, 'bench/peers');

export const isChatSdkThere = (): boolean => existsSync(join(folder, 'node_modules/chat/package.json'));

/** The Chat SDK with its state in memory, and a handler that does nothing. */
export const chatSdk =
  (path: Path): OpenSubject =>
  async ({ settings, heard }) => {
    const sdk = (await import(pathToFileURL(join(folder, 'index.mjs')).href)) as ChatSdk;
    const isSlack = path === 'slack_http';
    const adapter = isSlack
      ? sdk.createSlackAdapter({
          botToken: settings['SLACK_BOT_TOKEN'],
          signingSecret: settings['SLACK_SIGNING_SECRET'],
          apiUrl: settings['SLACK_API_URL'],
        })
      : sdk.createTelegramAdapter({
          botToken: settings['TELEGRAM_BOT_TOKEN'],
          secretToken: settings['TELEGRAM_WEBHOOK_SECRET'],
          apiUrl: settings['TELEGRAM_API_URL'],
          mode: 'webhook',
        });
    const chat = new sdk.Chat({ userName: 'orderly', adapters: { platform: adapter }, state: sdk.createMemoryState(), logger: 'silent' });
    chat.onDirectMessage(async () => heard());
    await chat.initialize();
    const underWay = new Set<Promise<unknown>>();
    const waitUntil = (work: Promise<unknown>): void => {
      underWay.add(work);
      void work.catch(() => {}).finally(() => underWay.delete(work));
    };
    const listener = getRequestListener(
      (request) => chat.webhooks['platform']?.(request, { waitUntil }) ?? new Response(null, { status: 404 }),
    );
    const { url } = await serving((request, response) => void listener(request, response));
    return { url, settled: async () => void (await Promise.allSettled(underWay)) };
  };
