import { setTimeout as pause } from 'node:timers/promises';
import { Routes, type APIInteraction } from 'discord-api-types/v10';
import type { Sink } from '#core/messages/sink.ts';
import type { Channel } from '#core/ports.ts';
import type { Connection, Surroundings } from '../connection.ts';
import { openApi } from './api.ts';
import { discordChannel } from './channel.ts';
import { keepGateway } from './gateway.ts';
import { Listening } from './listening.ts';
import { openHearing } from './hearing.ts';
import { catchUp } from './catch-up.ts';
import { Guilds } from './guilds.ts';
import { discordHook } from './hooks.ts';
import { whoWeAre, type Identity } from './identity.ts';
import { arrivedNow, interact, type InteractingParts, type Respond } from './interacting.ts';
import { usualPatience, type Patience } from './patience.ts';
import { Replies } from './replies.ts';
import { Session, takeSession } from './session.ts';
import type { DiscordSettings } from './settings.ts';
import { Threads } from './threads.ts';
import { crowdedOut, exhausted, faultOf, faultOfClose, State } from './state.ts';

/** A new attempt follows at the latest after so long. */
const mostMs = 120_000;

/** The desk on Discord: words over the gateway, presses and commands there too or over HTTP. */
export async function connectDiscord(
  settings: DiscordSettings,
  { log, database }: Surroundings,
  patience: Patience = usualPatience,
): Promise<Connection> {
  const api = openApi(settings);
  const replies = new Replies();
  const threads = new Threads();
  const state = new State(log);
  const stopping = new AbortController();
  const { way } = settings;
  let channel: Channel | null = null;
  let answering: InteractingParts | null = null;
  let listening: Promise<void> = Promise.resolve();
  /** Interactions over HTTP that are not committed yet. */
  const posted = new Set<Promise<void>>();

  /** One line until it ends; null where it was ended from here. The account is asked for once. */
  const hear = async (sink: Sink, identity: Identity): Promise<number | null> => {
    const { account } = identity;
    channel ??= discordChannel({ api, replies, threads, account, apiUrl: settings.apiUrl });
    answering ??= { sink, api, log, database, replies, threads, account, patience, signal: stopping.signal };
    const parts = answering;
    const { found, isSecond } = await takeSession(database, account, { signal: stopping.signal, lookMs: patience.lookMs });
    const session = new Session({ database, log, account, isSecond }, found);
    const guilds = new Guilds();
    const crowded = new AbortController();
    const hearing = openHearing({
      sink,
      api,
      guilds,
      threads,
      log,
      account,
      session,
      patience,
      interact: (given, settled) => void interact(parts, given, byCall(given), settled),
      full() {
        state.set(crowdedOut);
        listening.isConnected = false;
        crowded.abort();
      },
      signal: stopping.signal,
    });
    const listening = new Listening({
      database,
      log,
      account,
      session: () => session.id,
      behindMs: hearing.behindMs,
      catchUp: (since, keep) =>
        catchUp({ api, threads, database, log, arrived: () => arrivedNow(parts), keep, signal: stopping.signal }, since),
    });
    try {
      return await keepGateway(
        {
          api,
          token: settings.token,
          session,
          patience,
          hear: hearing.hear,
          tell(now) {
            state.set({ state: now });
            listening.isConnected = now === 'connected';
          },
          standing(isTold) {
            if (!isSecond) hearing.first(listening.begin);
            if (!isTold) guilds.ask(api, stopping.signal).catch(() => {}); // told again when a message cannot be posted
          },
          exhausted: (ms) => state.set(exhausted(ms)),
          resumeMs: patience.resumeMs,
        },
        AbortSignal.any([stopping.signal, crowded.signal]),
      );
    } finally {
      // where too much waited, this is when there is room again
      await hearing.quiet();
      await listening.leave();
      await session.leave();
    }
  };

  const byCall =
    (given: APIInteraction): Respond =>
    async (answer) =>
      void (await api.call('POST', Routes.interactionCallback(given.id, given.token), { body: answer, own: true, ms: 2_500 }));

  const listen = async (sink: Sink): Promise<void> => {
    let identity: Identity | null = null;
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      const begun = performance.now();
      try {
        identity ??= await whoWeAre(api, stopping.signal);
        const code = await hear(sink, identity);
        if (code !== null) state.set(faultOfClose(code));
        else attempt = 0;
        // perhaps the token is another bot's by now
        identity = null;
      } catch (error) {
        if (!stopping.signal.aborted) state.set(faultOf(error));
      }
      if (performance.now() - begun > mostMs) attempt = 0;
      await pause(Math.min(patience.reconnectMs * 2 ** attempt, mostMs), undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  /** An interaction over HTTP is being committed until it is settled. */
  const overHttp = (parts: InteractingParts) => (given: APIInteraction, respond: Respond) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    posted.add(promise);
    return interact(parts, given, respond, () => {
      posted.delete(promise);
      resolve();
    });
  };

  return {
    way: way.kind === 'http' ? 'gateway, and interactions at /hooks/discord' : 'gateway',
    channel: () => channel,
    hook: way.kind === 'http' ? discordHook({ publicKey: way.publicKey, interact: () => (answering ? overHttp(answering) : null) }) : null,
    start: (sink) => void (listening = listen(sink)),
    async stop() {
      stopping.abort();
      await Promise.all([listening, ...posted]);
    },
    health: () => state.now,
  };
}
