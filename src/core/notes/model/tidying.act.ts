import type { NightlyStep } from '../../schedule/nightly.ts';
import { deleteOldAnswers } from './answer.store.ts';

/** Of a night; the next one goes on. */
const most = 20_000;

/** What a model answered repeats what customers wrote: after so many days it is forgotten, and asked anew if it is needed. */
export const forgetOldAnswers =
  (days: number): NightlyStep =>
  async ({ tx, now }) =>
    void (await deleteOldAnswers(tx, now.subtract({ hours: 24 * days }), most));
