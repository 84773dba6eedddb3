// The program under measurement, in a process of its own: what else works here is not counted. Started by `run.ts`.
import { bare } from './subjects/bare.ts';
import { chatSdk } from './subjects/chat-sdk.ts';
import { discordInteractions } from './subjects/discord-interactions.ts';
import { openDurable, openNowhere } from './subjects/inboxes.ts';
import { ours } from './subjects/ours.ts';
import type { OpenSubject, Path } from './subjects/subject.ts';

/** Who is measured, on which path, and where its data are. */
export interface Order {
  who: 'ours' | 'durable' | 'bare' | 'chat-sdk' | 'discord-interactions';
  path: Path;
  settings: Record<string, string>;
  databaseUrl: string | null;
}

export type Question = { ask: 'begin' } | { ask: 'heard'; count: number } | { ask: 'end' };
export interface Used {
  /** Of all threads of the process. */
  cpuUs: number;
  heard: number;
}

const order = JSON.parse(process.argv[2] ?? '') as Order; // written by `run.ts`
const who: Record<Order['who'], () => OpenSubject> = {
  ours: () => ours(order.path, openNowhere),
  durable: () => ours(order.path, () => openDurable(order.databaseUrl)),
  bare: () => bare[order.path],
  'chat-sdk': () => chatSdk(order.path),
  'discord-interactions': () => discordInteractions,
};

let count = 0;
let waiting: { count: number; resolve: () => void } | null = null;
const heard = (): void => {
  count += 1;
  if (waiting && count >= waiting.count) waiting.resolve();
};
const subject = await who[order.who]()({ settings: order.settings, heard });
let before = process.cpuUsage();

async function answer(question: Question): Promise<void> {
  if (question.ask === 'begin') {
    count = 0;
    waiting = null;
    globalThis.gc?.();
    before = process.cpuUsage();
  } else if (question.ask === 'heard') {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting = { count: question.count, resolve };
    if (count >= question.count) resolve();
    await promise;
    await subject.settled?.();
  }
  const { user, system } = process.cpuUsage(before);
  process.send?.({ cpuUs: user + system, heard: count } satisfies Used);
}

process.on('message', (question: Question) => void answer(question));
process.on('disconnect', () => process.exit());
process.send?.({ url: subject.url });
