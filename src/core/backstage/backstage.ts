import type { Platform } from '../messages/incoming.ts';
import type { SecondOfMessage } from '../notes/intent/model/verify.ts';
import type { Second } from '../notes/model/second.ts';

/** What stands behind the cards, as somebody reads it who wants to know how the desk works. Nothing here changes anything. */

export interface MessageRow {
  id: string;
  saidAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  platform: Platform;
  conversation: string;
  class: string;
  state: string;
  reason: string | null;
  attempts: number;
  text: string;
  number: string | null;
  /** Part of a card that is kept up to date in place. */
  isCard: boolean;
}

/** A planned message that was judged when it was due, or before, and not said. */
export interface UnsaidRow {
  id: string;
  at: Temporal.Instant;
  step: string;
  state: string;
  reason: string | null;
  purpose: string;
  customer: string;
  number: string | null;
}

/** One call of a model about a note, or why there was none. */
export interface CallRow {
  id: string;
  at: Temporal.Instant;
  orderId: string | null;
  number: string | null;
  purpose: string;
  server: string;
  model: string;
  prompt: string;
  outcome: string;
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  /** Millionths of the currency; null where no price is known. */
  cost: bigint | null;
  currency: string;
  ms: number;
  /** How many like this one were not made in a row, and since when; 1 of those that were. */
  n: number;
  since: Temporal.Instant;
  /** What stands of it now beside the rules' reading of the order. */
  second: Second | null;
  /** What came of it where a message was read that was not clear. */
  message: SecondOfMessage | null;
}

export interface PlannedRow {
  id: string;
  /** The kind of a job, `message`, or the name of a schedule. */
  kind: string;
  at: Temporal.Instant;
  attempts: number;
  /** Of a planned message to a customer: which one, and why it was put off. */
  step: string | null;
  reason: string | null;
  number: string | null;
  customer: string | null;
}
