import { lowestScore, restDays, type Obstacle } from './win-back.ts';

/** How long a customer has been silent, and how long they may be by their own rhythm. */
export interface Silence {
  silentDays: number;
  allowedDays: number;
  /** The median of the days between their orders; null with too few orders to tell. */
  usualDays: number | null;
}

/** Nobody is called dormant sooner. */
const least = 90;
/** For whoever has no rhythm yet: nine of ten customers who order again do so sooner. */
const leastWithoutRhythm = 120;
/** Fewer intervals than this are no rhythm. */
const fewest = 3;

/** From the days on which somebody ordered, in any order; several orders of a day are one. Null where they never did. */
export function silenceOf(days: readonly Temporal.PlainDate[], today: Temporal.PlainDate): Silence | null {
  const ordered = [...new Set(days.map(String))].toSorted().map((day) => Temporal.PlainDate.from(day));
  const last = ordered.at(-1);
  if (!last) return null;
  const intervals = ordered.slice(1).map((day, index) => daysBetween(ordered[index] ?? day, day));
  const usualDays = intervals.length < fewest ? null : median(intervals);
  const allowedDays = usualDays === null ? leastWithoutRhythm : Math.max(least, Math.ceil(2 * usualDays));
  return { silentDays: daysBetween(last, today), allowedDays, usualDays };
}

export const isDormant = ({ silentDays, allowedDays }: Silence): boolean => silentDays >= allowedDays;

/** Everything that decides whether somebody is written to because they have gone quiet. */
export interface Standing {
  now: Temporal.Instant;
  silence: Silence | null;
  /** What they last said about offers; `given` counts for the channels it was given on. */
  consent: 'given' | 'withdrawn' | null;
  /** On a channel on which they agreed. */
  reachable: boolean;
  /** What of theirs is not over: an order or a draft, a talk with a colleague, something that went wrong. */
  open: 'order' | 'case' | 'exception' | null;
  /** How satisfied they said they were last, of 5. */
  lastScore: number | null;
  lastAssigned: Temporal.Instant | null;
}

/** Why nobody writes to this customer, the nearest reason first; null where the campaign may. */
export function obstacleTo({ now, silence, consent, reachable, open, lastScore, lastAssigned }: Standing): Obstacle | null {
  if (!silence) return 'never_ordered';
  if (!isDormant(silence)) return 'not_dormant';
  if (consent !== 'given') return consent === 'withdrawn' ? 'opted_out' : 'no_consent';
  if (!reachable) return 'unreachable';
  if (open) return `open_${open}`;
  if (lastScore !== null && lastScore < lowestScore) return 'low_score';
  const rested = lastAssigned?.add({ hours: 24 * restDays });
  return rested && Temporal.Instant.compare(now, rested) < 0 ? 'enrolled_lately' : null;
}

const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number => from.until(to, { largestUnit: 'days' }).days;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return (low + high) / 2;
}
