import { setTimeout as pause } from 'node:timers/promises';
import { inTime } from '#adapters/in-time.ts';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Log } from '#core/ports.ts';
import { Crowded } from '#core/together.ts';
import type { Patience } from './patience.ts';

interface Storing {
  sink: Sink;
  log: Log;
  patience: Pick<Patience, 'retryMs'>;
  /** Aborted when the desk leaves. */
  signal: AbortSignal;
}

/** As long as whoever made it can be told what came of it. */
export const mostMs = 10 * 60_000;
const longestPauseMs = 5_000;

/** `given_up` after ten minutes, `left` when the desk leaves before, `refused` where so much waits already that its maker had better try again. */
export type Kept = 'stored' | 'refused' | 'given_up' | 'left';

/**
 * Tries until it is committed: the gateway delivers no interaction twice. Whoever waits for a try that hangs watches the clock: most
 * are over before a timer would be of use.
 */
export async function storeSurely({ sink, log, patience, signal }: Storing, incoming: Incoming): Promise<Kept> {
  const until = performance.now() + mostMs;
  const left = (): number => until - performance.now();
  for (let attempt = 1; !signal.aborted && left() > 0; attempt++) {
    const tried = sink.receive(incoming).then(
      () => 'stored' as const,
      (error: unknown) => {
        log.warn({ platform: 'discord', kind: incoming.kind, attempt, error: errorLine(error) }, 'inbox.not_stored');
        // what was tried before may be committed all the same
        return error instanceof Crowded && attempt === 1 ? ('refused' as const) : null;
      },
    );
    const end = await inTime(tried, { signal }, null);
    if (end !== null) return end;
    await pause(Math.min(patience.retryMs * 2 ** (attempt - 1), longestPauseMs), undefined, { signal }).catch(() => {});
  }
  return signal.aborted ? 'left' : 'given_up';
}
