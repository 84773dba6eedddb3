import type { Timer } from '#core/ports.ts';

/** Real time for leases and time-outs; none of it keeps the process alive. */
export const realTimer: Timer = {
  after: (ms) => AbortSignal.timeout(ms),
  every(ms, work) {
    const running = setInterval(work, ms);
    running.unref();
    return () => clearInterval(running);
  },
};
