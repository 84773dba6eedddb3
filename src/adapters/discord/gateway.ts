import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketManager, WebSocketShardEvents as Event } from '@discordjs/ws';
import type { REST } from 'discord.js';
import {
  GatewayCloseCodes,
  GatewayIntentBits as Intent,
  Routes,
  type APIGatewayBotInfo,
  type GatewayDispatchPayload,
} from 'discord-api-types/v10';
import type { Api } from './api.ts';
import type { Patience } from './patience.ts';
import type { Session } from './session.ts';

/** Servers and their channels, what mentions us there, and direct messages: none of them needs Discord's approval. */
export const intents = Intent.Guilds | Intent.GuildMessages | Intent.DirectMessages;

/** After these the gateway lets nobody in again who asks in the same way. */
const final = new Set<number>([
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);

/** Not Discord, but the line: nobody said goodbye. */
const lineBroke = 1006;
/** Discord keeps a session that was left with this code, and ends one that was left with 1000. */
const keepSession = 4200;

export interface GatewayParts {
  api: Api;
  token: string;
  session: Session;
  patience: Pick<Patience, 'sessionMs' | 'closeMs'>;
  hear(payload: GatewayDispatchPayload): void;
  /** The line stands; or it broke, and the SDK is at it again. */
  tell(state: 'connected' | 'connecting'): void;
  /** A session has begun, or goes on; nothing that came in it was heard yet. `isTold`: of the servers that are there, in this process. */
  standing(isTold: boolean): void;
  /** Discord begins so many sessions a day and no more. */
  exhausted(ms: number): void;
  /** A session that Discord neither takes up again nor refuses within so long is given up; the SDK would wait for ever. */
  resumeMs: number;
}

/**
 * Keeps one line to the gateway until it is told to stop, or until Discord closes it for good: then it resolves with the reason's
 * code. It rejects where no line could be had at first.
 */
export async function keepGateway(parts: GatewayParts, signal: AbortSignal): Promise<number | null> {
  const { api, token, session, patience } = parts;
  const ended = Promise.withResolvers<number | null>();
  const sessions = sessionStarts(parts);
  let over = false;
  let breaks = 0;
  const manager = new WebSocketManager({
    token,
    intents,
    shardCount: 1,
    // the gateway asks nothing else of it
    rest: { get: () => api.call('GET', Routes.gatewayBot()) } as unknown as REST,
    buildIdentifyThrottler: () => ({ waitForIdentify: (_, gone) => sessions.next(AbortSignal.any([gone, signal])) }),
    retrieveSessionInfo: async (shardId) => {
      // the SDK goes on connecting after it was stopped, unless this is never answered
      if (over) return new Promise<never>(() => {});
      // and twice a second where nobody answers
      if (breaks > 1)
        await pause(Math.min(250 * 2 ** breaks, 15_000) * (0.75 + Math.random() / 2), undefined, { ref: false, signal }).catch(
          () => undefined,
        );
      return over ? new Promise<never>(() => {}) : session.retrieve(shardId);
    },
    updateSessionInfo: (shardId, info) => (over ? undefined : session.update(shardId, info)),
  });
  const unanswered = silence(parts.resumeMs, () => {
    session.giveUp();
    ended.reject(new Error('a session was not taken up again'));
  });
  manager.on(Event.Hello, () => {
    breaks = 0;
    session.broken = false;
    if (session.id !== null) unanswered.begin();
  });
  let isTold = false;
  manager.on(Event.Ready, () => {
    unanswered.end();
    isTold = true;
    parts.tell('connected');
    parts.standing(isTold);
  });
  manager.on(Event.Resumed, () => {
    unanswered.end();
    parts.tell('connected');
    parts.standing(isTold);
    isTold = true;
  });
  manager.on(Event.Dispatch, ({ data }) => {
    unanswered.heard();
    parts.hear(data);
  });
  manager.on(Event.Error, () => {}); // what is wrong is told by how the line is closed
  manager.on(Event.Closed, ({ code }) => {
    if (over) return;
    unanswered.end();
    if (final.has(code)) return ended.resolve(code);
    session.broken = code === lineBroke;
    if (session.broken) breaks++;
    parts.tell('connecting');
  });
  signal.addEventListener('abort', () => ended.resolve(null), { once: true });
  manager.connect().catch(ended.reject);
  try {
    return await ended.promise;
  } finally {
    over = true;
    unanswered.end();
    const closed = Promise.resolve(manager.destroy({ code: keepSession, reason: 'the desk leaves' })).catch(() => {});
    await Promise.race([closed, pause(patience.closeMs, undefined, { ref: false })]);
  }
}

/** Tells when nothing was heard for so long between its beginning and its end. */
function silence(ms: number, tell: () => void) {
  let timer: NodeJS.Timeout | null = null;
  const end = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const begin = (): void => {
    end();
    timer = setTimeout(tell, ms).unref();
  };
  return { begin, end, heard: () => void (timer && begin()) };
}

/** What Discord leaves us of today's sessions is spread, the more the sooner they follow each other. */
function sessionStarts({ api, patience, exhausted }: Pick<GatewayParts, 'api' | 'patience' | 'exhausted'>) {
  let last = -Infinity;
  let inARow = 0;
  return {
    async next(signal: AbortSignal): Promise<void> {
      const quiet = performance.now() - last;
      inARow = quiet > 10 * 60_000 ? 0 : inARow + 1;
      const wait = inARow === 0 ? 0 : Math.min(patience.sessionMs * 2 ** (inARow - 1), 5 * 60_000) - quiet;
      if (wait > 0) await pause(wait, undefined, { signal });
      for (;;) {
        const left = await startsLeft(api, signal);
        if (left === null || left.remaining > 0) break;
        exhausted(left.resetMs);
        await pause(Math.max(left.resetMs, 1_000), undefined, { signal });
      }
      last = performance.now();
    },
  };
}

/** Null where Discord does not say. */
async function startsLeft(api: Api, signal: AbortSignal): Promise<{ remaining: number; resetMs: number } | null> {
  const info = await api.call<APIGatewayBotInfo>('GET', Routes.gatewayBot(), { signal }).catch(() => null);
  return info && { remaining: info.session_start_limit.remaining, resetMs: info.session_start_limit.reset_after };
}
