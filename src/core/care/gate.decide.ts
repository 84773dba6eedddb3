import type { MessageClass } from '../messages/delivery.decide.ts';
import { opening } from '../messages/window.decide.ts';
import type { Touch, TouchReason } from './touch.ts';

/** Everything that decides whether something may be sent to a customer now. */
export interface Known {
  purpose: MessageClass;
  now: Temporal.Instant;
  expiresAt: Temporal.Instant;
  /** What the customer last said about this purpose; null when nothing was ever said. */
  consent: 'given' | 'withdrawn' | null;
  reachable: boolean;
  /** Where the recipient lives, an IANA zone. */
  timeZone: string;
  /** Something of theirs that did not go well or waits for us. */
  open: 'exception' | 'case' | null;
  /** What was sent to them in the last thirty days; `sameOrder` where it was about an order of this one. */
  sent: readonly { purpose: MessageClass; at: Temporal.Instant; sameOrder: boolean }[];
  /** After the opening of the window, so that not everything goes out at the stroke of the hour. */
  spreadSeconds: number;
}

export type Verdict =
  | { kind: 'send' }
  | { kind: 'defer'; until: Temporal.Instant; reason: TouchReason }
  | { kind: 'withhold'; reason: TouchReason };

const caps: Record<MessageClass, { most: number; hours: number; perOrder: boolean; reason: TouchReason }[]> = {
  transactional: [],
  service: [{ most: 3, hours: 72, perOrder: true, reason: 'cap_service' }],
  survey: [{ most: 1, hours: 30 * 24, perOrder: false, reason: 'cap_survey' }],
  marketing: [
    { most: 1, hours: 24, perOrder: false, reason: 'cap_marketing' },
    { most: 2, hours: 7 * 24, perOrder: false, reason: 'cap_marketing' },
    { most: 4, hours: 30 * 24, perOrder: false, reason: 'cap_marketing' },
  ],
};

/** How far back `Known.sent` must reach. */
export const longestCap = Temporal.Duration.from({ hours: 30 * 24 });

/**
 * The one place that decides whether a planned message goes out now, later or not at all. An answer to somebody who has just
 * spoken is no planned message and does not come here.
 */
export function gate(known: Known): Verdict {
  const reason = reasonAgainst(known);
  if (reason) return { kind: 'withhold', reason };
  const until = opening(known.purpose, known.now, known.timeZone, known.spreadSeconds);
  if (!until) return { kind: 'send' };
  const tooLate = Temporal.Instant.compare(until, known.expiresAt) >= 0;
  return tooLate ? { kind: 'withhold', reason: 'expired' } : { kind: 'defer', until, reason: 'quiet_hours' };
}

function reasonAgainst({ purpose, now, expiresAt, consent, reachable, open, sent }: Known): TouchReason | null {
  if (Temporal.Instant.compare(now, expiresAt) >= 0) return 'expired';
  if (purpose !== 'transactional' && consent === 'withdrawn') return 'opted_out';
  if (purpose === 'marketing' && consent !== 'given') return 'no_consent';
  if (!reachable) return 'unreachable';
  // what the customer must know about their order is said whatever else is open
  if (purpose !== 'transactional' && open) return open === 'exception' ? 'open_exception' : 'open_case';
  const over = caps[purpose].find(({ most, hours, perOrder }) => {
    const since = now.subtract({ hours });
    const counted = sent.filter(
      (one) => one.purpose === purpose && (!perOrder || one.sameOrder) && Temporal.Instant.compare(one.at, since) > 0,
    );
    return counted.length >= most;
  });
  return over?.reason ?? null;
}

/** Minutes over which touches are spread that waited for the same hour. */
const spreadMinutes = 10;

/** How long after the opening a touch goes out: the same however often it is asked. */
export const spreadOf = ({ id }: Pick<Touch, 'id'>): number => Number.parseInt(id.slice(-4), 16) % (spreadMinutes * 60);
