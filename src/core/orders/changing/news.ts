import type { Side } from './wish.ts';

/** What a change meant, for the people it concerns; each reads it in their own language. */
export interface NewsOfChange {
  result: 'applied' | 'reviewed' | 'proposed' | 'accepted' | 'cancelled' | 'refused' | 'withdrawn' | 'lapsed';
  before: Side;
  after: Side;
  /** The earliest day that can be promised, where an earlier one is wished. */
  earliest: string | null;
  /** By when somebody decides. */
  dueAt: Temporal.Instant | null;
  reason: string | null;
  /** Paid beyond the new total, minor units. */
  refund: bigint;
  /** The colleague who had written the change down, and hears what became of it. */
  staffId: string | null;
}
