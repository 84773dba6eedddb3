import { setTimeout as pause } from 'node:timers/promises';
import { GatewayDispatchEvents as Event, type APIInteraction, type GatewayDispatchPayload } from 'discord-api-types/v10';
import { writtenOf } from '#adapters/moment.ts';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Log } from '#core/ports.ts';
import { happened, type HappenedParts } from './happened.ts';
import type { Settled } from './interacting.ts';
import type { Patience } from './patience.ts';
import type { Session } from './session.ts';

export interface HearingParts extends HappenedParts {
  sink: Sink;
  log: Log;
  account: string;
  session: Session;
  patience: Pick<Patience, 'retryMs'>;
  /** Answers an interaction that came over the gateway; `settled` is called when it is committed, or will not be. */
  interact(interaction: APIInteraction, settled: (how: Settled) => void): void;
  /** Told once, when so much waits that nothing more is heard here: the gateway takes nothing back, and memory has an end. */
  full(): void;
  /** Aborted when the desk leaves: what is not committed by then is told again to whoever resumes the session. */
  signal: AbortSignal;
}

/** Events of the gateway, each ended only when it is committed or nothing of ours. */
export interface Hearing {
  hear(payload: GatewayDispatchPayload): void;
  /** Does this before any word that comes from now on is heard; `keep` resolves when something is committed, false when the desk leaves before. */
  first(work: (keep: (incoming: Incoming) => Promise<boolean>) => Promise<void>): void;
  /** For how long the word has been waiting that waits longest; 0 where none does. */
  behindMs(): number;
  /** Resolves when nothing is being committed any more. */
  quiet(): Promise<void>;
}

/** While the database hangs no more of a session than this is kept in memory; Discord tells the rest again to whoever takes it up. */
const room = 5_000;

export function openHearing(parts: HearingParts): Hearing {
  const { session, interact, full } = parts;
  // words one after the other, in the order in which they were said; presses need not wait for them
  let last: Promise<void> = Promise.resolve();
  const pressing = new Set<Promise<void>>();
  /** By their number, when they came. */
  const waiting = new Map<number, number>();
  let isFull = false;
  return {
    hear(payload) {
      const { t, s, d } = payload;
      // what is not begun with is told again
      if (isFull || !session.begin(s)) return;
      if (t !== Event.InteractionCreate) {
        waiting.set(s, performance.now());
        last = last.then(async () => {
          if (!(await receiveSurely(parts, payload))) return;
          session.end(s);
          waiting.delete(s);
        });
        isFull = waiting.size >= room;
        if (isFull) full();
        return;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      pressing.add(promise);
      interact(d, (how) => {
        // what is not committed when the desk leaves is told again to whoever resumes the session
        if (how !== 'left') session.end(s);
        pressing.delete(promise);
        resolve();
      });
    },
    first: (work) => void (last = last.then(() => work((incoming) => keepSurely(parts, incoming)))),
    behindMs() {
      const [since] = waiting.values();
      return since === undefined ? 0 : performance.now() - since;
    },
    quiet: async () => void (await Promise.all([last, ...pressing])),
  };
}

const mostPauseMs = 30_000;
/** An event that cannot be read so often is left out: it must not stand in the way of the others for ever. */
const mostReadings = 4;

/** The gateway tells nothing twice while the line stands: what cannot be stored now is stored later. False when the desk leaves before. */
async function receiveSurely(parts: HearingParts, payload: GatewayDispatchPayload): Promise<boolean> {
  const { sink, log, account } = parts;
  const facts = { platform: 'discord', event: payload.t };
  const arrived = { account, at: writtenOf(sink.now()) };
  const read = (): Promise<Incoming[]> => happened(parts, payload, arrived);
  const incomings = await again(read, mostReadings, parts, (error, attempt) =>
    log.warn({ ...facts, attempt, error: errorLine(error) }, 'discord.not_read'),
  );
  if (incomings === null && !parts.signal.aborted) log.error(facts, 'discord.left_out');
  for (const incoming of incomings ?? []) if (!(await keepSurely(parts, incoming))) return false;
  return !parts.signal.aborted || incomings !== null;
}

async function keepSurely(parts: HearingParts, incoming: Incoming): Promise<boolean> {
  const { sink, log } = parts;
  const stored = await again(
    () => sink.receive(incoming),
    Infinity,
    parts,
    (error, attempt) => log.warn({ platform: 'discord', kind: incoming.kind, attempt, error: errorLine(error) }, 'inbox.not_stored'),
  );
  return stored !== null;
}

/** Tries until it is done; null after so many attempts, or when the desk leaves. */
async function again<T>(
  work: () => Promise<T>,
  most: number,
  { signal, patience }: Pick<HearingParts, 'signal' | 'patience'>,
  failed: (error: unknown, attempt: number) => void,
) {
  for (let attempt = 1; attempt <= most && !signal.aborted; attempt++) {
    try {
      return await work();
    } catch (error) {
      failed(error, attempt);
      if (attempt < most) await pause(Math.min(patience.retryMs * 2 ** (attempt - 1), mostPauseMs), undefined, { signal }).catch(() => {});
    }
  }
  return null;
}
