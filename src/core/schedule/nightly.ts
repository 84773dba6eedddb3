import type { Turn } from '../turn.ts';
import type { Schedule } from './slots.decide.ts';

/** When the desk tidies up and counts anew, in the time zone of the business. */
export const nightly: Schedule = { name: 'nightly', times: ['03:15'], staleAfterHours: 20 };

/** One thing done at night, in the transaction of the nightly job. */
export type NightlyStep = (turn: Turn) => Promise<void>;

export async function runNightly(turn: Turn, steps: readonly NightlyStep[]): Promise<void> {
  for (const step of steps) await step(turn);
}
