import type { Turn } from '../../turn.ts';
import { forgetContacts } from './hint.store.ts';
import { newFor } from './hinting.act.ts';

/** A list need not come often; who stands in none is known by what they said themselves. */
const listedDays = 365;

/** Forgets at night how people are reached elsewhere, and who was thought to be one, once it helps nobody any more. */
export const forgetOldContacts =
  (retentionDays: number) =>
  async ({ tx, now }: Turn): Promise<void> => {
    // as long as the buttons of their cards, and while the same two could still be told of anew
    const days = Math.max(2 * retentionDays, newFor.hours / 24);
    const before = (most: number): Temporal.Instant => now.subtract({ hours: 24 * most });
    await forgetContacts(tx, { said: before(days), listed: before(Math.max(days, listedDays)), told: before(days) });
  };
