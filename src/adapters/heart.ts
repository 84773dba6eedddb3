import { schedule } from 'node-cron';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Log } from '#core/ports.ts';

/**
 * Wakes the desk: at once when something came in, and every second for what has become due. It remembers nothing. node-cron
 * waits for a time of day, and falls silent for hours when the machine's clock is set back; so what only counts seconds
 * starts it anew.
 */
export interface Heart {
  /** Resolves when everything that was due at the call has been handled. Beats never overlap. */
  beat(): Promise<void>;
  /** Beats soon, and waits for nothing: something came in. */
  wake(): void;
  /** No further beat; resolves when the last one has ended. */
  stop(): Promise<void>;
}

const mostSilentSeconds = 3;
/** A beat that takes longer than this is stuck or near it, and somebody should know. */
const slowSeconds = 60;

export function startHeart(tick: () => Promise<void>, log: Log): Heart {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let stopped = false;
  let beatSeconds = 0;

  const run = async (): Promise<void> => {
    beatSeconds = 0;
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

  let failures = 0;
  // a database that is away fails every second: it is said at once, and then now and then
  const failed = (error: unknown): void => {
    if (failures++ % slowSeconds === 0) log.error({ error: errorLine(error), count: failures }, 'desk.tick_failed');
  };
  const done = (): void => {
    if (failures > 0) log.info({ count: failures }, 'desk.tick_works_again');
    failures = 0;
  };
  let silentSeconds = 0;
  // a beat that is already waiting will see whatever has become due
  const wake = (): void => {
    silentSeconds = 0;
    if (!next) beat().then(done, failed);
  };
  const everySecond = () => schedule('* * * * * *', wake, { suppressMissedWarning: true });
  let cron = everySecond();
  const watch = setInterval(() => {
    if (running && ++beatSeconds % slowSeconds === 0) log.error({ ms: beatSeconds * 1_000 }, 'desk.tick_slow');
    if (stopped || ++silentSeconds < mostSilentSeconds) return;
    void cron.destroy();
    cron = everySecond();
    wake();
  }, 1_000);
  watch.unref();

  return {
    beat,
    wake,
    async stop() {
      stopped = true;
      clearInterval(watch);
      await cron.destroy();
      await Promise.resolve(next ?? running).catch(failed);
      await Promise.resolve(running).catch(failed);
    },
  };
}
