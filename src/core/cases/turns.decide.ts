import type { Address } from '../messages/incoming.ts';
import type { Case } from './case.ts';

/** The customer says something. `waits` is false for a mere "thanks" or "ok", which nobody needs to answer. */
export function said(standing: Case, said: { address: Address; waits: boolean; counts: boolean }, now: Temporal.Instant): Case {
  return {
    ...standing,
    address: said.address,
    version: standing.version + 1,
    messages: standing.messages + (said.counts ? 1 : 0),
    waitingSince: standing.waitingSince ?? (said.waits ? now : null),
  };
}

/** Of sentences that follow each other faster, as people type them, one is acknowledged: a talk in which a machine answers each is none. */
const oneBreath = Temporal.Duration.from({ minutes: 1 });

/** Whether the customer hears that their words were passed on: after a quiet spell, and always where they ask for something. */
export const isAcknowledged = (asks: boolean, lastSaid: Temporal.Instant, now: Temporal.Instant): boolean =>
  asks || Temporal.Instant.compare(lastSaid.add(oneBreath), now) <= 0;

/** A colleague answers: it is the customer's turn. What was closed is open again. */
export function answered(standing: Case, now: Temporal.Instant): Case {
  return {
    ...standing,
    state: 'open',
    closedAt: null,
    closedBy: null,
    version: standing.version + 1,
    messages: standing.messages + 1,
    waitingSince: null,
    firstReplyAt: standing.firstReplyAt ?? now,
  };
}

/** `by` is the colleague, or null for the customer. Null where it was closed before. */
export function closed(standing: Case, by: string | null, now: Temporal.Instant): Case | null {
  if (standing.state === 'closed') return null;
  return { ...standing, state: 'closed', version: standing.version + 1, waitingSince: null, closedAt: now, closedBy: by };
}

/** A customer who opens it again waits for an answer. Null where it is open. */
export function reopened(standing: Case, by: 'customer' | 'staff', now: Temporal.Instant): Case | null {
  if (standing.state === 'open') return null;
  return {
    ...standing,
    state: 'open',
    version: standing.version + 1,
    waitingSince: by === 'customer' ? now : null,
    closedAt: null,
    closedBy: null,
  };
}
