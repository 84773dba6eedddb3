import { setTimeout as pause } from 'node:timers/promises';
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
const mostMs = 10 * 60_000;
const longestPauseMs = 5_000;

/** Tries until it is committed: the gateway delivers no interaction twice. `given_up` after ten minutes, `left` when the desk leaves before. */
export async function storeSurely({ sink, log, patience, signal }: Storing, incoming: Incoming): Promise<'stored' | 'given_up' | 'left'> {
  const over = AbortSignal.timeout(mostMs);
  const end = AbortSignal.any([over, signal]);
  for (let attempt = 1; !end.aborted; attempt++) {
    const tried = sink.receive(incoming).then(
      () => true,
      (error: unknown) => {
        log.warn({ platform: 'discord', kind: incoming.kind, attempt, error: errorLine(error) }, 'inbox.not_stored');
        return false;
      },
    );
    if (await Promise.race([tried, aborted(end)])) return 'stored';
    await pause(Math.min(patience.retryMs * 2 ** (attempt - 1), longestPauseMs), undefined, { signal: end }).catch(() => {});
  }
  return signal.aborted ? 'left' : 'given_up';
}

export const aborted = (signal: AbortSignal): Promise<false> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(false);
    else signal.addEventListener('abort', () => resolve(false), { once: true });
  });
