import { setTimeout as pause } from 'node:timers/promises';
import { inTime } from '#adapters/in-time.ts';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Log } from '#core/ports.ts';
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

/**
 * Tries until it is committed: the gateway delivers no interaction twice. `given_up` after ten minutes, `left` when the desk leaves
 * before. Who waits for a try that hangs watches the clock: most are over before a timer would be of use.
 */
export async function storeSurely({ sink, log, patience, signal }: Storing, incoming: Incoming): Promise<'stored' | 'given_up' | 'left'> {
  const until = performance.now() + mostMs;
  const left = (): number => until - performance.now();
  for (let attempt = 1; !signal.aborted && left() > 0; attempt++) {
    const tried = sink.receive(incoming).then(
      () => true,
      (error: unknown) => {
        log.warn({ platform: 'discord', kind: incoming.kind, attempt, error: errorLine(error) }, 'inbox.not_stored');
        return false;
      },
    );
    if (await inTime(tried, { signal }, false)) return 'stored';
    await pause(Math.min(patience.retryMs * 2 ** (attempt - 1), longestPauseMs), undefined, { signal }).catch(() => {});
  }
  return signal.aborted ? 'left' : 'given_up';
}
