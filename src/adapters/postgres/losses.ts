import { codeOf } from './problem.ts';

/** What is known of the connections that a pool has lost. */
export interface Losses {
  /** Told of every error of a statement, and of every connection that closed. */
  noticed(error?: unknown): void;
  /** Waits where a loss was just noticed; null where nothing is to wait for. */
  settled(): Promise<void> | null;
}

/**
 * Between the error and the close of a broken connection postgres.js goes on giving it statements, which are then never answered, or are
 * answered with what another one asked for. And what it is given in the turn of the event loop in which it closes stays unwritten,
 * and holds back the greeting of its next connections until each has timed out. When a server restarts, all connections break at once and
 * what failed on one is tried again on another, so both happen. Hence after a loss every statement waits for the turn after the closing.
 */
export function watchLosses(): Losses {
  let last: Promise<void> | null = null;
  const settled = (): Promise<void> | null => last?.then(() => settled() ?? undefined) ?? null;
  return {
    noticed(error) {
      if (error !== undefined && !isConnectionLost(error)) return;
      const passed = turnAfterClosing().then(() => {
        if (last === passed) last = null;
      });
      last = passed;
    },
    settled,
  };
}

/** Sockets close after `setImmediate`; what a timer sends is written before the next ones close. */
const turnAfterClosing = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(() => setTimeout(resolve));
  });

/** Codes of postgres.js, of the operating system, and of a server that is shutting down or ending a backend. */
export function isConnectionLost(error: unknown): boolean {
  return /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ERR_STREAM|57P0[1-5]|engine_failed)/.test(codeOf(error));
}
