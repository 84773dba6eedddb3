import type { ModelFailure } from '../../../ports.ts';

/** Seconds a server that is unwell is left alone. */
export const restSeconds = 30;

/** How a server has done lately. */
export interface Health {
  /** Calls in a row that failed. */
  failures: number;
  /** How long the latest took, in milliseconds. */
  recentMs: readonly number[];
}

/** Whether a server is left alone, and why: what its last call ended with. */
export interface Breaker extends Health {
  open: boolean;
  because: ModelFailure | null;
}

export const unknownHealth: Breaker = { failures: 0, recentMs: [], open: false, because: null };
