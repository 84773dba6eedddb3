import { schedule } from 'node-cron';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Log } from '#core/ports.ts';

/** Wakes the desk: at once when something came in, and every second for what has become due. It remembers nothing. */
export interface Heart {
  /** Resolves when everything that was due at the call has been handled. Beats never overlap. */
  beat(): Promise<void>;
  /** No further beat; resolves when the last one has ended. */
  stop(): Promise<void>;
}

export function startHeart(tick: () => Promise<void>, log: Log): Heart {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let stopped = false;

  const run = async (): Promise<void> => {
    running = tick().finally(() => (running = null));
    await running;
  };

  /** A beat that began before the call may have looked already: only the next one counts. */
  const beat = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    if (!running) return run();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return run();
      });
    return next;
  };

  const failed = (error: unknown): void => log.error({ error: errorLine(error) }, 'desk.tick_failed');
  // a beat that is already waiting will see whatever has become due
  const cron = schedule('* * * * * *', () => void (next ? undefined : beat().catch(failed)), { noOverlap: true });

  return {
    beat,
    async stop() {
      stopped = true;
      await cron.stop();
      await Promise.resolve(next ?? running).catch(failed);
      await Promise.resolve(running).catch(failed);
    },
  };
}
