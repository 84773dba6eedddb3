import { pressReaders, renderers } from '#adapters/index.ts';
import type { PlaygroundMessage, PlaygroundOrder, PlaygroundPerson, PlaygroundState } from '#adapters/playground/answers.ts';
import { playgroundChannel } from '#adapters/playground/channel.ts';
import { openPlaygroundClock } from '#adapters/playground/clock.ts';
import { playgroundPage } from '#adapters/playground/page.ts';
import { playgroundRoutes, type PlaygroundParts } from '#adapters/playground/routes.ts';
import { platforms } from '#core/messages/incoming.ts';
import type { Database, Log } from '#core/ports.ts';
import { review, scriptedDesk } from './desk.ts';

const channels = [...platforms];
export const people: PlaygroundPerson[] = [
  { id: 'mei', name: 'Mei Chen', role: 'customer', language: 'zh-CN', channel: 'telegram', channels },
  { id: 'ann', name: 'Ann Price', role: 'customer', language: 'en', channel: 'slack', channels },
  { id: 'lin', name: 'Lin Zhou', role: 'sales', language: 'zh-CN', channel: 'slack', channels },
  { id: 'grace', name: 'Grace Wu', role: 'manager', language: 'en', channel: 'discord', channels },
];

export const orders: PlaygroundOrder[] = [
  {
    id: '01a20000-0000-7000-8000-000000000001',
    number: 'HO-1001',
    state: 'in_review',
    version: 3,
    customer: 'Mei Chen',
    lines: [{ sku: 'CHAIR', name: '人体工学椅', quantity: 2 }],
    total: 271800,
    currency: 'CNY',
    promise: '2026-11-27',
  },
  {
    id: '01a20000-0000-7000-8000-000000000002',
    number: 'HO-1000',
    state: 'in_transit',
    version: 6,
    customer: 'Ann Price',
    lines: [{ sku: 'LAMP', name: 'Desk lamp', quantity: 12 }],
    total: 348000,
    currency: 'CNY',
    promise: '2026-11-26',
  },
  {
    id: '01a20000-0000-7000-8000-000000000003',
    number: null,
    state: 'draft',
    version: 1,
    customer: 'Ann Price',
    lines: [{ sku: 'DESK', name: 'Standing desk', quantity: 2 }],
    total: 599800,
    currency: 'CNY',
    promise: null,
  },
];

const silent: Log = { info() {}, warn() {}, error() {} };

/** The playground over a scripted desk, with one review channel on Slack. */
export async function openStage(db: Database, parts: Partial<PlaygroundParts> = {}) {
  await db.sql`
    insert into desk_conversations (platform, account, key, purpose)
    values (${review.platform}, ${review.account}, ${review.key}, 'review')
    on conflict do nothing`;
  const clock = await openPlaygroundClock(db);
  const desk = scriptedDesk(platforms.map((platform) => playgroundChannel(platform, db)));
  const app = playgroundRoutes({
    db,
    desk,
    clock,
    log: silent,
    timeZone: 'Asia/Shanghai',
    demo: true,
    people: async () => people,
    orders: async () => orders,
    nextDue: desk.nextDue,
    lookAtDesk: async () => ({ messages: [], unsaid: [], planned: [] }),
    lookAtOrder: async () => null,
    reset: async (begin) => {
      await begin();
      return { ok: true };
    },
    page: playgroundPage(null),
    renderers,
    pressReaders,
    ...parts,
  });
  const ask = (path: string, init?: RequestInit) => Promise.resolve(app.request(`/playground/api/${path}`, init));
  return {
    app,
    desk,
    clock,
    async post(path: string, body: unknown, headers: Record<string, string> = {}) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const response = await ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text });
      return { status: response.status, answer: await response.json() };
    },
    async state(): Promise<PlaygroundState> {
      return (await ask('state')).json();
    },
    async messages(as: string, channel: string): Promise<PlaygroundMessage[]> {
      return (await ask(`messages?as=${as}&channel=${channel}`)).json();
    },
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
