import type { Card } from '#core/messages/card.ts';
import type { Address, Platform } from '#core/messages/incoming.ts';
import type { Channel, SendOptions, SendResult } from '#core/ports.ts';

/** What the platform does with the next call instead of taking it. */
export type Fault =
  | 'rate_limited'
  | 'account_limited'
  | 'unknown_outcome'
  | 'accept_then_unknown'
  | 'hang'
  | 'auth'
  | 'blocked'
  | 'dm_closed'
  | 'not_in_chat'
  | 'gone'
  | 'invalid'
  | { movedTo: Address }
  | { retryAfterMs: number };

export interface Arrival {
  kind: 'send' | 'edit';
  to: string;
  key: string;
  text: string;
  card: Card;
  idempotencyKey: string;
}

/** A platform that remembers what arrived and fails when it is told to. */
export interface ScriptedChannel extends Channel {
  arrived: Arrival[];
  /** One per call, in order; then everything is taken. */
  faults: Fault[];
  /** The most calls that were under way to one address at the same time. */
  mostAtOnce: number;
  /** Resolves when a call hangs. */
  hung: Promise<void>;
  calls: number;
}

export function scriptedChannel(
  platform: Platform,
  options: { account?: string; pace?: Channel['pace']; findable?: boolean } = {},
): ScriptedChannel {
  const hung = Promise.withResolvers<void>();
  const underWay = new Map<string, number>();

  const take = (kind: Arrival['kind'], to: Address, key: string | null, card: Card, call: SendOptions): SendResult => {
    const known =
      platform === 'discord'
        ? channel.arrived.find((arrival) => kind === 'send' && arrival.idempotencyKey === call.idempotencyKey)
        : undefined;
    const arrival = known ?? {
      kind,
      to: to.key,
      key: key ?? `m${channel.arrived.length + 1}`,
      text: card.fallback,
      card,
      idempotencyKey: call.idempotencyKey,
    };
    if (!known) channel.arrived.push(arrival);
    return { ok: true, message: { address: to, key: arrival.key } };
  };

  const call = async (kind: Arrival['kind'], to: Address, key: string | null, card: Card, given: SendOptions): Promise<SendResult> => {
    channel.calls++;
    underWay.set(to.key, (underWay.get(to.key) ?? 0) + 1);
    channel.mostAtOnce = Math.max(channel.mostAtOnce, underWay.get(to.key) ?? 0);
    await new Promise((resolve) => setImmediate(resolve));
    try {
      const fault = channel.faults.shift();
      if (fault === undefined) return take(kind, to, key, card, given);
      if (fault === 'accept_then_unknown') take(kind, to, key, card, given);
      if (fault === 'hang') {
        hung.resolve();
        await new Promise((resolve) => given.signal.addEventListener('abort', resolve, { once: true }));
      }
      return failed(fault);
    } finally {
      underWay.set(to.key, (underWay.get(to.key) ?? 1) - 1);
    }
  };

  const channel: ScriptedChannel = {
    platform,
    account: options.account ?? 'A1',
    pace: options.pace ?? null,
    arrived: [],
    faults: [],
    mostAtOnce: 0,
    calls: 0,
    hung: hung.promise,
    send: (to, card, given) => call('send', to, null, card, given),
    edit: (message, card, given) => call('edit', message.address, message.key, card, given),
  };
  if (options.findable)
    channel.find = async (to, { idempotencyKey }) => {
      const found = channel.arrived.find((arrival) => arrival.idempotencyKey === idempotencyKey);
      return found ? { address: to, key: found.key } : null;
    };
  return channel;
}

function failed(fault: Fault): SendResult {
  if (typeof fault === 'object')
    return 'movedTo' in fault
      ? { ok: false, kind: 'unreachable', reason: 'moved', movedTo: fault.movedTo }
      : { ok: false, kind: 'rate_limited', retryAfterMs: fault.retryAfterMs, scope: 'conversation' };
  switch (fault) {
    case 'rate_limited':
      return { ok: false, kind: 'rate_limited', retryAfterMs: 7000, scope: 'conversation' };
    case 'account_limited':
      return { ok: false, kind: 'rate_limited', retryAfterMs: 7000, scope: 'account' };
    case 'auth':
      return { ok: false, kind: 'auth', detail: 'token revoked' };
    case 'blocked':
    case 'dm_closed':
    case 'not_in_chat':
    case 'gone':
      return { ok: false, kind: 'unreachable', reason: fault };
    case 'invalid':
      return { ok: false, kind: 'invalid', detail: 'too long' };
    default:
      return { ok: false, kind: 'unknown_outcome', detail: fault };
  }
}
