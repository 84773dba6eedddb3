import type { NightlyStep } from '../schedule/nightly.ts';
import { emptyClosedCases } from './case.store.ts';

/** Forgets at night what was said in cases that were closed so many days ago. */
export function forgetOldWords(days: number): NightlyStep {
  return (turn) => emptyClosedCases(turn.tx, turn.now.subtract({ hours: 24 * days }));
}
