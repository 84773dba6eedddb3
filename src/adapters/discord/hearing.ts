import { setTimeout as pause } from 'node:timers/promises';
import { GatewayDispatchEvents as Event, type APIInteraction, type GatewayDispatchPayload } from 'discord-api-types/v10';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Log } from '#core/ports.ts';
import { happened, type HappenedParts } from './happened.ts';
import type { Session } from './session.ts';

export interface HearingParts extends HappenedParts {
  sink: Sink;
  log: Log;
  account: string;
  session: Session;
  /** Answers an interaction that came over the gateway; `settled` is called when it is committed, or will not be. */
  interact(interaction: APIInteraction, settled: () => void): void;
  /** Aborted when the desk leaves: what is not committed by then is told again to whoever resumes the session. */
  signal: AbortSignal;
}

/** Events of the gateway, each ended only when it is committed or nothing of ours. */
export interface Hearing {
  hear(payload: GatewayDispatchPayload): void;
  /** Resolves when nothing is being committed any more. */
  quiet(): Promise<void>;
}

export function openHearing(parts: HearingParts): Hearing {
  const { session, interact } = parts;
  // words one after the other, in the order in which they were said; presses need not wait for them
  let last: Promise<void> = Promise.resolve();
  const pressing = new Set<Promise<void>>();
  return {
    hear(payload) {
      const { t, s, d } = payload;
      if (!session.begin(s)) return;
      if (t !== Event.InteractionCreate) {
        last = last.then(async () => {
          if (await receiveSurely(parts, payload)) session.end(s);
        });
        return;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      pressing.add(promise);
      interact(d, () => {
        session.end(s);
        pressing.delete(promise);
        resolve();
      });
    },
    quiet: async () => void (await Promise.all([last, ...pressing])),
  };
}

const mostPauseMs = 30_000;

/** The gateway tells nothing twice while the line stands: what cannot be stored now is stored later. False when the desk leaves before. */
async function receiveSurely(parts: HearingParts, payload: GatewayDispatchPayload): Promise<boolean> {
  const { sink, log, account, signal } = parts;
  const at = sink.now().toString();
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      for (const incoming of await happened(parts, payload, { account, at })) await sink.receive(incoming);
      return true;
    } catch (error) {
      log.warn({ platform: 'discord', event: payload.t, attempt, error: errorLine(error) }, 'inbox.not_stored');
      await pause(Math.min(100 * 2 ** attempt, mostPauseMs), undefined, { signal }).catch(() => {});
    }
  }
  return false;
}
