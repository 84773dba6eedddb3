import { formRenderers, pressReaders, renderers, submissionReaders } from '#adapters/index.ts';
import type { PlaygroundMessage, PlaygroundOrder, PlaygroundPerson, PlaygroundState } from '#adapters/playground/answers.ts';
import { playgroundChannel } from '#adapters/playground/channel.ts';
import { openPlaygroundClock } from '#adapters/playground/clock.ts';
import { openPage } from '#adapters/playground/page.ts';
import type { PlaygroundParts } from '#adapters/playground/parts.ts';
import { playgroundRoutes } from '#adapters/playground/routes.ts';
import type { DeskLook, OrderLook } from '#core/backstage/look.act.ts';
import { platforms } from '#core/messages/incoming.ts';
import type { Database } from '#core/ports.ts';
import { silent } from '#test/support/machinery.ts';
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

const at = Temporal.Instant.from('2026-11-26T04:00:00Z');
const states = ['queued', 'sending', 'sent', 'failed', 'unknown', 'superseded', 'expired', 'withheld'];

/** One of everything. */
const deskLook: DeskLook = {
  messages: states.map((state, index) => ({
    id: `m${index}`,
    saidAt: at,
    dueAt: at,
    platform: 'telegram',
    conversation: index % 2 === 0 ? 'dm:mei' : 'review',
    class: 'transactional',
    state,
    reason: state === 'failed' ? 'blocked' : null,
    why: state === 'failed' ? 'The customer has blocked us there' : null,
    attempts: 1,
    text: `A message that is ${state}`,
    number: 'HO-1001',
    isCard: false,
  })),
  unsaid: [
    {
      id: 'u1',
      at,
      step: 'tips',
      state: 'cancelled',
      reason: 'late_delivery',
      why: 'delivered late: we apologise instead',
      purpose: 'service',
      customer: 'Mei Chen',
      number: 'HO-1001',
      what: 'Tips and an offer of help',
    },
  ],
  planned: [
    {
      id: 'p1',
      kind: 'touch_due',
      at: at.add({ hours: 48 }),
      attempts: 2,
      step: 'csat',
      reason: 'quiet_hours',
      why: 'outside the hours in which the customer is written to',
      number: 'HO-1001',
      customer: 'Mei Chen',
      what: 'Satisfaction (1–5)',
    },
    {
      id: 'nightly',
      kind: 'nightly',
      at: at.add({ hours: 15 }),
      attempts: 0,
      step: null,
      reason: null,
      why: null,
      number: null,
      customer: null,
      what: null,
    },
  ],
};

const note = '两把椅子，加急，老地方';
const orderLook: OrderLook = {
  number: 'HO-1001',
  happened: [
    { id: 'e1', at, text: '**12:00** Mei Chen (customer) started the order · Telegram\n• 2 × ergonomic chair\n• Total: ¥2,718.00' },
    { id: 'e2', at, text: '**12:00** The desk checked the order' },
  ],
  note: {
    text: note,
    coverage: 0.7,
    read: [
      { what: 'Urgent', from: { start: 5, end: 7, text: '加急' }, kind: 'read' },
      { what: 'Not understood, please read it', from: { start: 8, end: 11, text: '老地方' }, kind: 'unread' },
    ],
  },
};

/** Bundled once for all who ask. */
const page = openPage('playground', null);

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
    lookAtDesk: async () => deskLook,
    lookAtCalls: async () => [],
    lookAtOrder: async (id) => (orders.some((order) => order.id === id) ? orderLook : null),
    reset: async (begin) => {
      await begin();
      return { ok: true };
    },
    page,
    renderers,
    pressReaders,
    formRenderers,
    submissionReaders,
    ...parts,
  });
  const ask = (path: string, init?: RequestInit) => Promise.resolve(app.request(`/playground/api/${path}`, init));
  return {
    app,
    desk,
    clock,
    /** The languages the page asked for. */
    spoken: () => desk.heard.flatMap((each) => (each.kind === 'command' && each.command === 'language' ? [each.text] : [])),
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
