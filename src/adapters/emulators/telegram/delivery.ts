import { setTimeout as pause } from 'node:timers/promises';
import { badRequest, Refusal } from './refusal.ts';
import type { Method } from './speaking.ts';
import type { Update, World } from './world.ts';

type Payload = Record<string, unknown>;

interface Webhook {
  url: string;
  secret: string | null;
  allowed: string[];
  lastError: { date: number; message: string } | null;
}

/** How updates reach a bot: asked for, or posted to it. Both at once is a conflict. */
export interface Delivery {
  methods: Record<string, (payload: Payload, gone: AbortSignal) => unknown>;
  /** Queues an update, and posts it where there is a webhook. */
  queue(update: Update): void;
  /** Posts once to the webhook; the status of the answer, or null where nobody answered. */
  post(update: Update, secret?: string | null): Promise<number | null>;
  /** From now on updates wait, until they are delivered in the order given; they are numbered as they are delivered. */
  hold(): void;
  release(order?: (held: Update[]) => Update[]): void;
  /** Another program asks for this bot's updates. */
  rival(): void;
  /** Whether a bot asks for its updates now, or did a moment ago. */
  isAsked(): boolean;
  stop(): Promise<void>;
}

/** Telegram waits a minute or two between two tries; here nobody has the time. */
const retryMs = { first: 20, most: 500 };
/** Who has not asked again after so long is gone. */
const goneMs = 2_000;
/** Telegram takes a number that is so far ahead for one from before the numbers began anew. */
const farAway = 10;
const kinds = ['message', 'edited_message', 'callback_query'];

export function deliver(world: World, now: () => number): Delivery {
  let webhook: Webhook | null = null;
  let terminate: (() => void) | null = null;
  let askedAt = -goneMs;
  let posting: Promise<void> | null = null;
  const stopped = new AbortController();
  let held: Update[] | null = null;
  /** What the next update is numbered, unless the numbers begin anew. */
  let next = 0;

  /** Without `allowed_updates`, what was said last holds; an empty list means everything but a few kinds. */
  let allowed: string[] = [];
  const isWanted = (update: Update): boolean => {
    const [kind = ''] = Object.keys(update).filter((name) => name !== 'update_id');
    return allowed.length === 0 ? kinds.includes(kind) || kind === 'my_chat_member' : allowed.includes(kind);
  };

  const post = async (update: Update, secret: string | null = webhook?.secret ?? null): Promise<number | null> => {
    if (!webhook) return null;
    try {
      const answer = await fetch(webhook.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }) },
        body: JSON.stringify(update),
        signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(60_000)]),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return null;
    }
  };

  const isPosting = (): boolean => webhook !== null && world.updates.length > 0 && !stopped.signal.aborted;

  /** One after the other, each again and again until it is taken. */
  const drain = async (): Promise<void> => {
    let wait = retryMs.first;
    while (isPosting()) {
      const [update] = world.updates as [Update];
      const status = await post(update);
      if (status !== null && status >= 200 && status < 300) {
        world.updates.splice(world.updates.indexOf(update), 1);
        wait = retryMs.first;
        world.changed();
        continue;
      }
      const message = status === null ? 'Connection refused' : `Wrong response from the webhook: ${status}`;
      if (webhook) webhook.lastError = { date: now(), message };
      world.changed();
      await pause(wait, undefined, { signal: stopped.signal }).catch(() => undefined);
      wait = Math.min(2 * wait, retryMs.most);
    }
  };

  const wake = (): void => {
    posting ??= drain().finally(() => {
      posting = null;
      // what came while it was ending
      if (isPosting()) wake();
    });
  };

  const getUpdates = async (payload: Payload, gone: AbortSignal): Promise<Update[]> => {
    if (webhook)
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    terminate?.();
    if (Array.isArray(payload['allowed_updates'])) allowed = payload['allowed_updates'] as string[];
    const offset = typeof payload['offset'] === 'number' ? payload['offset'] : 0;
    const limit = typeof payload['limit'] === 'number' ? payload['limit'] : 100;
    if (limit < 1 || limit > 100) throw badRequest('limit is invalid');
    // asking for more confirms everything before it; a number that is still far away is none, and everything is told
    if (offset > 0 && offset <= next + farAway) world.updates = world.updates.filter(({ update_id }) => update_id >= offset);
    world.changed();
    const seconds = typeof payload['timeout'] === 'number' ? payload['timeout'] : 0;
    const conflict = new AbortController();
    terminate = () => conflict.abort();
    const mine = terminate;
    try {
      return await waitFor(seconds, AbortSignal.any([conflict.signal, gone, stopped.signal]), limit);
    } finally {
      askedAt = performance.now();
      if (terminate === mine) terminate = null;
      if (conflict.signal.aborted)
        // oxlint-disable-next-line no-unsafe-finally -- whatever was found goes to whoever asks now
        throw new Refusal(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running');
    }
  };

  const waitFor = async (seconds: number, signal: AbortSignal, limit: number): Promise<Update[]> => {
    const ready = (): Update[] | undefined => (world.updates.length > 0 ? world.updates.slice(0, limit) : undefined);
    const ended = new Promise<Update[]>((resolve) => signal.addEventListener('abort', () => resolve([]), { once: true }));
    return Promise.race([ended, world.when(ready, Math.max(1, seconds * 1000)).catch(() => [])]);
  };

  const setWebhook: Method = (payload) => {
    const url = typeof payload['url'] === 'string' ? payload['url'] : '';
    // a real one must be https; an emulated one is reached on this machine
    if (!/^https:\/\/|^http:\/\/127\.0\.0\.1[:/]/.test(url)) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
    const secret = payload['secret_token'] ?? null;
    if (secret !== null && (typeof secret !== 'string' || !/^[\w-]{1,256}$/.test(secret)))
      throw badRequest('secret token contains unallowed characters');
    if (Array.isArray(payload['allowed_updates'])) allowed = payload['allowed_updates'] as string[];
    webhook = { url, secret, allowed, lastError: null };
    terminate?.();
    wake();
    world.changed();
    return true;
  };

  const queue = (update: Update): void => {
    if (!isWanted(update)) return;
    if (held) return void held.push(update);
    world.updates.push(update);
    next = update.update_id + 1;
    world.changed();
    if (webhook) wake();
  };

  return {
    methods: {
      getUpdates,
      setWebhook,
      deleteWebhook() {
        webhook = null;
        world.changed();
        return true;
      },
      getWebhookInfo: () => ({
        url: webhook?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: world.updates.length,
        ...(webhook ? { allowed_updates: webhook.allowed } : {}),
        ...(webhook?.lastError ? { last_error_date: webhook.lastError.date, last_error_message: webhook.lastError.message } : {}),
      }),
    },
    queue,
    post,
    hold: () => void (held ??= []),
    release(order = (all) => all) {
      const all = held ?? [];
      const numbers = all.map(({ update_id }) => update_id);
      held = null;
      for (const [at, update] of order(all).entries()) queue({ ...update, update_id: numbers[at] ?? world.nextId() });
    },
    rival: () => terminate?.(),
    isAsked: () => terminate !== null || performance.now() - askedAt < goneMs,
    async stop() {
      stopped.abort();
      await posting;
    },
  };
}
